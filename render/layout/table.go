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
	first   int // the band of its first row
	piece   piece
}

// A boxed cell has its text broken into lines.
type boxed struct {
	document.Cell
	element     int
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

// table breaks the cells' text and queues the rows. How high they are is settled
// when the padding is (pad).
func (s *setter) table(t document.Table) {
	widths, size := s.fitted(t)
	p := &placed{table: t, element: s.element(Element{Tag: TagTable, Summary: t.Summary}), first: len(s.bands)}
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
	p.heights = make([]style.Length, len(t.Rows))
	for i := range t.Rows {
		s.bands = append(s.bands, band{
			table: p, row: i,
			draw: func(_ *Page, page int, y style.Length) {
				p.piece = append(p.piece, rowAt{row: i, y: y})
				for _, cell := range p.cells[i] {
					if cell.From != "" {
						s.out.Places[cell.From] = page
					}
				}
			},
		})
	}
	s.tables = append(s.tables, p)
}

// pad sizes the rows for so much air above and below the cells' lines. A table that
// fits on a page keeps together, and with the heading before it.
func (p *placed) pad(pad style.Length, bands []band) {
	p.rowHeights(pad)
	total := style.Length(0)
	for _, h := range p.heights {
		total += h
	}
	whole := total <= style.TextHeight
	for i, h := range p.heights {
		b := &bands[p.first+i]
		b.height = h
		b.keep = i < len(p.heights)-1 && (i < p.table.Head || whole && !p.table.Prose)
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
	inner := right - left
	before, after := style.CellInsets(cell, inner, kind.Size)
	left, right = left+before, right-after
	room := right - left
	boxed := boxed{Cell: cell, element: element, left: left, right: right}
	for _, pieces := range style.CellPieces(cell, inner, kind.Size) {
		var spans []span
		for _, piece := range pieces {
			of := kind
			if piece.Note {
				of.Role = style.NoteRole
			}
			spans = append(spans, span{text: piece.Text, kind: of, element: element, path: cell.From, place: cell.Place})
		}
		boxed.lines = append(boxed.lines, s.breakLines(s.characters(spans...), room, room)...)
	}
	return boxed
}

func cellElement(cell document.Cell, row int) Element {
	e := Element{Tag: TagTH, Parent: row, RowSpan: cell.RowSpan, ColSpan: cell.ColSpan, ID: cell.ID, Heads: cell.Heads, From: cell.From}
	switch cell.Kind {
	case document.RowLabel:
		e.Scope = "Row"
	case document.ColumnHead, document.Caption:
		e.Scope = "Column"
	case document.Blank:
		e.Tag, e.Actual = TagTD, style.BlankText
	default:
		e.Tag = TagTD
	}
	return e
}

// rowHeights are as Word makes them: a row is as high as its highest cell; a
// cell over several rows that needs more adds to the last of them.
func (p *placed) rowHeights(pad style.Length) {
	line := style.CellType(p.table.Dense).Line
	need := func(c *boxed) style.Length { return style.Length(max(1, len(c.lines)))*line + 2*pad }
	for i, row := range p.cells {
		p.heights[i] = line + 2*pad
		for k := range row {
			if row[k].RowSpan == 1 {
				p.heights[i] = max(p.heights[i], need(&row[k]))
			}
		}
	}
	for i, row := range p.cells {
		for k := range row {
			c := &row[k]
			if c.RowSpan == 1 {
				continue
			}
			lack := need(c)
			for _, h := range p.heights[i : i+c.RowSpan] {
				lack -= h
			}
			p.heights[i+c.RowSpan-1] += max(0, lack)
		}
	}
}

// headHeight is what the repeated head takes where the table goes on on a new page.
func (p *placed) headHeight(row int) style.Length {
	height := style.Length(0)
	if row >= max(1, p.table.Head) {
		for _, h := range p.heights[:p.table.Head] {
			height += h
		}
	}
	return height
}

// repeatHead puts the head rows at the top of a new page when the table goes
// on there.
func (p *placed) repeatHead(row int) {
	if row < max(1, p.table.Head) {
		return
	}
	y := style.MarginTop
	for i := range p.table.Head {
		p.piece = append(p.piece, rowAt{row: i, y: y, repeat: true})
		y += p.heights[i]
	}
}
