package html

import (
	"fmt"
	"slices"
	"strconv"

	"nianbao/document"
)

// fixed are the cells that fix the columns' widths, one a column: the first that
// stands in no other column too, or, where there is none, in as few as possible.
func fixed(t document.Table) map[*document.Cell]string {
	of := make([]*document.Cell, len(t.Widths))
	for _, row := range t.Rows {
		for i := range row {
			c := &row[i]
			if now := of[c.Column]; now == nil || c.ColSpan < now.ColSpan {
				of[c.Column] = c
			}
		}
	}
	widths := map[*document.Cell]string{}
	said := 0 // columns
	for column, c := range of {
		if c != nil && column >= said && c.ColSpan < len(t.Widths) {
			widths[c], said = percent(t, column, c.ColSpan), column+c.ColSpan
		}
	}
	return widths
}

// percent is the share that columns have of a table's width, in tenths of a percent.
func percent(t document.Table, from, span int) string {
	total, own := 0, 0
	for i, width := range t.Widths {
		total += width
		if from <= i && i < from+span {
			own += width
		}
	}
	tenths := (own*2000/max(1, total) + 1) / 2
	if tenths%10 == 0 {
		return strconv.Itoa(tenths/10) + "%"
	}
	return fmt.Sprintf("%d.%d%%", tenths/10, tenths%10)
}

// joined is a table without the columns that no cell begins in: parts of two and of
// three columns make a grid that has some, and HTML allows none.
func joined(t document.Table) document.Table {
	begins := make([]int, len(t.Widths)+1) // by column: 1 where a cell begins
	for _, row := range t.Rows {
		for _, c := range row {
			begins[c.Column] = 1
		}
	}
	at := make([]int, len(begins)) // by column: where it comes to stand
	var widths []int
	for column, width := range t.Widths {
		at[column] = len(widths)
		if begins[column] == 0 && column > 0 {
			widths[len(widths)-1] += width
			continue
		}
		widths = append(widths, width)
	}
	at[len(t.Widths)] = len(widths)
	rows := make([][]document.Cell, len(t.Rows))
	for i, row := range t.Rows {
		rows[i] = slices.Clone(row)
		for j := range rows[i] {
			c := &rows[i][j]
			c.Column, c.ColSpan = at[c.Column], at[c.Column+c.ColSpan]-at[c.Column]
		}
	}
	t.Widths, t.Rows = widths, rows
	return t
}
