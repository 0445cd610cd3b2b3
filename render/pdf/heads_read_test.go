package pdf

import (
	"fmt"
	"slices"
)

// A sheet of cells is a table as a reader lays it out.
type cells struct {
	f       *file
	element *element
	cells   []*cell
	rows    int
	byID    map[literal]*cell // the heads of this table
}

// A cell stands on the grid from its row and column, both counted from 0.
type cell struct {
	element                   *element
	row, column, below, right int // below and right: spans
}

// heads are those that a reader announces with a cell: of its columns and of its row.
type heads struct{ columns, rows []ref }

func (h heads) equal(other heads) bool {
	sorted := func(r []ref) []ref {
		r = slices.Clone(r)
		slices.Sort(r)
		return slices.Compact(r)
	}
	return slices.Equal(sorted(h.columns), sorted(other.columns)) && slices.Equal(sorted(h.rows), sorted(other.rows))
}

// tables lays out every table of the file.
func (f *file) tables() ([]*cells, error) {
	all, err := f.tree()
	if err != nil {
		return nil, err
	}
	var out []*cells
	for _, e := range all {
		if e.tag != "Table" {
			continue
		}
		t := &cells{f: f, element: e, rows: len(e.children), byID: map[literal]*cell{}}
		taken := map[[2]int]bool{}
		for row, tr := range e.children {
			column := 0
			for _, child := range tr.children {
				for taken[[2]int{row, column}] {
					column++
				}
				c := &cell{child, row, column, f.span(child, "RowSpan"), f.span(child, "ColSpan")}
				for r := range c.below {
					for k := range c.right {
						taken[[2]int{row + r, column + k}] = true
					}
				}
				t.cells = append(t.cells, c)
				if id, ok := f.get(child.dict, "ID").(literal); ok && child.tag == "TH" {
					t.byID[id] = c
				}
				column += c.right
			}
		}
		out = append(out, t)
	}
	return out, nil
}

func (t *cells) scope(c *cell) name {
	s, _ := t.f.get(c.element.dict, "A", "Scope").(name)
	return s
}

func (t *cells) headers(c *cell) (ids []literal, given bool) {
	all, given := t.f.get(c.element.dict, "A", "Headers").([]any) // an empty one says that there are none
	for _, id := range all {
		ids = append(ids, id.(literal))
	}
	return ids, given
}

func (h *heads) add(c *cell, scope name) {
	if scope == "Column" || scope == "Both" {
		h.columns = append(h.columns, c.element.ref)
	}
	if scope == "Row" || scope == "Both" {
		h.rows = append(h.rows, c.element.ref)
	}
}

// byISO1 goes by ISO 32000-1, 14.8.5.7: the cell's Headers and those of its heads;
// where there are none, each head's Scope over the rest of its rows and columns. A
// head without one says nothing of where it applies: it may be either.
func (t *cells) byISO1(of *cell) heads {
	var h heads
	scope := func(c *cell) name {
		if s := t.scope(c); s != "" {
			return s
		}
		return "Both"
	}
	if _, given := t.headers(of); given {
		seen := map[*cell]bool{}
		var follow func(c *cell)
		follow = func(c *cell) {
			ids, _ := t.headers(c)
			for _, id := range ids {
				if head := t.byID[id]; head != nil && !seen[head] {
					seen[head] = true
					h.add(head, scope(head))
					follow(head)
				}
			}
		}
		follow(of)
		return h
	}
	for _, c := range t.cells {
		if c.element.tag != "TH" || c == of {
			continue
		}
		s := scope(c)
		if (s == "Column" || s == "Both") && c.row < of.row && c.column < of.column+of.right && of.column < c.column+c.right {
			h.columns = append(h.columns, c.element.ref)
		}
		if (s == "Row" || s == "Both") && c.column < of.column && c.row < of.row+of.below && of.row < c.row+c.below {
			h.rows = append(h.rows, c.element.ref)
		}
	}
	return h
}

// byISO2 goes by ISO 32000-2, 14.8.4.8.3: Headers; where there are none, the way up
// and the way left, each to the first data cell behind a head, or to a head that
// has Headers of its own. A head without Scope is a column's in the first row, a
// row's in the first column.
func (t *cells) byISO2(of *cell) heads {
	var h heads
	scope := func(c *cell) name {
		s := t.scope(c)
		switch {
		case s != "":
		case c.row == 0:
			s = "Column"
		case c.column == 0:
			s = "Row"
		}
		return s
	}
	if ids, given := t.headers(of); given {
		for _, id := range ids {
			if head := t.byID[id]; head != nil {
				h.add(head, scope(head))
			}
		}
		return h
	}
	at := func(row, column int) *cell {
		for _, c := range t.cells {
			if c.row <= row && row < c.row+c.below && c.column <= column && column < c.column+c.right {
				return c
			}
		}
		return nil
	}
	walk := func(direction name, next func(c *cell) *cell) {
		met := false
		for c := next(of); c != nil; c = next(c) {
			if c.element.tag != "TH" {
				if met {
					return
				}
				continue
			}
			if s := scope(c); s == direction || s == "Both" {
				met = true
				one := heads{}
				one.add(c, direction)
				h.columns, h.rows = append(h.columns, one.columns...), append(h.rows, one.rows...)
			}
			if ids, given := t.headers(c); given {
				for _, id := range ids {
					if head := t.byID[id]; head != nil {
						h.add(head, scope(head))
					}
				}
				return
			}
		}
	}
	walk("Column", func(c *cell) *cell { return at(c.row-1, of.column) })
	walk("Row", func(c *cell) *cell { return at(of.row, c.column-1) })
	return h
}

// byNVDA goes the way of NVDA's reading of Acrobat's tables: Headers; where there
// are none, every head that came before in the cell's first column or row. It
// takes a head without Scope for a column's, and forgets none.
func (t *cells) byNVDA(of *cell) heads {
	scope := func(c *cell) name {
		if s := t.scope(c); s != "" {
			return s
		}
		return "Column"
	}
	var h heads
	if ids, given := t.headers(of); given {
		for _, id := range ids {
			if head := t.byID[id]; head != nil {
				h.add(head, scope(head))
			}
		}
		return h
	}
	for _, c := range t.cells {
		if c == of {
			return h
		}
		if c.element.tag != "TH" {
			continue
		}
		s := scope(c)
		if (s == "Column" || s == "Both") && c.column <= of.column && of.column < c.column+c.right {
			h.columns = append(h.columns, c.element.ref)
		}
		if (s == "Row" || s == "Both") && c.row <= of.row && of.row < c.row+c.below {
			h.rows = append(h.rows, c.element.ref)
		}
	}
	return h
}

// said are the words of every element, as its page shows them.
func (f *file) said() (map[ref]string, error) {
	all, err := f.tree()
	if err != nil {
		return nil, err
	}
	owner := map[passage]ref{}
	for _, e := range all {
		for _, p := range e.content {
			owner[p] = e.ref
		}
	}
	drawings, err := f.drawings()
	if err != nil {
		return nil, err
	}
	fonts := map[string]map[int]string{}
	out := map[ref]string{}
	for _, d := range drawings {
		for _, g := range d.glyphs {
			if g.mcid < 0 {
				continue
			}
			key := fmt.Sprint(f.get(g.font, "ToUnicode").(stream).dictionary, f.get(g.font, "BaseFont"))
			if fonts[key] == nil {
				fonts[key] = f.characters(g.font)
			}
			out[owner[passage{g.page, g.mcid}]] += fonts[key][g.cid]
		}
	}
	return out, nil
}
