package word

import (
	"fmt"
	"strconv"
	"strings"

	"nianbao/manuscript"
)

// A row is one being read: cells beside each other, each over its columns.
type row struct {
	before, after int // columns left free
	cells         []tableCell
	removed       bool
}

type tableCell struct {
	span    int
	merge   string // "restart", "continue", or "" for a cell of its own
	across  bool   // goes on with the cell to its left
	removed bool
	text    []string
	tables  []*manuscript.Table
}

// table reads a w:tbl.
func (s *story) table(x *part, add func(manuscript.Block)) error {
	s.tables++
	t := &manuscript.Table{Place: fmt.Sprintf("第 %d 个表", s.tables)}
	g := &grid{table: t}
	err := s.rows(x, g)
	if err != nil {
		return err
	}
	if t.Rows*t.Columns > maxPlaces {
		return fmt.Errorf("Word 文件里有表格超过 %d 格，没有读；请只留下报告另存一份", maxPlaces)
	}
	g.fill()
	add(manuscript.Block{Table: t})
	return s.bounds()
}

func (s *story) rows(x *part, g *grid) error {
	var read func(e element) error
	read = func(e element) error {
		switch e.name {
		case "tr":
			r, err := s.row(x)
			if err != nil || r.removed {
				return err
			}
			s.cells += len(r.cells)
			if err := g.add(r); err != nil {
				return err
			}
			return s.bounds()
		case "sdt", "customXml", "ins", "moveTo", "AlternateContent":
			return s.wrapped(x, e, read)
		}
		return x.skip()
	}
	return x.children(read)
}

func (s *story) row(x *part) (r row, err error) {
	var read func(e element) error
	read = func(e element) error {
		switch e.name {
		case "trPr":
			return x.children(func(e element) error {
				switch e.name {
				case "gridBefore":
					r.before = count(e)
				case "gridAfter":
					r.after = count(e)
				case "del":
					r.removed = true
					s.seen.deletions++
				case "ins":
					s.seen.insertions++
				}
				return x.skip()
			})
		case "tc":
			c, err := s.cell(x)
			if !c.removed {
				r.cells = append(r.cells, c)
			}
			return err
		case "sdt", "customXml", "ins", "moveTo", "AlternateContent":
			return s.wrapped(x, e, read)
		}
		return x.skip()
	}
	return r, x.children(read)
}

func (s *story) cell(x *part) (c tableCell, err error) {
	c.span = 1
	add := func(b manuscript.Block) {
		if b.Table != nil {
			c.tables = append(c.tables, b.Table)
			return
		}
		c.text = append(c.text, b.Paragraph.Number+b.Paragraph.Text)
	}
	err = x.children(func(e element) error {
		if e.name != "tcPr" {
			return s.block(x, e, add)
		}
		return x.children(func(e element) error {
			switch e.name {
			case "gridSpan":
				c.span = max(1, count(e))
			case "vMerge":
				if c.merge = e.value("val"); c.merge != "restart" {
					c.merge = "continue"
				}
			case "hMerge":
				c.across = e.value("val") != "restart"
			case "cellDel":
				c.removed = true
				s.seen.deletions++
			case "cellIns":
				s.seen.insertions++
			}
			return x.skip()
		})
	})
	return c, err
}

// count is a number of columns; what is no number, or beyond all sense, is
// taken for one more than a table may have.
func count(e element) int {
	n, err := strconv.Atoi(e.value("val"))
	if err != nil || n < 0 || n > maxColumns {
		return maxColumns + 1
	}
	return n
}

// A grid is a table growing by rows.
type grid struct {
	table *manuscript.Table
	above []int // by column: the index of the merged cell that may go on below, or -1
}

func (g *grid) add(r row) error {
	t, at := g.table, r.before
	open := make([]int, len(g.above))
	for i := range open {
		open[i] = -1
	}
	for _, c := range r.cells {
		if at+c.span+r.after > maxColumns {
			return fmt.Errorf("Word 文件里有表格超过 %d 列，没有读；请只留下报告另存一份", maxColumns)
		}
		for len(open) < at+c.span {
			open, g.above = append(open, -1), append(g.above, -1)
		}
		last := len(t.Cells) - 1
		switch {
		case c.across && last >= 0 && t.Cells[last].Row == t.Rows && t.Cells[last].Column+t.Cells[last].ColumnSpan == at:
			t.Cells[last].ColumnSpan += c.span
		case c.merge == "continue" && g.above[at] >= 0 && t.Cells[g.above[at]].Column == at && t.Cells[g.above[at]].ColumnSpan == c.span:
			t.Cells[g.above[at]].RowSpan++
			open[at] = g.above[at]
		default:
			t.Cells = append(t.Cells, manuscript.Cell{
				Row: t.Rows, Column: at, RowSpan: 1, ColumnSpan: c.span, Text: strings.Join(c.text, "\n"), Tables: c.tables,
			})
			if c.merge != "" {
				open[at] = len(t.Cells) - 1
			}
		}
		at += c.span
	}
	t.Columns = max(t.Columns, at)
	t.Rows++
	g.above = open
	return nil
}

// fill gives every place that no cell covers an empty one.
func (g *grid) fill() {
	t := g.table
	covered := make([]bool, t.Rows*t.Columns)
	starts := make([]int, t.Rows*t.Columns) // index of the cell that begins there, from 1
	for i, c := range t.Cells {
		starts[c.Row*t.Columns+c.Column] = i + 1
		for row := c.Row; row < c.Row+c.RowSpan; row++ {
			for column := c.Column; column < c.Column+c.ColumnSpan; column++ {
				covered[row*t.Columns+column] = true
			}
		}
	}
	cells := make([]manuscript.Cell, 0, len(t.Cells))
	for at := range covered {
		switch {
		case starts[at] > 0:
			cells = append(cells, t.Cells[starts[at]-1])
		case !covered[at]:
			cells = append(cells, manuscript.Cell{Row: at / t.Columns, Column: at % t.Columns, RowSpan: 1, ColumnSpan: 1, Missing: true})
		}
	}
	t.Cells = cells
}
