package layout

import (
	"nianbao/document"
	"nianbao/render/style"
)

// A placed table is one whose rows are on their way to the pages.
type placed struct {
	table   document.Table
	columns []style.Length // x of every column's left edge, and the last one's right
	heights []style.Length
	cells   [][]boxed
	rows    []int // each row's element
	element int
	piece   piece
}

// A boxed cell has its text broken into lines.
type boxed struct {
	document.Cell
	lines       []line
	left, right style.Length // where the text's room begins and ends
}

// A piece is the rows of a table that stand on one page.
type piece []rowAt

type rowAt struct {
	row    int
	y      style.Length
	repeat bool // a head row drawn again
}

// table breaks the cells' text, sizes the rows and queues them. A table that
// fits on a page keeps together, and with the heading before it.
func (s *setter) table(t document.Table) {
	widths, size := s.fitted(t)
	p := &placed{table: t, element: s.element(Element{Tag: TagTable})}
	p.columns = columnEdges(widths)
	for _, row := range t.Rows {
		element := s.element(Element{Tag: TagTR, Parent: p.element})
		p.rows = append(p.rows, element)
		cells := make([]boxed, len(row))
		for i, cell := range row {
			cells[i] = s.box(cell, p, element, size)
		}
		p.cells = append(p.cells, cells)
	}
	p.heights = rowHeights(t, p.cells)
	total := style.Length(0)
	for _, h := range p.heights {
		total += h
	}
	whole := total <= style.TextHeight
	for i := range t.Rows {
		last := i == len(t.Rows)-1
		s.bands = append(s.bands, band{
			height: p.heights[i], table: p, row: i,
			keep: !last && (i < t.Head || whole && !t.Prose),
			draw: func(_ *Page, _ int, y style.Length) { p.piece = append(p.piece, rowAt{row: i, y: y}) },
		})
	}
}

func columnEdges(widths []int) []style.Length {
	total := style.Length(0)
	for _, w := range widths {
		total += style.Length(w) * style.Twip
	}
	edges := []style.Length{style.MarginLeft + (style.TextWidth-total)/2}
	for _, w := range widths {
		edges = append(edges, edges[len(edges)-1]+style.Length(w)*style.Twip)
	}
	return edges
}

func (s *setter) box(cell document.Cell, p *placed, row int, numberSize style.Length) boxed {
	kind := style.CellType(p.table.Dense)
	if cell.Kind == document.Number {
		kind.Size = numberSize
	}
	element := s.element(cellElement(cell, row))
	left, right := p.columns[cell.Column]+style.CellSide, p.columns[cell.Column+cell.ColSpan]-style.CellSide
	before, after := style.CellInsets(cell, right-left, kind.Size)
	left, right = left+before, right-after
	room := right - left
	text := s.characters(span{text: cell.Text, kind: kind, element: element, path: cell.From, place: cell.Place})
	return boxed{Cell: cell, lines: breakLines(text, room, room, false), left: left, right: right}
}

func cellElement(cell document.Cell, row int) Element {
	e := Element{Tag: TagTH, Parent: row, RowSpan: cell.RowSpan, ColSpan: cell.ColSpan}
	switch cell.Kind {
	case document.RowLabel:
		e.Scope = "Row"
	case document.ColumnHead, document.Caption:
		e.Scope = "Column"
	default:
		e.Tag = TagTD
	}
	return e
}

// rowHeights are as Word makes them: a row is as high as its highest cell; a
// cell over several rows that needs more adds to the last of them.
func rowHeights(t document.Table, rows [][]boxed) []style.Length {
	heights := make([]style.Length, len(rows))
	need := func(c boxed) style.Length {
		return style.Length(max(1, len(c.lines)))*style.CellType(t.Dense).Line + 2*style.CellPad(t.Dense)
	}
	for i, row := range rows {
		for _, c := range row {
			if c.RowSpan == 1 {
				heights[i] = max(heights[i], need(c))
			}
		}
		heights[i] = max(heights[i], style.CellType(t.Dense).Line+2*style.CellPad(t.Dense))
	}
	for i, row := range rows {
		for _, c := range row {
			lack := need(c)
			for _, h := range heights[i : i+c.RowSpan] {
				lack -= h
			}
			heights[i+c.RowSpan-1] += max(0, lack)
		}
	}
	return heights
}

// repeatHead puts the head rows at the top of a new page when the table goes
// on there, and returns their height.
func (p *placed) repeatHead(row int) style.Length {
	if row < max(1, p.table.Head) {
		return 0
	}
	y := style.Length(0)
	for i := range p.table.Head {
		p.piece = append(p.piece, rowAt{row: i, y: style.MarginTop + y, repeat: true})
		y += p.heights[i]
	}
	return y
}
