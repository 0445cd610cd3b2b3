package web

// A table is one as the page gives it, before spans are resolved.
type table struct {
	groups                         []group
	open                           bool // a row is open
	arranges                       bool // the page says that it only arranges
	hidden, groupHidden, rowHidden bool
	dropped                        bool

	cells  int  // of its own
	widest int  // cells in a row
	layout bool // it only arranges what it holds; known at its end
	nested bool // a cell holds tables
}

// A group is a run of rows that spans do not leave: thead, tbody, tfoot.
type group struct {
	kind string
	rows [][]cell
}

// A cell is one as the page gives it.
type cell struct {
	rowSpan, columnSpan int
	flow                *flow
}

// tableTag handles the beginning of what tables are made of.
func (p *page) tableTag(tag string, a attributes) bool {
	f := p.flow()
	switch tag {
	case "table":
		p.end()
		p.endTable() // one that stands in another outside its cells ends it
		f.pop("p")
		l := f.top().look.inside(tag, a)
		f.table = &table{hidden: l.hidden, dropped: l.dropped, arranges: a.role == "presentation" || a.role == "none"}
		return true
	case "caption", "colgroup", "col":
		if tag == "caption" {
			p.toTable()
		}
		return tag != "caption"
	case "thead", "tbody", "tfoot":
		if t := p.toTable(); t != nil {
			t.groups = append(t.groups, group{kind: tag})
			p.cells++ // what takes room counts
			t.open, t.rowHidden = false, false
			t.groupHidden = look{}.inside(tag, a).hidden
		}
		return true
	case "tr":
		if t := p.toTable(); t != nil {
			t.newRow()
			t.rowHidden = look{}.inside(tag, a).hidden
			p.cells++
		}
		return true
	case "td", "th":
		t := p.toTable()
		if t == nil {
			return true
		}
		if !t.open {
			t.newRow()
		}
		p.openCell(t, a)
		return true
	}
	return false
}

// toTable ends the cell that is open in the innermost table, and returns the
// table; nil: there is none.
func (p *page) toTable() *table {
	if p.flow().table == nil && len(p.flows) > 1 {
		p.endCell()
	}
	p.end()
	return p.flow().table
}

func (t *table) newRow() {
	if len(t.groups) == 0 {
		t.groups = append(t.groups, group{kind: "tbody"})
	}
	g := &t.groups[len(t.groups)-1]
	g.rows = append(g.rows, nil)
	t.open = true
}

func (p *page) openCell(t *table, a attributes) {
	outer := p.flow()
	l := outer.top().look.inside("td", a)
	l.hidden = l.hidden || t.hidden || t.groupHidden || t.rowHidden
	l.dropped = l.dropped || t.dropped
	inner := &flow{base: l, box: p.newBox(p.innermost(outer))}
	p.depth += len(outer.open)
	p.flows = append(p.flows, inner)
	p.cells++
	if l.hidden || l.dropped {
		return // browsers leave it out of the grid
	}
	g := &t.groups[len(t.groups)-1]
	row := &g.rows[len(g.rows)-1]
	*row = append(*row, cell{rowSpan: rowSpanOf(a.rowSpan), columnSpan: columnSpanOf(a.columnSpan), flow: inner})
	t.cells++
	t.widest = max(t.widest, len(*row))
}

// endCell ends the innermost flow, which is a cell's.
func (p *page) endCell() {
	p.endTable()
	p.end()
	inner := p.flow()
	inner.open, inner.opened, inner.text = nil, nil, nil
	p.flows = p.flows[:len(p.flows)-1]
	outer := p.flow()
	p.depth -= len(outer.open)
	outer.table.take(inner)
}

// endTable ends the table that is open directly in the innermost flow.
func (p *page) endTable() {
	f := p.flow()
	t := f.table
	if t == nil {
		return
	}
	p.end()
	f.table = nil
	if t.cells == 0 {
		return
	}
	t.layout = t.layout || t.arranges
	f.pieces = append(f.pieces, piece{table: t, box: p.innermost(f)})
}

// tableEnd handles the end of what tables are made of.
func (p *page) tableEnd(tag string) bool {
	switch tag {
	case "table":
		if p.toTable() != nil {
			p.endTable()
		}
	case "td", "th":
		if p.flow().table == nil && len(p.flows) > 1 {
			p.endCell()
		}
	case "tr", "thead", "tbody", "tfoot":
		if t := p.toTable(); t != nil {
			t.open = false
			if tag != "tr" {
				t.groupHidden = false
				t.groups = append(t.groups, group{kind: "tbody"})
				p.cells++
			}
		}
	case "caption":
		p.end()
		p.flow().pop("caption")
	default:
		return false
	}
	return true
}
