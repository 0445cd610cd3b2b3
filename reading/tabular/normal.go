package tabular

import (
	"slices"
	"strconv"

	"nianbao/manuscript"
	"nianbao/reading/naming"
	"nianbao/reading/spelling"
)

// normal is a table as the form would have it, and what was done to it: labels
// that were written into every cell of a merged one are one cell again, and a
// column that only numbers the rows says nothing.
func normal(t *manuscript.Table) (*manuscript.Table, []Aside) {
	counters := counterColumns(t)
	pairs := repeatedLabels(t)
	if len(counters) == 0 && pairs < leastRepeated {
		return t, nil
	}
	out := *t
	out.Cells = slices.Clone(t.Cells)
	var asides []Aside
	for _, counter := range counters {
		name := ""
		for i := range out.Cells {
			c := &out.Cells[i]
			if c.Column != counter || c.ColumnSpan != 1 {
				continue
			}
			if said := Text(c); naming.HasHan(said) {
				if c.Row+c.RowSpan <= counterStart(t, counter) {
					name, c.Text = said, ""
				}
			} else {
				c.Text = ""
			}
		}
		asides = append(asides, Aside{counter, name})
	}
	if pairs >= leastRepeated {
		join(&out, true)
		join(&out, false)
	}
	return &out, asides
}

// leastRepeated is how many neighbours must say the same for a table to be one in
// which merged cells were filled: less may be a slip.
const leastRepeated = 6

// at tells the cells of a table by where they begin.
func at(t *manuscript.Table) map[[2]int]*manuscript.Cell {
	cells := make(map[[2]int]*manuscript.Cell, len(t.Cells))
	for i := range t.Cells {
		c := &t.Cells[i]
		cells[[2]int{c.Row, c.Column}] = c
	}
	return cells
}

// LabelOf is what a cell says if it is a label.
func LabelOf(c *manuscript.Cell) string {
	said := Text(c)
	if !naming.HasHan(said) || spelling.Numeric(said) {
		return ""
	}
	return said
}

// repeatedLabels counts the labels that say what the one on their left or above says.
func repeatedLabels(t *manuscript.Table) int {
	if len(t.Cells) > largestNormal {
		return 0
	}
	cells, n := at(t), 0
	for i := range t.Cells {
		c := &t.Cells[i]
		said := LabelOf(c)
		if said == "" {
			continue
		}
		if right := cells[[2]int{c.Row, c.Column + c.ColumnSpan}]; right != nil && Text(right) == said {
			n++
		}
		if below := cells[[2]int{c.Row + c.RowSpan, c.Column}]; below != nil && Text(below) == said {
			n++
		}
	}
	return n
}

// largestNormal is in cells: a form's table has some 300.
const largestNormal = 5_000

// join makes one cell of labels that are the same, side by side or one below the
// other. Of rows that bear one name beside their numbers each keeps it.
func join(t *manuscript.Table, across bool) {
	cells := at(t)
	gone := map[*manuscript.Cell]bool{}
	for i := range t.Cells {
		c := &t.Cells[i]
		said := LabelOf(c)
		if said == "" || gone[c] {
			continue
		}
		for {
			next := cells[[2]int{c.Row, c.Column + c.ColumnSpan}]
			if !across {
				next = cells[[2]int{c.Row + c.RowSpan, c.Column}]
			}
			if next == nil || gone[next] || Text(next) != said || len(next.Tables) > 0 {
				break
			}
			if across && next.RowSpan != c.RowSpan || !across && (next.ColumnSpan != c.ColumnSpan || besideNumber(cells, c) || besideNumber(cells, next)) {
				break
			}
			if across {
				c.ColumnSpan += next.ColumnSpan
			} else {
				c.RowSpan += next.RowSpan
			}
			gone[next] = true
		}
	}
	kept := make([]manuscript.Cell, 0, len(t.Cells))
	for i := range t.Cells {
		if !gone[&t.Cells[i]] {
			kept = append(kept, t.Cells[i])
		}
	}
	t.Cells = kept
}

func besideNumber(cells map[[2]int]*manuscript.Cell, c *manuscript.Cell) bool {
	right := cells[[2]int{c.Row, c.Column + c.ColumnSpan}]
	return right != nil && Text(right) != "" && spelling.Numeric(Text(right))
}

// counterColumns are the columns that number the rows, 1 2 3 …, in five rows or more.
func counterColumns(t *manuscript.Table) []int {
	if len(t.Cells) > largestNormal {
		return nil
	}
	type count struct{ next, n int }
	counts := map[int]*count{}
	for i := range t.Cells {
		c := &t.Cells[i]
		said := Text(c)
		if said == "" || !naming.HasDigit(said) || naming.HasHan(said) {
			continue
		}
		k := counts[c.Column]
		if k == nil {
			k = &count{next: 1}
			counts[c.Column] = k
		}
		if k.next > 0 && said == strconv.Itoa(k.next) && c.ColumnSpan == 1 && c.RowSpan == 1 {
			k.next, k.n = k.next+1, k.n+1
		} else {
			k.next = -1
		}
	}
	var found []int
	for column, k := range counts {
		if k.next > 0 && k.n >= 5 {
			found = append(found, column)
		}
	}
	slices.Sort(found)
	return found
}

// counterStart is the row of the first number of a column.
func counterStart(t *manuscript.Table, column int) int {
	for i := range t.Cells {
		c := &t.Cells[i]
		if c.Column == column && Text(c) == "1" {
			return c.Row
		}
	}
	return t.Rows
}

// New lays a table out; nil if it is too large or its cells do not fit.
func New(t *manuscript.Table) *Grid {
	if t.Rows <= 0 || t.Columns <= 0 || t.Rows > largestGrid/t.Columns {
		return nil
	}
	as, asides := normal(t)
	g := layOut(as)
	if as != t {
		g.Asides, g.file = asides, layOut(t)
	}
	return g
}
