package manuscript

import "slices"

// Squeeze takes out the rows and columns in which no cell begins: programs write
// spans that are wider than the table.
func (t *Table) Squeeze() {
	rows, columns := make([]bool, t.Rows), make([]bool, t.Columns)
	for _, c := range t.Cells {
		rows[c.Row], columns[c.Column] = true, true
	}
	rowAt, columnAt := ranks(rows), ranks(columns)
	for i := range t.Cells {
		c := &t.Cells[i]
		c.RowSpan = rowAt[c.Row+c.RowSpan] - rowAt[c.Row]
		c.ColumnSpan = columnAt[c.Column+c.ColumnSpan] - columnAt[c.Column]
		c.Row, c.Column = rowAt[c.Row], columnAt[c.Column]
	}
	t.Rows, t.Columns = rowAt[len(rows)], columnAt[len(columns)]
}

// ranks are how many were kept before each.
func ranks(kept []bool) []int {
	out := make([]int, len(kept)+1)
	for i, keep := range kept {
		out[i+1] = out[i]
		if keep {
			out[i+1]++
		}
	}
	return out
}

// Fill puts an empty cell wherever there is none, and all cells in order. The
// cells must not overlap.
func (t *Table) Fill() {
	taken := make([]bool, t.Rows*t.Columns)
	for _, c := range t.Cells {
		for row := c.Row; row < c.Row+c.RowSpan; row++ {
			for column := c.Column; column < c.Column+c.ColumnSpan; column++ {
				taken[row*t.Columns+column] = true
			}
		}
	}
	for i, covered := range taken {
		if !covered {
			t.Cells = append(t.Cells, Cell{Row: i / t.Columns, Column: i % t.Columns, RowSpan: 1, ColumnSpan: 1, Missing: true})
		}
	}
	slices.SortFunc(t.Cells, func(a, b Cell) int {
		if a.Row != b.Row {
			return a.Row - b.Row
		}
		return a.Column - b.Column
	})
}
