package workbook

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"nianbao/manuscript"
)

// blocks parts a sheet into paragraphs and tables. Rows of one text each, at the
// edges of a run of rows, are paragraphs; what lies between is a table. A run
// ends at an empty row, unless a merged cell crosses it.
func (g *grid) blocks() []manuscript.Block {
	var out []manuscript.Block
	tables := 0
	for _, run := range g.runs() {
		from, to := 0, len(run)
		for from < to && g.isText(run[from]) {
			out = append(out, g.paragraph(run[from]))
			from++
		}
		for to > from && g.isText(run[to-1]) {
			to--
		}
		if from < to {
			tables++
			place := "工作表“" + g.name + "”"
			if tables > 1 {
				place += "第 " + strconv.Itoa(tables) + " 个表"
			}
			out = append(out, manuscript.Block{Table: g.table(run[from:to], place)})
		}
		for _, row := range run[to:] {
			out = append(out, g.paragraph(row))
		}
	}
	return out
}

// runs are the rows that hold something, parted at empty ones.
func (g *grid) runs() [][]int {
	var out [][]int
	crossed := map[int]bool{} // the rows that a merged cell reaches over, but its first
	for _, m := range g.merges {
		if g.cells[[2]int{m.row, m.column}] == "" {
			continue
		}
		for row := m.row + 1; row <= min(m.toRow, m.row+1000); row++ {
			crossed[row] = true
		}
	}
	for i, row := range g.rows {
		if i == 0 || row != g.rows[i-1]+1 && !crossed[row] {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], row)
	}
	return out
}

// isText: one cell of the row says something, in words, and no other row's
// reaches into it.
func (g *grid) isText(row int) bool {
	said := ""
	for column := range g.right {
		if text := g.cells[[2]int{row, column}]; text != "" {
			if said != "" {
				return false
			}
			said = text
		}
	}
	for _, m := range g.merges {
		if m.row < m.toRow && m.row <= row && row <= m.toRow && g.cells[[2]int{m.row, m.column}] != "" {
			return false
		}
	}
	return strings.IndexFunc(said, func(r rune) bool { return unicode.Is(unicode.Han, r) }) >= 0
}

func (g *grid) paragraph(row int) manuscript.Block {
	p := &manuscript.Paragraph{Place: "工作表“" + g.name + "”第 " + strconv.Itoa(row+1) + " 行", Centre: true}
	for column := range g.right {
		if text := g.cells[[2]int{row, column}]; text != "" {
			p.Text = text
		}
	}
	p.Centre = len([]rune(p.Text)) <= 60 && !strings.Contains(p.Text, "。")
	return manuscript.Block{Paragraph: p}
}

// table gives rows of a sheet their grid.
func (g *grid) table(rows []int, place string) *manuscript.Table {
	t := &manuscript.Table{Rows: len(rows), Columns: g.right, Place: place}
	index := map[int]int{}
	for i, row := range rows {
		index[row] = i
	}
	covered := map[[2]int]bool{}
	spans := map[[2]int]area{}
	for _, m := range g.merges {
		if _, ok := index[m.row]; !ok {
			continue
		}
		m.toColumn = min(m.toColumn, g.right-1)
		clear := true
		for _, row := range rows {
			for column := m.column; column <= m.toColumn; column++ {
				if m.row <= row && row <= m.toRow && covered[[2]int{row, column}] {
					clear = false
				}
			}
		}
		if !clear || m.toColumn < m.column {
			continue
		}
		for _, row := range rows {
			for column := m.column; column <= m.toColumn; column++ {
				if m.row <= row && row <= m.toRow {
					covered[[2]int{row, column}] = true
				}
			}
		}
		spans[[2]int{m.row, m.column}] = m
	}
	for i, row := range rows {
		for column := range g.right {
			at := [2]int{row, column}
			text := g.cells[at]
			c := manuscript.Cell{Row: i, Column: column, RowSpan: 1, ColumnSpan: 1, Text: text, Name: cellName(row, column)}
			if m, ok := spans[at]; ok {
				c.ColumnSpan = m.toColumn - m.column + 1
				for c.RowSpan < len(rows)-i && rows[i+c.RowSpan] <= m.toRow {
					c.RowSpan++
				}
			} else if covered[at] {
				continue
			}
			t.Cells = append(t.Cells, c)
		}
	}
	slices.SortFunc(t.Cells, func(a, b manuscript.Cell) int {
		if a.Row != b.Row {
			return a.Row - b.Row
		}
		return a.Column - b.Column
	})
	return t
}
