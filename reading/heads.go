package reading

import (
	"nianbao/manuscript"
	"nianbao/reading/naming"
	"nianbao/reading/tabular"
)

// A headBand is the rows between two blocks of numbers: what stands above the
// lower one. Each of its columns has a path of labels.
type headBand struct {
	heads []head
	table *tabular.Grid
	rows  [2]int            // from, to
	tops  []string          // texts as wide as the table: captions
	told  bool              // a caption that is another part's has been reported
	found map[partKey][]int // by part: which of its columns each head is, or -1
	wrong map[partKey][]headProblem

	astray map[partKey]bool // columns are out of order, and not all there by their full names
}

type partKey struct{ section, part int }

// A head is one column of a table as its heading cells part it.
type head struct {
	cell         *manuscript.Cell // the innermost that says something; nil: none does
	column, span int              // where it stands in the grid
	path         []naming.Element
	paths        [][]naming.Element // by column
}

// place is where a head's innermost cell stands.
func (b *headBand) place(i int) string {
	h := b.heads[i]
	if h.cell == nil {
		return b.table.RowPlace(b.rows[1] - 1)
	}
	return b.table.PlaceOf(h.cell.Row, h.cell)
}

func (h head) name() string { return naming.OneLine(tabular.Text(h.cell)) }

// band reads rows from..to (exclusive) as heads.
func band(g *tabular.Grid, from, to int) *headBand {
	b := &headBand{table: g, rows: [2]int{from, to}, found: map[partKey][]int{}, wrong: map[partKey][]headProblem{}, astray: map[partKey]bool{}}
	if to-from > mostHeadRows {
		from = to - mostHeadRows
	}
	wide := map[*manuscript.Cell]bool{}
	for row := from; row < to; row++ {
		said := 0
		cells := g.Row(row)
		for _, c := range cells {
			if tabular.Text(c) != "" {
				said++
			}
		}
		for _, c := range cells {
			if tabular.Text(c) != "" && !wide[c] && (c.ColumnSpan*10 >= g.Columns*9 && g.Columns > 1 || said == 1 && len(cells) > 1 && c.Column == 0 && c.RowSpan == 1 && to-from > 1) {
				wide[c] = true
				b.tops = append(b.tops, tabular.Text(c))
			}
		}
	}
	for column := 0; column < g.Columns; column++ {
		h := head{column: column, span: 1}
		for row := from; row < to; row++ {
			c := g.Cell(row, column)
			if c == nil || wide[c] || c == h.cell || len(h.path) >= mostHeadRows {
				continue
			}
			said, inherited := tabular.Text(c), false
			if said == "" && saysBelow(g, row+1, to, column) {
				// A group's name may stand in the first of its columns alone.
				c, inherited = leftward(g, row, column, wide), true
				said = tabular.Text(c)
			}
			if l, ok := naming.Parse(said); ok && said != "" {
				h.path = append(h.path, naming.Element{Label: l, Inherited: inherited})
				if !inherited {
					h.cell = c
				}
			}
		}
		if n := len(b.heads); n > 0 && h.cell == b.heads[n-1].cell && (h.cell != nil) && h.cell.ColumnSpan > 1 {
			// Borders drawn by hand are not quite below one another: the path of the
			// middle counts.
			b.heads[n-1].span++
			b.heads[n-1].paths = append(b.heads[n-1].paths, h.path)
			b.heads[n-1].path = b.heads[n-1].paths[b.heads[n-1].span/2]
			continue
		}
		h.paths = [][]naming.Element{h.path}
		b.heads = append(b.heads, h)
	}
	return b
}

// mostHeadRows bounds how far above the numbers a head may begin.
const mostHeadRows = 12

func saysBelow(g *tabular.Grid, from, to, column int) bool {
	for row := from; row < to; row++ {
		if c := g.Cell(row, column); c != nil && c.Row >= from && tabular.Text(c) != "" {
			return true
		}
	}
	return false
}

// leftward is the nearest cell to the left that says something.
func leftward(g *tabular.Grid, row, column int, wide map[*manuscript.Cell]bool) *manuscript.Cell {
	for column--; column >= 0; column-- {
		if c := g.Cell(row, column); c != nil && tabular.Text(c) != "" {
			if wide[c] {
				return nil
			}
			return c
		}
	}
	return nil
}

// A headProblem is a column that could not be told.
type headProblem struct {
	head    int
	kind    headFault
	columns []int // of the part: those that it may be
	detail  string
}

type headFault int

const (
	sameName  headFault = iota // two columns have the name of one
	rivals                     // the name fits several columns
	otherUnit                  // the amounts are in another unit
	noUnit                     // the unit is not said
	byOrder                    // the name alone does not tell; the order does
	reordered                  // not in the form's order
	reworded                   // not the form's very name
)
