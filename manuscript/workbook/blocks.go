package workbook

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/manuscript"
	"nianbao/manuscript/ooxml"
)

// A line is a row that holds something.
type line struct {
	row     int
	columns []int // of the cells with text, in order
	frame   int   // the last empty cell that has a line around it; 0: none, or the first
}

// blocks parts a sheet into paragraphs and tables. Rows of one text each, at the
// edges of a run of rows, are paragraphs; what lies between is a table. A run
// ends at an empty row, unless a merged cell crosses it.
func (g *grid) blocks() ([]manuscript.Block, error) {
	var out []manuscript.Block
	tables := 0
	tall := g.tall()
	for _, run := range g.runs(tall) {
		texts := make([]bool, len(run))
		g.cutProse(run)
		within := 0 // the row that tall cells reach to
		for i, l := range run {
			for len(tall) > 0 && tall[0].row <= l.row {
				within, tall = max(within, tall[0].toRow), tall[1:]
			}
			texts[i] = g.isText(l) && (within < l.row || within == 0)
		}
		from, to := 0, len(run)
		for from < to && texts[from] {
			out = append(out, g.paragraph(run[from]))
			from++
		}
		for to > from && texts[to-1] && !g.opensCells(run[to-1]) {
			to--
		}
		if to > from && to == len(run) {
			if row, ok := g.blankBelow(run[to-1]); ok {
				run, to = append(run[:to:to], line{row: row}), to+1
			}
		}
		if from < to {
			tables++
			place := "工作表“" + g.name + "”"
			if tables > 1 {
				place += "第 " + strconv.Itoa(tables) + " 个表"
			}
			t, err := g.table(g.parted(run[from:to]), place)
			if err != nil {
				return nil, err
			}
			out = append(out, manuscript.Block{Table: t})
		}
		for _, l := range run[to:] {
			out = append(out, g.paragraph(l))
		}
	}
	return out, nil
}

// tall are the merged cells with text that reach over several rows, from above.
func (g *grid) tall() []area {
	var out []area
	for _, m := range g.merges {
		if m.row < m.toRow && g.cells[[2]int{m.row, m.column}] != "" {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b area) int { return a.row - b.row })
	return out
}

// runs are the rows that hold something, parted at empty ones.
func (g *grid) runs(tall []area) [][]line {
	var out [][]line
	crossed := 0 // the row that merged cells reach to over empty ones
	for i, l := range g.lines {
		for len(tall) > 0 && tall[0].row < l.row {
			crossed, tall = max(crossed, min(tall[0].toRow, tall[0].row+1000)), tall[1:]
		}
		if i == 0 || l.row != g.lines[i-1].row+1 && l.row > crossed {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], l)
	}
	return out
}

// isText: one cell of the row says something, in words.
func (g *grid) isText(l line) bool {
	return len(l.columns) == 1 && hasHan(g.said(l))
}

func (g *grid) paragraph(l line) manuscript.Block {
	p := &manuscript.Paragraph{Place: "工作表“" + g.name + "”第 " + strconv.Itoa(l.row+1) + " 行", Text: g.said(l)}
	// A heading in a merged or wide cell stands as if it were centred.
	p.Centre = len([]rune(p.Text)) <= 60 && !strings.Contains(p.Text, "。")
	return manuscript.Block{Paragraph: p}
}

// said is the text of a row that has one.
func (g *grid) said(l line) string { return g.cells[[2]int{l.row, l.columns[0]}] }

// table is a table of some rows, up to the last column that one of them has.
func (g *grid) table(rows []line, place string) (*manuscript.Table, error) {
	t := &manuscript.Table{Rows: len(rows), Place: place}
	for _, l := range rows {
		for _, column := range l.columns {
			t.Columns = max(t.Columns, column+1)
		}
	}
	if g.book.positions += t.Rows * t.Columns; g.book.positions > maxPositions {
		return nil, ooxml.ErrTooMany
	}
	covered := make([]bool, t.Rows*t.Columns)
	for i, l := range rows {
		spans, err := g.spans(rows[i:], t.Columns, covered[i*t.Columns:])
		if err != nil {
			return nil, err
		}
		for column := range t.Columns {
			c := manuscript.Cell{Row: i, Column: column, RowSpan: 1, ColumnSpan: 1, Text: g.cells[[2]int{l.row, column}], Name: cellName(l.row, column)}
			if m, ok := spans[column]; ok {
				c.RowSpan, c.ColumnSpan = m.rows, m.columns
			} else if covered[i*t.Columns+column] {
				continue
			}
			t.Cells = append(t.Cells, c)
		}
	}
	return t, nil
}

type span struct{ rows, columns int }

// spans are the merged cells that begin in the first of some rows, by their columns:
// how many rows and columns they take. One that reaches into another's is left out.
func (g *grid) spans(rows []line, columns int, covered []bool) (map[int]span, error) {
	out := map[int]span{}
	for _, m := range g.merged[rows[0].row] {
		wide := min(m.toColumn, columns-1) - m.column + 1
		if wide < 1 {
			continue
		}
		high := 0
		for high < len(rows) && rows[high].row <= m.toRow {
			high++
		}
		if g.book.steps += high * wide; g.book.steps > maxSteps {
			return nil, ooxml.ErrTooMany
		}
		if cover(covered, columns, m.column, high, wide) {
			out[m.column] = span{high, wide}
		}
	}
	return out, nil
}

// cover marks what a merged cell covers; false: something does so already.
func cover(covered []bool, columns, column, high, wide int) bool {
	for _, mark := range []bool{false, true} {
		for row := range high {
			for i := row*columns + column; i < row*columns+column+wide; i++ {
				if covered[i] {
					return false
				}
				covered[i] = mark
			}
		}
	}
	return true
}
