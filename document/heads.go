package document

import (
	"fmt"
	"slices"
)

// nameHeads gives the heads of some rows their identifiers, and says of every
// cell which heads a person would read with it: the caption, the columns' from
// the outermost in, the rows' likewise. labels are the columns of row labels,
// heads the rows of column heads, both counted from the first row and column.
func (t *Table) nameHeads(table, first, caption, heads, labels int) {
	rows := t.Rows[first:]
	var above []string // the caption
	for i, row := range rows {
		for j := range row {
			c := &row[j]
			if c.Kind == ColumnHead || c.Kind == RowLabel || c.Kind == Caption {
				c.ID = fmt.Sprintf("t%dr%dc%d", table, first+i+1, c.Column+1)
			}
			if i < caption {
				above = append(above, c.ID)
			}
		}
	}
	body := rows[caption:]
	for i, row := range body {
		for j := range row {
			c := &row[j]
			c.Heads = slices.Clone(above)
			if i < heads {
				c.Heads = append(c.Heads, over(body[:i], c.Column)...)
				continue
			}
			if c.Column >= labels {
				c.Heads = append(c.Heads, over(body[:heads], c.Column)...)
			}
			c.Heads = append(c.Heads, beside(body[heads:], i-heads, min(c.Column, labels))...)
		}
	}
}

// over are the column heads of some rows that stand over a column.
func over(rows [][]Cell, column int) []string {
	var ids []string
	for _, row := range rows {
		for _, c := range row {
			if c.Kind == ColumnHead && c.Column <= column && column < c.Column+c.ColSpan {
				ids = append(ids, c.ID)
			}
		}
	}
	return ids
}

// beside are the row labels that reach over a row, those before a column.
func beside(rows [][]Cell, at, column int) []string {
	type label struct {
		column int
		id     string
	}
	var found []label
	for i, row := range rows[:at+1] {
		for _, c := range row {
			if c.Kind == RowLabel && i+c.RowSpan > at && c.Column < column {
				found = append(found, label{c.Column, c.ID})
			}
		}
	}
	slices.SortFunc(found, func(a, b label) int { return a.column - b.column })
	var ids []string
	for _, l := range found {
		ids = append(ids, l.id)
	}
	return ids
}
