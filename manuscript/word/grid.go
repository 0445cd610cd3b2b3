package word

import (
	"strings"

	"nianbao/manuscript"
)

// lay gives a table its grid. A cell that goes on with the one above must stand
// below it and be as wide; one that finds none stands by itself.
func (b *body) lay(t *table, place string) *manuscript.Table {
	m := &manuscript.Table{Place: place, Rows: len(t.rows)}
	var above [maxColumns + 1]int // by column: the cell that may reach down from it, from 1
	for row, cells := range t.rows {
		for _, c := range cells {
			if n := above[c.column]; c.merge == goOn && n > 0 {
				if upper := &m.Cells[n-1]; upper.ColumnSpan == c.span && upper.Row+upper.RowSpan == row {
					upper.RowSpan++
					b.hideAll(c.pieces)
					continue
				}
			}
			m.Columns = max(m.Columns, c.column+c.span)
			m.Cells = append(m.Cells, b.fill(c, manuscript.Cell{Row: row, Column: c.column, RowSpan: 1, ColumnSpan: c.span}, place))
			above[c.column] = 0
			if c.merge != single {
				above[c.column] = len(m.Cells)
			}
		}
	}
	m.Squeeze()
	if b.places += m.Rows * m.Columns; b.places > maxCells {
		b.tooLarge = errCells
		return m
	}
	m.Fill()
	return m
}

// fill gives a cell its text and its tables.
func (b *body) fill(c cell, out manuscript.Cell, place string) manuscript.Cell {
	var lines []string
	for _, p := range flatten(nil, c.pieces) {
		if p.table != nil {
			out.Tables = append(out.Tables, b.lay(p.table, place+"里的表"))
			continue
		}
		lines = append(lines, p.paragraph.Number+p.paragraph.Text)
	}
	out.Text = strings.Join(lines, "\n")
	return out
}

// flatten lists pieces, and in the place of a table of one column, which only
// frames what it holds, that.
func flatten(out []piece, pieces []piece) []piece {
	for _, p := range pieces {
		if p.table == nil || !p.table.frames() {
			out = append(out, p)
			continue
		}
		for _, row := range p.table.rows {
			for _, c := range row {
				out = flatten(out, c.pieces)
			}
		}
	}
	return out
}

func (t *table) frames() bool {
	for _, row := range t.rows {
		if len(row) > 1 {
			return false
		}
	}
	return true
}
