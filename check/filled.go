package check

import (
	"strings"

	"nianbao/problem"
	"nianbao/report"
)

// emptyTables: "blank_as": "0" has filled a whole table in which nobody typed a
// number. It means single blanks; a table without any number may have been
// forgotten, or lost on its way from another system. The last table alone, of
// disputes, says nothing: most offices have none.
func emptyTables(r *report.Report) []problem.Problem {
	if r.BlankAs != "0" || r.Doubtful("blank_as") {
		return nil
	}
	var empty []string
	tables, last := 0, ""
	for _, section := range r.Template.Sections {
		if section.Table == nil {
			continue
		}
		tables, last = tables+1, section.Table.Name
		if !typedIn(r, section.Table.Name) && !r.Doubtful(section.Key) {
			empty = append(empty, section.Table.Name)
		}
	}
	if len(empty) == 0 || len(empty) == 1 && empty[0] == last {
		return nil
	}
	message := strings.Join(empty, "、") + "一个数都没有填，全部按 0 计"
	if len(empty) == tables {
		message = "整份报告一个数都没有填，" + strings.Join(empty, "、") + "全部按 0 计"
	}
	return []problem.Problem{r.Warn(problem.CodeEmptyTable, "blank_as", message, "").With(reasoned("核对是不是漏填、漏导了；确实一件也没有的不用改", "，可以")).About(problem.Subject{Cell: strings.Join(empty, "、")})}
}

// typedIn reports whether somebody typed anything into a table.
func typedIn(r *report.Report, table string) bool {
	for _, leaf := range r.Template.Leaves() {
		number, given := r.Numbers[leaf.Path]
		if leaf.Table == table && given && (number.Origin == report.Given || number.Origin == report.NotApplicable) {
			return true
		}
	}
	return false
}
