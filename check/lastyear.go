package check

import (
	"strings"

	"nianbao/problem"
	"nianbao/report"
	"nianbao/templates"
)

// CheckAgainst holds a report against the same agency's of the year before:
// what was carried over, what is in force, numbers of another scale, and text
// that was left as it was.
func CheckAgainst(r, last *report.Report) []problem.Problem {
	if r.Broken || last.Broken || r.Template == nil || last.Template == nil {
		return nil
	}
	problems := lastFile(r, last)
	problems = append(problems, carriedOver(r, last)...)
	problems = append(problems, sameTables(r, last)...)
	problems = append(problems, scale(r, last)...)
	problems = append(problems, exchanged(r, last)...)
	problems = append(problems, inForce(r, last)...)
	return append(problems, alikeSections(TextsOf(r), TextsOf(last), "上年的报告")...)
}

// carriedOver: what came over from last year is what last year passed on,
// column by column.
func carriedOver(r, last *report.Report) []problem.Problem {
	var columns []string
	first := ""
	for _, leaf := range r.Template.Leaves() {
		earlier := carriedFrom(leaf.Path)
		if earlier == "" {
			continue
		}
		now, then, ok := pair(r, last, leaf.Path, earlier)
		if !ok || now.Value.Equal(then.Value) {
			continue
		}
		if first == "" {
			first = leaf.Path
		}
		columns = append(columns, leaf.BriefColumn+" "+now.Text+"，上年报告结转出来的是 "+then.Text)
	}
	if first == "" {
		return nil
	}
	return []problem.Problem{r.Warn(problem.CodeLastCarried, first, "上年结转与上年报告的结转下年度不一致。"+strings.Join(columns, "；"),
		"").With(reasoned("对照台账核对；机构合并、上年数据更正等有原因的", "，")).About(problem.Subject{Cell: strings.Join(columns, "；")})}
}

// Carried is what last year's report passes on to this year's, by this year's path.
func Carried(r, last *report.Report) map[string]string {
	passed := map[string]string{}
	if r.Template == nil {
		return passed
	}
	for _, leaf := range r.Template.Leaves() {
		if number, ok := last.Numbers[carriedFrom(leaf.Path)]; ok {
			passed[leaf.Path] = number.Text
		}
	}
	return passed
}

// An inForceRow is what a row of documents says of this year and the last.
type inForceRow struct {
	paths                       []string // of this year: in force, issued, repealed
	now, then, issued, repealed report.Number
}

// force is the row that a number in force stands in; false for other numbers,
// and where one that it is held against is missing.
func force(r, last *report.Report, leaf templates.Leaf) (inForceRow, bool) {
	row, ok := strings.CutSuffix(leaf.Path, inForceKey)
	if !ok {
		return inForceRow{}, false
	}
	f := inForceRow{paths: []string{leaf.Path, row + ".issued", row + ".repealed"}}
	if f.now, f.then, ok = pair(r, last, leaf.Path, leaf.Path); !ok {
		return f, false
	}
	var given, alsoGiven bool
	f.issued, given = r.Numbers[f.paths[1]]
	f.repealed, alsoGiven = r.Numbers[f.paths[2]]
	return f, given && alsoGiven
}

// inForce: what is in force is last year's, with what was made and without what
// was repealed. Documents lapse and are counted again, hence a notice.
func inForce(r, last *report.Report) []problem.Problem {
	var problems []problem.Problem
	for _, leaf := range r.Template.Leaves() {
		f, ok := force(r, last, leaf)
		if !ok {
			continue
		}
		want := f.then.Value.Add(f.issued.Value).Sub(f.repealed.Value)
		if f.now.Value.Equal(want) {
			continue
		}
		problems = append(problems, r.Note(problem.CodeLastInForce, leaf.Path,
			"填的是 "+f.now.Text+"，按上年现行有效 "+f.then.Text+" + 本年制发 "+f.issued.Text+" − 本年废止 "+f.repealed.Text+" 应是 "+want.String(),
			"核对三个数；有到期失效、重新统计的不用改").
			About(problem.Subject{Number: f.now.Text, Cell: want.String()}))
	}
	return problems
}
