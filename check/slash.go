package check

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/problem"
	"nianbao/report"
	"nianbao/templates"
)

// mixedSlashes: in one row some cells are / and others numbers, or the total
// is one and all that it adds up the other: either the agency has that business
// or it has not. One warning a table; where the sum fails, that is said instead.
func mixedSlashes(r *report.Report) []problem.Problem {
	if r.Count(report.NotApplicable) == 0 {
		return nil
	}
	var problems []problem.Problem
	failed := map[string]bool(nil)
	for _, section := range r.Template.Sections {
		if section.Table == nil {
			continue
		}
		var first row
		n := 0
		for _, row := range rowsOf(r.Template, section.Table.Name) {
			if !mixes(r, row) {
				continue
			}
			if failed == nil {
				failed = inFailedSums(r)
			}
			if failed[row.leaves[0].Path] {
				continue
			}
			if n++; n == 1 {
				first = row
			}
		}
		if n > 0 {
			problems = append(problems, mixedRow(r, first, n))
		}
	}
	return problems
}

// A row is what a person reads as one, with the names of its cells.
type row struct {
	leaves []templates.Leaf
	names  []string
}

// rowsOf are a table's rows: the cells that add up to one total, and the others
// by their label. Amounts and changes stand for themselves.
func rowsOf(t *templates.Template, table string) []row {
	var rows []row
	summed := map[string]bool{}
	for _, e := range t.Equations() {
		if total, ok := e.Total(); ok && total.Table == table && e.Sum.Over == templates.OverColumns {
			var added row
			for _, leaf := range slices.Concat(e.Left, e.Right) {
				added.leaves, added.names = append(added.leaves, leaf), append(added.names, e.Name(leaf))
				summed[leaf.Path] = true
			}
			rows = append(rows, added)
		}
	}
	at := map[string]int{}
	for _, leaf := range t.Leaves() {
		if leaf.Table != table || summed[leaf.Path] || leaf.Kind != templates.Count {
			continue
		}
		i, known := at[leaf.Row]
		if !known {
			i = len(rows)
			at[leaf.Row] = i
			rows = append(rows, row{})
		}
		rows[i].leaves, rows[i].names = append(rows[i].leaves, leaf), append(rows[i].names, leaf.BriefColumn)
	}
	return rows
}

// mixes reports whether somebody typed both / and a number into a row.
func mixes(r *report.Report, row row) bool {
	slashes, numbers := false, false
	for _, leaf := range row.leaves {
		number, given := r.Numbers[leaf.Path]
		slashes = slashes || given && number.Origin == report.NotApplicable
		numbers = numbers || given && number.Origin == report.Given
	}
	return slashes && numbers
}

func mixedRow(r *report.Report, row row, n int) problem.Problem {
	var cells []string
	for i, leaf := range row.leaves {
		text := "没有填"
		if number, given := r.Numbers[leaf.Path]; given {
			text = number.Text
		}
		cells = append(cells, row.names[i]+" "+text)
	}
	message := "同一行里有的填“/”，有的填数：" + strings.Join(cells, "、")
	if n > 1 {
		message += "。" + row.leaves[0].Table + "这样的行共 " + strconv.Itoa(n) + " 行，这是第一行"
	}
	return r.Warn(problem.CodeSlashMixed, row.leaves[0].Path, message, "本机关没有这项业务的，整行（连总计）都填“/”；有这项业务的，没有发生的格填 0").
		About(problem.Subject{Cell: strings.Join(cells, "、"), Number: strconv.Itoa(n)})
}
