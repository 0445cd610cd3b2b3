package reading

import (
	"slices"

	"nianbao/manuscript"
	"nianbao/templates"
)

// A headBand is the rows between two blocks of numbers: what stands above the
// lower one. Each of its columns has a path of labels.
type headBand struct {
	heads []head
	table *grid
	rows  [2]int            // from, to
	tops  []string          // texts as wide as the table: captions
	told  bool              // a caption that is another part's has been told of
	found map[partKey][]int // by part: which of its columns each head is, or -1
	wrong map[partKey][]headProblem

	astray map[partKey]bool // columns are out of order, and not all there by their full names
}

type partKey struct{ section, part int }

// A head is one column of a table as its heading cells part it.
type head struct {
	cell         *manuscript.Cell // the innermost that says something; nil: none does
	column, span int              // where it stands in the grid
	path         []element
	paths        [][]element // by column
}

// place is where a head's innermost cell stands.
func (b *headBand) place(i int) string {
	h := b.heads[i]
	if h.cell == nil {
		return b.table.rowPlace(b.rows[1] - 1)
	}
	return b.table.place(h.cell.Row, h.cell)
}

func (h head) name() string { return oneLine(text(h.cell)) }

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

// band reads rows from..to (exclusive) as heads.
func band(g *grid, from, to int) *headBand {
	b := &headBand{table: g, rows: [2]int{from, to}, found: map[partKey][]int{}, wrong: map[partKey][]headProblem{}, astray: map[partKey]bool{}}
	if to-from > mostHeadRows {
		from = to - mostHeadRows
	}
	wide := map[*manuscript.Cell]bool{}
	for row := from; row < to; row++ {
		said := 0
		cells := g.row(row)
		for _, c := range cells {
			if text(c) != "" {
				said++
			}
		}
		for _, c := range cells {
			if text(c) != "" && !wide[c] && (c.ColumnSpan*10 >= g.Columns*9 && g.Columns > 1 || said == 1 && len(cells) > 1 && c.Column == 0 && c.RowSpan == 1 && to-from > 1) {
				wide[c] = true
				b.tops = append(b.tops, text(c))
			}
		}
	}
	for column := 0; column < g.Columns; column++ {
		h := head{column: column, span: 1}
		for row := from; row < to; row++ {
			c := g.cell(row, column)
			if c == nil || wide[c] || c == h.cell || len(h.path) >= mostHeadRows {
				continue
			}
			said, inherited := text(c), false
			if said == "" && saysBelow(g, row+1, to, column) {
				// A group's name may stand in the first of its columns alone.
				c, inherited = leftward(g, row, column, wide), true
				said = text(c)
			}
			if l, ok := parseLabel(said); ok && said != "" {
				h.path = append(h.path, element{l, inherited})
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
		h.paths = [][]element{h.path}
		b.heads = append(b.heads, h)
	}
	return b
}

// mostHeadRows bounds how far above the numbers a head may begin.
const mostHeadRows = 12

func saysBelow(g *grid, from, to, column int) bool {
	for row := from; row < to; row++ {
		if c := g.cell(row, column); c != nil && c.Row >= from && text(c) != "" {
			return true
		}
	}
	return false
}

// leftward is the nearest cell to the left that says something.
func leftward(g *grid, row, column int, wide map[*manuscript.Cell]bool) *manuscript.Cell {
	for column--; column >= 0; column-- {
		if c := g.cell(row, column); c != nil && text(c) != "" {
			if wide[c] {
				return nil
			}
			return c
		}
	}
	return nil
}

// columns tells which column of a part each head is; -1 for none.
func (b *headBand) columns(m *matcher, key partKey, form templates.Part) []int {
	if found, ok := b.found[key]; ok {
		return found
	}
	lines := columnsOf(key.section, key.part, form.Columns)
	found := make([]int, len(b.heads))
	likeness := make([]int, len(b.heads))
	var doubtful []headProblem
	for i, h := range b.heads {
		found[i] = -1
		if h.cell == nil {
			continue
		}
		best, like, several := m.find(h.path, lines)
		switch {
		case best >= 0:
			found[i], likeness[i] = best, like
		case len(several) > 0:
			doubtful = append(doubtful, headProblem{i, rivals, several, ""})
		}
	}
	b.found[key] = found
	b.bySequence(lines, key, &doubtful)
	b.twice(key, likeness)
	for _, p := range doubtful {
		b.wrong[key] = append(b.wrong[key], p)
	}
	b.units(key, form)
	for i, c := range found {
		if c >= 0 && !exact(likeness[i]) && likeness[i] > 0 && !isDoubtful(b.wrong[key], i) {
			b.wrong[key] = append(b.wrong[key], headProblem{i, reworded, []int{c}, ""})
		}
	}
	b.order(key, lines)
	return found
}

// bySequence settles heads whose names fit several columns: where all heads
// together are the form's columns in the form's order, each is the one it is.
func (b *headBand) bySequence(l *lines, key partKey, doubtful *[]headProblem) {
	if len(*doubtful) == 0 {
		return
	}
	found := b.found[key]
	var at []int
	for i, h := range b.heads {
		if h.cell != nil && (found[i] >= 0 || isDoubtful(*doubtful, i)) {
			at = append(at, i)
		}
	}
	if len(at) != len(l.all) {
		return
	}
	for n, i := range at {
		form := l.all[n].path
		inner := b.heads[i].path[len(b.heads[i].path)-1].label
		if inner.String() != form[len(form)-1].String() || found[i] >= 0 && found[i] != n {
			return
		}
	}
	for n, i := range at {
		found[i] = n
	}
	*doubtful = []headProblem{{head: at[0], kind: byOrder}}
}

func isDoubtful(list []headProblem, head int) bool {
	for _, p := range list {
		if p.head == head {
			return true
		}
	}
	return false
}

// twice finds columns of the form that two heads claim. One that has its very
// name stands; of two such, neither.
func (b *headBand) twice(key partKey, likeness []int) {
	found := b.found[key]
	claims := map[int][]int{}
	for i, c := range found {
		if c >= 0 {
			claims[c] = append(claims[c], i)
		}
	}
	for i, c := range found {
		if c < 0 || len(claims[c]) < 2 || claims[c][0] != i {
			continue
		}
		best, equals := claims[c][0], 0
		for _, j := range claims[c] {
			if likeness[j] > likeness[best] {
				best = j
			}
		}
		for _, j := range claims[c] {
			if likeness[j] == likeness[best] {
				equals++
			}
		}
		for _, j := range claims[c] {
			if j != best || equals > 1 {
				found[j] = -1
			}
			if equals > 1 {
				b.wrong[key] = append(b.wrong[key], headProblem{j, sameName, []int{c}, ""})
			}
		}
	}
}

// units drops a column whose amounts are in another unit than the form's.
func (b *headBand) units(key partKey, form templates.Part) {
	found := b.found[key]
	for i, c := range found {
		if c < 0 {
			continue
		}
		labels := form.Columns[c].Label
		wanted := unitOf(labels[len(labels)-1])
		if wanted == "" {
			continue
		}
		switch given := unitOf(text(b.heads[i].cell)); given {
		case wanted:
		case "":
			b.wrong[key] = append(b.wrong[key], headProblem{i, noUnit, []int{c}, wanted})
		default:
			b.wrong[key] = append(b.wrong[key], headProblem{i, otherUnit, []int{c}, given})
			found[i] = -1
		}
	}
}

// order remarks columns that do not stand in the form's order. Where all are
// there, with their groups' names, they are read by their names; where one is
// missing, the others may have moved into its place.
func (b *headBand) order(key partKey, l *lines) {
	found := b.found[key]
	first, last := -1, -1
	for i, c := range found {
		if c >= 0 && c < last && first < 0 {
			first = i
		}
		last = max(last, c)
	}
	if first < 0 {
		return
	}
	known := 0
	for i, c := range found {
		if c >= 0 && merge(b.heads[i].path).text == l.all[c].ends[0].text {
			known++
		}
	}
	if known < len(l.all) {
		b.astray[key] = true
		return
	}
	b.wrong[key] = append(b.wrong[key], headProblem{head: first, kind: reordered})
}

// broken: heads are out of order and not all there, or stand one below the
// other, or a group's name stands alone where a column's should: cells of the
// head were lost or merged wrongly, and whose numbers stand below cannot be seen.
func (b *headBand) broken(m *matcher, key partKey, form templates.Part) bool {
	l := columnsOf(key.section, key.part, form.Columns)
	found := b.columns(m, key, form)
	if b.astray[key] {
		return true
	}
	from := slices.IndexFunc(found, func(c int) bool { return c >= 0 })
	for i, h := range b.heads {
		names := 0
		for _, e := range h.path {
			if l.inner[e.String()] && !e.inherited {
				names++
			}
		}
		if names > 1 && found[i] < 0 {
			return true
		}
		if c := h.cell; from >= 0 && i > from && found[i] < 0 && c != nil && (c.Column < h.column || c.Column+c.ColumnSpan > h.column+h.span) {
			return true
		}
	}
	return false
}

// any reports whether one of the heads is a column of the part.
func (b *headBand) any(m *matcher, key partKey, form templates.Part) bool {
	for _, c := range b.columns(m, key, form) {
		if c >= 0 {
			return true
		}
	}
	return len(b.wrong[key]) > 0
}
