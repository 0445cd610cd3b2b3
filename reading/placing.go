package reading

import (
	"slices"

	"nianbao/manuscript"
	"nianbao/problem"
	"nianbao/reading/naming"
	"nianbao/reading/tabular"
)

// place puts the cells of a row under the columns of the form.
func (t *tableReader) place(key partKey, index, row int, rowExact bool, cells []*manuscript.Cell) {
	b, inherited := t.head, false
	if b == nil {
		b, inherited = t.last[key.section], true
	}
	if b == nil || !b.any(t.supposition, key) {
		if b == nil && len(t.here) == 0 && !t.formLike() {
			return // a table of something else in which a name of the form occurs
		}
		if t.unplaced(row, cells, "上面没有列名", "补上格式里的列名，或者导入以后再填") {
			t.doubtRow(key, index)
		}
		return
	}
	columns := b.columns(t.supposition, key)
	if b.broken(t.supposition, key) {
		if t.unplaced(row, cells, "上面的表头和格式对不上", "核对表头的合并；或者导入以后再填") {
			t.doubtRow(key, index)
		}
		return
	}
	pairs, ok := t.pair(b, columns, row, cells, inherited, t.complete(key, columns))
	if !ok && t.rows[row].astray {
		pairs, ok = t.pairShifted(b, columns, row)
	}
	if !ok {
		if t.unplaced(row, cells, "格子和上面的列对不上", "核对合并和列数；或者导入以后再填") {
			t.doubtRow(key, index)
		}
		return
	}
	if inherited {
		t.continued(key, row)
	}
	t.here[key.section] = true
	t.last[key.section] = b
	t.use(b, key, index)
	for i, p := range pairs {
		if len(p.cells) == 0 {
			continue
		}
		c := columns[i]
		if c < 0 {
			t.leftOut(b, key, i, index, p.cells)
			continue
		}
		v := value{grid: t.grid, row: row, cells: p.cells, exact: rowExact, wide: p.wide}
		path := t.path(key, index, c)
		t.values[path] = append(t.values[path], v)
	}
}

// doubtRow: the numbers of the row are somewhere in the file, and not read.
func (t *tableReader) doubtRow(key partKey, index int) {
	for column := range t.part(key).Columns {
		t.found.doubt(t.path(key, index, column))
	}
}

// continued tells that a table without a head goes on from the one before.
func (t *tableReader) continued(key partKey, row int) {
	if !t.here[key.section] {
		t.found.add(problem.Problem{Severity: problem.Notice, Code: problem.CodeImportOrder, Path: t.form.Sections[key.section].Key, Place: t.grid.RowPlace(row),
			Message: "这个表没有表头，接着前面的" + t.tableName(key.section) + "读"})
	}
}

// A pairing is what stands in one row under one head.
type pairing struct {
	cells []*manuscript.Cell
	wide  bool // one of the cells also lies under another head
}

// pair gives every head its cells of a row. Where a row has as many cells as
// there are heads, they go one by one, for borders drawn by hand do not stand
// exactly one below the other; else by what lies under what. Where the form's
// columns are all there, one more may have no name (spare), if the row is full: a
// number in it has not moved out of one of the form's.
func (t *tableReader) pair(b *headBand, columns []int, row int, cells []*manuscript.Cell, inherited, spare bool) ([]pairing, bool) {
	pairs := make([]pairing, len(b.heads))
	first := b.firstNumber(columns)
	var heads []int
	for i, h := range b.heads {
		if h.column >= first {
			heads = append(heads, i)
		}
	}
	if inherited && b.table.Columns != t.grid.Columns {
		if len(cells) != len(heads) {
			return nil, false
		}
		for n, c := range cells {
			pairs[heads[n]].cells = []*manuscript.Cell{c}
		}
		return pairs, true
	}
	var own []*manuscript.Cell
	for _, c := range cells {
		if c.Column+c.ColumnSpan > first {
			own = append(own, c)
		} else if naming.HasDigit(tabular.Text(c)) || c.Missing {
			return nil, false // a number left of the columns: the row is out of place
		}
	}
	spare = spare && full(cells)
	nameless := func(i int) bool { return spare && t.nameless(b, i) }
	if len(own) == len(heads) && b.oneByOne(heads, own) {
		for n, c := range own {
			if b.heads[heads[n]].cell == nil && tabular.Text(c) != "" && !nameless(heads[n]) || columns[heads[n]] >= 0 && c.Missing {
				return nil, false
			}
			pairs[heads[n]].cells = []*manuscript.Cell{c}
		}
		return pairs, true
	}
	if inherited {
		return nil, false
	}
	for _, c := range own {
		var under []int
		for _, i := range heads {
			if overlap(b.heads[i], c) > 0 && b.heads[i].cell != nil {
				under = append(under, i)
			}
		}
		if len(under) == 0 && tabular.Text(c) != "" {
			at := slices.IndexFunc(heads, func(i int) bool { return overlap(b.heads[i], c) == c.ColumnSpan })
			if at < 0 || !nameless(heads[at]) {
				return nil, false // a number where there is no column
			}
			under = []int{heads[at]}
		}
		for _, i := range under {
			pairs[i].cells = append(pairs[i].cells, c)
			pairs[i].wide = pairs[i].wide || len(under) > 1
		}
	}
	for i, column := range columns {
		if column >= 0 && (len(pairs[i].cells) == 0 || pairs[i].cells[0].Missing) {
			return nil, false // a cell is missing: those behind it have moved up
		}
	}
	return pairs, true
}

// complete: each of the part's columns has a head of its own.
func (t *tableReader) complete(key partKey, columns []int) bool {
	for i := range t.part(key).Columns {
		if !slices.Contains(columns, i) {
			return false
		}
	}
	return true
}

// nameless: a head without words is that of a column all the same. It has a cell of
// its own, and so has every row of the form below: a row alone may hold a cell too many.
func (t *tableReader) nameless(b *headBand, i int) bool {
	column, rows := b.heads[i].column, 0
	if c := b.table.Cell(b.rows[1]-1, column); c == nil || c.Missing || b.table != t.grid {
		return false
	}
	for row, r := range t.rows {
		if r.kind != leafRow {
			continue
		}
		if c := t.grid.Cell(row, column); c == nil || c.Missing || tabular.Text(c) == "" {
			return false
		}
		rows++
	}
	return rows > 1
}

// full: every cell says something.
func full(cells []*manuscript.Cell) bool {
	return !slices.ContainsFunc(cells, func(c *manuscript.Cell) bool { return tabular.Text(c) == "" })
}

// pairShifted pairs a row that a cell of the rows above has pushed to the right:
// its own cells are as wide as the heads and the labels together.
func (t *tableReader) pairShifted(b *headBand, columns []int, row int) ([]pairing, bool) {
	pairs := make([]pairing, len(b.heads))
	first := b.firstNumber(columns)
	var heads []int
	end := 0
	for i, h := range b.heads {
		if h.column >= first && h.cell != nil {
			heads = append(heads, i)
			end = h.column + h.span
		}
	}
	var own []*manuscript.Cell
	width, labels := 0, 0
	for _, c := range t.grid.Row(row) {
		switch {
		case c.Row != row || c.Missing:
		case width < first:
			labels, width = labels+c.ColumnSpan, width+c.ColumnSpan
		default:
			own, width = append(own, c), width+c.ColumnSpan
		}
	}
	if labels != first || width != end || len(own) != len(heads) {
		return nil, false
	}
	for n, c := range own {
		if c.ColumnSpan != b.heads[heads[n]].span {
			return nil, false
		}
		pairs[heads[n]].cells = []*manuscript.Cell{c}
	}
	return pairs, true
}

// firstNumber is the grid column where the numbers begin.
func (b *headBand) firstNumber(columns []int) int {
	for i, c := range columns {
		if c >= 0 {
			return b.before(i)
		}
	}
	return 0
}

// before goes left from a head as long as the heads stand under the same group.
func (b *headBand) before(i int) int {
	for i > 0 && len(b.heads[i].path) > 1 && len(b.heads[i-1].path) > 0 &&
		b.heads[i-1].path[0].String() == b.heads[i].path[0].String() {
		i--
	}
	return b.heads[i].column
}

// oneByOne: every cell lies under its own head, and under no other one more.
func (b *headBand) oneByOne(heads []int, cells []*manuscript.Cell) bool {
	for n, c := range cells {
		own := overlap(b.heads[heads[n]], c)
		if own == 0 {
			return false
		}
		for _, i := range heads {
			if overlap(b.heads[i], c) > own {
				return false
			}
		}
	}
	return true
}

// overlap is how many grid columns a head and a cell share.
func overlap(h head, c *manuscript.Cell) int {
	return max(0, min(h.column+h.span, c.Column+c.ColumnSpan)-max(h.column, c.Column))
}
