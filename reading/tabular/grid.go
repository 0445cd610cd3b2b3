// Package tabular has tables of files as grids, whatever their cells span, and puts
// right what programs do to merged cells.
package tabular

import (
	"strconv"
	"strings"

	"nianbao/manuscript"
	"nianbao/reading/naming"
)

// A Grid is a table with its positions worked out: which cell covers each.
type Grid struct {
	*manuscript.Table
	at     []int32 // into Cells, by row, then column
	Asides []Aside // columns that were left out
	file   *Grid   // the table as the file has it, where it was put into another form
}

// largestGrid is in positions; the form's largest table has about 300.
const largestGrid = 1_000_000

func layOut(t *manuscript.Table) *Grid {
	g := &Grid{Table: t, at: make([]int32, t.Rows*t.Columns)}
	for i := range g.at {
		g.at[i] = -1
	}
	for i, c := range t.Cells {
		for row := max(c.Row, 0); row < min(c.Row+c.RowSpan, t.Rows); row++ {
			for column := max(c.Column, 0); column < min(c.Column+c.ColumnSpan, t.Columns); column++ {
				if g.at[row*t.Columns+column] < 0 {
					g.at[row*t.Columns+column] = int32(i)
				}
			}
		}
	}
	return g
}

// Cell is the cell at a position; nil where the file has a hole.
func (g *Grid) Cell(row, column int) *manuscript.Cell {
	if i := g.at[row*g.Columns+column]; i >= 0 {
		return &g.Cells[i]
	}
	return nil
}

// Row lists the cells that cover a row, from left to right, each once.
func (g *Grid) Row(row int) []*manuscript.Cell {
	var cells []*manuscript.Cell
	for column := range g.Columns {
		c := g.Cell(row, column)
		if c != nil && (len(cells) == 0 || cells[len(cells)-1] != c) {
			cells = append(cells, c)
		}
	}
	return cells
}

// PlaceOf is where a cell stands, as people count: 第 2 个表第 5 行第 3 列. The
// column is the cell's number in its row; those that reach down from above count.
func (g *Grid) PlaceOf(row int, cell *manuscript.Cell) string {
	if g.file != nil {
		return g.file.PlaceOf(row, g.file.Cell(row, cell.Column))
	}
	if cell != nil && cell.Name != "" {
		return g.Place + cell.Name
	}
	column := 0
	for i, c := range g.Row(row) {
		if c == cell {
			column = i + 1
		}
	}
	return g.RowPlace(row) + "第 " + strconv.Itoa(column) + " 列"
}

// RowPlace is where a row stands: 第 2 个表第 5 行.
func (g *Grid) RowPlace(row int) string {
	if c := g.Cell(row, 0); c != nil && c.Name != "" && c.Row == row {
		return g.Place + "第 " + strings.TrimLeft(c.Name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") + " 行"
	}
	return g.Place + "第 " + strconv.Itoa(row+1) + " 行"
}

// Text is what a cell says, without the blanks around it.
func Text(c *manuscript.Cell) string {
	if c == nil {
		return ""
	}
	return naming.Trim(c.Text)
}

// An Aside is a column that numbers the rows.
type Aside struct {
	Column int
	Name   string
}
