package word

import (
	"fmt"
	"strconv"

	"nianbao/manuscript/ooxml"
)

// A table is one as the file has it, row by row.
type table struct {
	widths []int // of the grid's columns, in twips
	rows   [][]cell
}

// A cell says where it begins in its row, and which ones go on with it.
type cell struct {
	column, span int
	merge        merge // with the cell above
	pieces       []piece
}

// merge is how a cell goes together with the ones above and below it.
type merge int8

const (
	single merge = iota
	restart
	goOn
)

// table reads w:tbl.
func (b *body) table() *table {
	if b.tableDepth++; b.tableDepth > maxTableDepth {
		b.x.Fail(fmt.Errorf("文件里表格套表格超过 %d 层"+ooxml.TooMuch, maxTableDepth))
	}
	t := &table{}
	b.rows(t)
	b.tableDepth--
	t.join()
	if len(t.rows) == 0 {
		return nil
	}
	return t
}

func (b *body) rows(t *table) {
	for name := range b.x.Children() {
		switch name {
		case "w:tblGrid":
			t.widths = readGrid(b.x)
		case "w:tr":
			b.row(t)
		case "w:sdt":
			b.control(func() { b.rows(t) })
		case "w:customXml", "w:ins", "w:moveTo":
			b.rows(t)
		case "mc:AlternateContent":
			b.alternate(func() { b.rows(t) })
		}
	}
}

// A row is one while it is read.
type row struct {
	cells   []cell
	column  int // of the next cell
	after   int // empty columns at its end
	deleted bool
	hidden  bool
}

func (b *body) row(t *table) {
	r := &row{}
	b.cellsOf(r)
	r.column += r.after
	if r.column > maxColumns {
		b.x.Fail(fmt.Errorf("文件里有表格超过 %d 列"+ooxml.TooMuch, maxColumns))
	}
	switch {
	case r.deleted:
		b.deletions++
		return
	case r.hidden:
		b.hiddenRows++
		return
	}
	t.rows = append(t.rows, r.cells)
	if b.cells++; b.cells > maxCells {
		b.x.Fail(errCells)
	}
}

var errCells = fmt.Errorf("文件里的表格超过 %d 格"+ooxml.TooMuch, maxCells)

func (b *body) cellsOf(r *row) {
	for name := range b.x.Children() {
		switch name {
		case "w:trPr":
			for name := range b.x.Children() {
				switch name {
				case "w:gridBefore":
					r.column += b.span("w:val")
				case "w:gridAfter":
					r.after = b.span("w:val")
				case "w:del":
					r.deleted = true
				case "w:ins":
					b.insertions++
				case "w:hidden":
					r.hidden = flag(b.x) == on
				}
			}
		case "w:tc":
			b.cell(r)
		case "w:sdt":
			b.control(func() { b.cellsOf(r) })
		case "w:customXml":
			b.cellsOf(r)
		case "mc:AlternateContent":
			b.alternate(func() { b.cellsOf(r) })
		}
	}
}

// span is how many columns something takes; more than a table may have is one
// more than that, for the row to be refused.
func (b *body) span(name string) int {
	n, err := strconv.Atoi(b.x.Attribute(name))
	switch {
	case err != nil && n <= 0:
		return 0
	case n > maxColumns:
		return maxColumns + 1
	}
	return max(n, 0)
}

// cell reads w:tc.
func (b *body) cell(r *row) {
	if b.cells++; b.cells > maxCells {
		b.x.Fail(errCells)
		return
	}
	c := cell{column: r.column, span: 1}
	deleted, beside := false, false
	var f flow
	around := b.fields
	b.fields = nil
	b.inCell++
	defer func() { b.inCell-- }()
	for name := range b.x.Children() {
		if name != "w:tcPr" {
			b.block(name, &f)
			continue
		}
		for name := range b.x.Children() {
			switch name {
			case "w:gridSpan":
				c.span = max(1, b.span("w:val"))
			case "w:vMerge":
				c.merge = mergeOf(b.x.Attribute("w:val"), "restart")
			case "w:hMerge":
				beside = b.x.Attribute("w:val") != "restart"
			case "w:cellMerge": // a tracked change
				c.merge = mergeOf(b.x.Attribute("w:vMerge"), "rest")
				b.insertions++
			case "w:cellDel":
				deleted = true
			case "w:cellIns":
				b.insertions++
			}
		}
	}
	f.end(b)
	b.fields = around
	switch n := len(r.cells); {
	case deleted:
		b.deletions++
		return
	case beside && n > 0: // it goes on with the one on its left
		r.cells[n-1].span += c.span
		b.hideAll(f.pieces)
	default:
		c.pieces = f.pieces
		r.cells = append(r.cells, c)
	}
	if r.column += c.span; r.column > maxColumns {
		b.x.Fail(fmt.Errorf("文件里有表格超过 %d 列"+ooxml.TooMuch, maxColumns))
	}
}

func mergeOf(value, first string) merge {
	if value == first {
		return restart
	}
	return goOn
}

// hideAll counts the text of cells that a merged one covers: Word does not show it.
func (b *body) hideAll(pieces []piece) {
	for _, p := range pieces {
		if p.paragraph != nil {
			b.hide(p.paragraph.Text)
		}
	}
}
