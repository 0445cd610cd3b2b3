package ofd

import (
	"slices"
	"unicode"

	"nianbao/manuscript"
)

// A table is one that the next page may continue.
type table struct {
	out    *manuscript.Table
	widths []int
}

// grid adds a table, or the next page's part of the last one.
func (f *file) grid(g *grid, top bool) error {
	t, err := g.cells()
	if err != nil {
		return err
	}
	f.endParagraph()
	f.y = 0
	widths := make([]int, len(g.xs)-1)
	for i := range widths {
		widths[i] = g.xs[i+1] - g.xs[i]
	}
	if top && f.table != nil && slices.EqualFunc(f.table.widths, widths, func(a, b int) bool { return abs(a-b) < near }) {
		extend(f.table.out, t)
		return nil
	}
	f.table = &table{t, widths}
	f.blocks = append(f.blocks, manuscript.Block{Table: t})
	return nil
}

// extend adds the rows of the next page, less the head that is repeated there.
func extend(t, more *manuscript.Table) {
	head := 0
	for head+1 < more.Rows && head+1 < t.Rows && slices.Equal(row(t, head), row(more, head)) {
		head++
	}
	for _, c := range more.Cells {
		if c.Row < head {
			continue
		}
		if c.Row == head {
			// A cell that the page's end parts has its text above and none below; of
			// numbers that is nothing unusual.
			i := slices.IndexFunc(t.Cells, func(a manuscript.Cell) bool {
				return a.Row+a.RowSpan == t.Rows && a.Column == c.Column && a.ColumnSpan == c.ColumnSpan
			})
			if i >= 0 && c.Text == "" && hasHan(t.Cells[i].Text) {
				t.Cells[i].RowSpan += c.RowSpan
				continue
			}
		}
		c.Row += t.Rows - head
		t.Cells = append(t.Cells, c)
	}
	t.Rows += more.Rows - head
}

// row are the cells that begin in a row, as if it were the first.
func row(t *manuscript.Table, i int) []cell {
	var out []cell
	for _, c := range t.Cells {
		if c.Row == i {
			out = append(out, cell{c.Column, c.ColumnSpan, c.RowSpan, c.Text})
		}
	}
	return out
}

type cell struct {
	column, columns, rows int
	text                  string
}

func hasHan(s string) bool {
	return slices.ContainsFunc([]rune(s), func(r rune) bool { return unicode.Is(unicode.Han, r) })
}
