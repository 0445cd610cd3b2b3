package reading

import (
	"strings"

	"nianbao/manuscript"
	"nianbao/problem"
	"nianbao/reading/naming"
	"nianbao/reading/spelling"
	"nianbao/reading/tabular"
)

// subtotalRow reports a row that adds up the rows above or below it and is none
// of the form's, and reports whether the row is one. Its own numbers are of no
// use to the report; one that does not add up hints at a slip in those that are.
func (t *tableReader) subtotalRow(row int, cells []*manuscript.Cell) bool {
	name := ""
	for _, c := range cells {
		if said := tabular.LabelOf(c); said != "" {
			name = said
		}
	}
	if !sums(name) || t.head == nil {
		return false
	}
	above, below := row, row+1
	for above > 0 && t.alike(above-1, row-1) {
		above--
	}
	for below < len(t.rows) && t.alike(below, row+1) {
		below++
	}
	if above == row && below == row+1 {
		return false
	}
	for _, span := range [][2]int{{above, row}, {row + 1, below}} {
		if span[0] < span[1] && t.addsUp(row, span[0], span[1]) {
			t.found.add(problem.Problem{Severity: problem.Notice, Code: problem.CodeImportRow, Place: t.grid.RowPlace(row),
				Message: "格式里没有" + quote(name) + "这一行，没有读进去；它是" + count(span[1]-span[0]) + " 行之和，已核对无误"})
			return true
		}
	}
	t.found.add(problem.Problem{Severity: problem.Warning, Code: problem.CodeImportRow, Place: t.grid.RowPlace(row),
		Message: "格式里没有" + quote(name) + "这一行，没有读进去；它和上下各行之和不等", Fix: "核对这一组的各行"})
	return true
}

// sums: a name of what adds up others.
func sums(name string) bool {
	folded := string(naming.WordsOf(naming.Fold(name)))
	for _, end := range []string{"小计", "合计", "共计", "总计"} {
		if strings.HasSuffix(folded, end) {
			return true
		}
	}
	return false
}

// alike: both rows are the form's and of one group.
func (t *tableReader) alike(a, b int) bool {
	if a < 0 || b < 0 || a >= len(t.rows) || b >= len(t.rows) || t.rows[a].kind != leafRow || t.rows[b].kind != leafRow {
		return false
	}
	x, y := t.supposition.rows.All[t.rows[a].line], t.supposition.rows.All[t.rows[b].line]
	if x.Section != y.Section || x.Part != y.Part || len(x.Path) != len(y.Path) {
		return false
	}
	return len(x.Path) < 2 || x.Path[len(x.Path)-2].Text == y.Path[len(y.Path)-2].Text
}

// addsUp holds the numbers of a row against those of the rows from..to.
func (t *tableReader) addsUp(row, from, to int) bool {
	seen := 0
	for _, c := range t.grid.Row(row) {
		given, ok := spelling.Whole(spelling.Read("", "", tabular.Text(c)).Text)
		if !ok || c.ColumnSpan > 1 && tabular.LabelOf(c) != "" {
			continue
		}
		sum := 0
		for r := from; r < to; r++ {
			n, ok := spelling.Whole(spelling.Read("", "", tabular.Text(t.grid.Cell(r, c.Column))).Text)
			if !ok {
				return false
			}
			sum += n
		}
		if sum != given {
			return false
		}
		seen++
	}
	return seen > 1
}
