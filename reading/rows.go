package reading

import (
	"strconv"

	"nianbao/manuscript"
	"nianbao/reading/naming"
	"nianbao/reading/spelling"
	"nianbao/reading/tabular"
)

// A gridRow is what a row of a table is for.
type gridRow struct {
	kind     rowKind
	line     int   // of the form's rows; for a leafRow
	likeness int   // how well its labels stand for that row
	rivals   []int // for a doubtfulRow: the rows of the form that it may be
	labels   int   // how many of the row's cells are its labels
	astray   bool  // a group's cell reaches into the row, which is none of the group's
}

type rowKind int

const (
	otherRow    rowKind = iota // a heading, a remark, or not understood
	leafRow                    // its labels are those of one row of the form
	groupRow                   // its label names several rows of the form
	doubtfulRow                // its labels may be those of several
)

// mostLabels is how many cells in front of the numbers may hold labels. The
// form has three columns of them; a numeral may stand in a column of its own.
const mostLabels = 5

// rowReader finds the form's rows in one table, from the top down.
type rowReader struct {
	m     *naming.Matcher
	rows  *naming.Lines
	above map[int]naming.Element // by column: the label last seen there
}

// read tells what a row is for. A label column that is blank belongs to the
// label above it.
func (r *rowReader) read(row int, cells []*manuscript.Cell) gridRow {
	var path []naming.Element
	var columns []int
	var found gridRow
	named := false // a label stands in this row itself
	for i, cell := range cells {
		if i == mostLabels {
			break
		}
		said := tabular.Text(cell)
		switch {
		case said == "" && named:
			return r.done(found, path, columns)
		case said == "":
			if e, ok := r.above[cell.Column]; ok {
				e.Inherited = true
				path, columns = append(path, e), append(columns, cell.Column)
			}
			continue
		case (!naming.HasHan(said) || naming.HasDigit(said) && spelling.Numeric(said)) && !(numeralAlone(said) && i+1 < len(cells) && naming.HasHan(tabular.Text(cells[i+1]))):
			return r.done(found, path, columns)
		}
		l, ok := naming.Parse(said)
		if !ok {
			return r.done(found, path, columns)
		}
		path, columns = append(path, naming.Element{Label: l}), append(columns, cell.Column)
		named = named || cell.Row == row
		if !naming.HasHan(said) {
			continue
		}
		best, likeness, rivals := r.m.Find(path, r.rows)
		if likeness == 0 {
			best, likeness, rivals = r.withoutRemark(path, said)
		}
		astray := false
		if likeness == 0 && cell.Row == row && len(path) > 1 {
			// A span that is too long reaches down from another group.
			if best, likeness, rivals = r.m.Find(path[len(path)-1:], r.rows); likeness < naming.Same || l.Numeral.Kind == naming.Unnumbered {
				likeness = 0
			}
			astray = likeness > 0
		}
		if likeness < found.likeness || likeness == 0 {
			continue
		}
		found = gridRow{line: best, likeness: likeness, rivals: rivals, labels: i + 1, kind: leafRow, astray: astray}
		if best < 0 {
			found.kind = doubtfulRow
		}
	}
	return r.done(found, path, columns)
}

// withoutRemark finds the row of a label behind which an office has put a remark of
// its own in brackets; the label is kept without it.
func (r *rowReader) withoutRemark(path []naming.Element, said string) (best, likeness int, rivals []int) {
	bare, ok := naming.CutRemark(said)
	l, parsed := naming.Parse(bare)
	if !ok || !parsed {
		return -1, 0, nil
	}
	last := &path[len(path)-1]
	whole := last.Label
	last.Label = l
	best, likeness, rivals = r.m.Find(path, r.rows)
	if likeness < naming.Same {
		last.Label = whole
		return -1, 0, nil
	}
	return best, naming.Same - naming.Unknown, rivals // which is told
}

// done remembers the labels for the rows below.
func (r *rowReader) done(found gridRow, path []naming.Element, columns []int) gridRow {
	if n := len(path); found.kind == otherRow && n > 0 && !path[n-1].Inherited {
		if r.m.Group(path, r.rows) {
			found.kind, found.labels = groupRow, n
		}
	}
	if found.kind == otherRow {
		// A row that is none of the form's may still begin a group.
		for n := len(path) - 1; n > 0; n-- {
			if r.m.Group(path[:n], r.rows) {
				path, columns = path[:n], columns[:n]
				break
			}
		}
		if len(path) == 0 || !r.m.Group(path, r.rows) {
			return found
		}
	}
	for i, e := range path {
		if e.Inherited {
			continue
		}
		for column := range r.above {
			if column >= columns[i] {
				delete(r.above, column)
			}
		}
		break
	}
	for i, e := range path {
		if !e.Inherited {
			r.above[columns[i]] = e
		}
	}
	return found
}

// numeralAlone: the cell holds the numeral of the label in the next cell.
func numeralAlone(said string) bool {
	l, ok := naming.Parse(said + "属")
	return ok && l.Numeral.Kind != naming.Unnumbered && len(l.Words) == 1
}

// hasNumbers: one of the cells holds digits, or a mark that stands for a number.
func hasNumbers(cells []*manuscript.Cell) bool {
	for _, c := range cells {
		if spelling.Numeric(tabular.Text(c)) {
			return true
		}
	}
	return false
}

// says: a cell that begins in this row holds text.
func says(cells []*manuscript.Cell, row int) bool {
	for _, c := range cells {
		if c.Row == row && tabular.Text(c) != "" {
			return true
		}
	}
	return false
}

// counting: the row numbers the columns, 1 2 3 …, as forms of statistics have it.
func counting(cells []*manuscript.Cell) bool {
	next, n := 1, 0
	for _, c := range cells {
		said := tabular.Text(c)
		if !naming.HasDigit(said) {
			continue
		}
		if said != strconv.Itoa(next) {
			return false
		}
		next++
		n++
	}
	return n >= 3
}
