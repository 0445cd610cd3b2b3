package web

import (
	"fmt"
	"strings"

	"nianbao/manuscript"
)

// table is a table with its full grid, as browsers make it out of the rows and
// spans of the page (HTML standard, "forming a table"). Where two cells would
// overlap, the one that begins first has the place.
func (p *page) table(t *table, place string) *manuscript.Table {
	m := &manuscript.Table{Place: place}
	var until []int // by column: the row from which on it is free
	overlaps := false
	row := 0
	for _, group := range t.ordered() {
		end := row + len(group.rows)
		for _, cells := range group.rows {
			column := 0
			for _, c := range cells {
				for column < len(until) && until[column] > row {
					column++
				}
				span := 1
				for span < c.columnSpan && (column+span >= len(until) || until[column+span] <= row) {
					span++
				}
				overlaps = overlaps || span < c.columnSpan
				if column+span > maxColumns {
					p.tooLarge = fmt.Errorf("网页里有表格超过 %d 列"+advice, maxColumns)
					return m
				}
				for len(until) < column+span {
					until = append(until, 0)
				}
				rows := min(c.rowSpan, end-row)
				for k := column; k < column+span; k++ {
					until[k] = row + rows
				}
				m.Cells = append(m.Cells, p.cell(c, manuscript.Cell{Row: row, Column: column, RowSpan: rows, ColumnSpan: span}, place))
				column += span
			}
			row++
		}
		for i := range until {
			until[i] = min(until[i], end)
		}
	}
	m.Rows, m.Columns = row, len(until)
	if overlaps {
		p.overlaps++
	}
	m.Squeeze()
	p.fill(m)
	return m
}

// cell gives a cell its text and its tables.
func (p *page) cell(c cell, out manuscript.Cell, place string) manuscript.Cell {
	var lines []string
	for _, piece := range c.flow.pieces {
		switch t := piece.table; {
		case t == nil:
			lines = append(lines, piece.paragraph.Number+piece.paragraph.Text)
		case t.cells == 1: // a frame around what it holds
			inner := p.cell(t.only(), manuscript.Cell{}, place)
			if inner.Text != "" {
				lines = append(lines, inner.Text)
			}
			out.Tables = append(out.Tables, inner.Tables...)
		default:
			out.Tables = append(out.Tables, p.table(t, place+"里的表"))
		}
	}
	out.Text = strings.Join(lines, "\n")
	return out
}

// only is the cell of a table that has one.
func (t *table) only() cell {
	for _, group := range t.groups {
		for _, row := range group.rows {
			if len(row) > 0 {
				return row[0]
			}
		}
	}
	return cell{}
}

// fill puts empty cells where rows were too short.
func (p *page) fill(m *manuscript.Table) {
	if p.filled += m.Rows * m.Columns; p.filled > maxCells {
		p.tooLarge = fmt.Errorf("网页里的表格超过 %d 格"+advice, maxCells)
		return
	}
	m.Fill()
}
