package reading

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nianbao/manuscript"
	"nianbao/problem"
	"nianbao/reading/naming"
	"nianbao/reading/tabular"
	"nianbao/report"
)

// One more column at any place of any table, with a head and a number in every
// row: it is named, and no number of the form is another one because of it.
func TestOneColumnMore(t *testing.T) {
	for _, name := range []string{"as-the-form", "edition-2019", "all-in-one-table"} {
		text, err := os.ReadFile(filepath.Join("testdata", "habits", name, "input.txt"))
		if err != nil {
			t.Fatal(err)
		}
		want := Understand(parseManuscript(string(text))).Report
		for n, b := range parseManuscript(string(text)).Blocks {
			if b.Table == nil {
				continue
			}
			for at := range b.Table.Columns + 1 {
				for _, head := range []string{"备注", "上年处理决定数量"} {
					m := parseManuscript(string(text))
					if !addColumn(m.Blocks[n].Table, at, head) {
						continue
					}
					got := Understand(m)
					what := fmt.Sprintf("%s: %s as column %d of %s", name, head, at+1, b.Table.Place)
					named := slices.ContainsFunc(got.Problems, func(p problem.Problem) bool { return strings.Contains(p.Message, head) })
					if !named && !problem.HasErrors(got.Problems) {
						t.Errorf("%s is not named", what)
					}
					for _, leaf := range want.Template.Leaves() {
						if g := got.Report.Numbers[leaf.Path]; g.Origin == report.Given && g.Text != "" && g.Text != want.Numbers[leaf.Path].Text {
							t.Errorf("%s: %s is %q, want %q", what, leaf.Path, g.Text, want.Numbers[leaf.Path].Text)
						}
					}
				}
			}
		}
	}
}

// addColumn puts a column before another one; cells that reach over the place
// grow wider. False: they all do.
func addColumn(t *manuscript.Table, at int, head string) bool {
	added := false
	t.Columns++
	covered, numbers := make([]bool, t.Rows), make([]bool, t.Rows)
	for i := range t.Cells {
		c := &t.Cells[i]
		numbers[c.Row] = numbers[c.Row] || tabular.Text(c) != "" && !naming.HasHan(tabular.Text(c))
		switch {
		case c.Column >= at:
			c.Column++
		case c.Column+c.ColumnSpan > at:
			c.ColumnSpan++
			for row := c.Row; row < c.Row+c.RowSpan; row++ {
				covered[row] = true
			}
		}
	}
	for row := range t.Rows {
		if !covered[row] {
			added = true
			said := head
			if numbers[row] {
				said = fmt.Sprint(9000 + row)
			}
			t.Cells = append(t.Cells, manuscript.Cell{Row: row, Column: at, RowSpan: 1, ColumnSpan: 1, Text: said})
		}
	}
	slices.SortFunc(t.Cells, func(a, b manuscript.Cell) int {
		if a.Row != b.Row {
			return a.Row - b.Row
		}
		return a.Column - b.Column
	})
	return added
}
