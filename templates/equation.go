package templates

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// An Equation is a Sum at one row or one column: the numbers on the left add up
// to the same as those on the right.
type Equation struct {
	Sum   Sum
	Place string // the row or column: 表三 · 法人或其他组织 · 商业企业
	Left  []Leaf
	Right []Leaf
}

// Total is the number that the equation can compute when a report leaves it
// out; false where several stand on the right.
func (e Equation) Total() (Leaf, bool) { return e.Right[0], len(e.Right) == 1 }

// Name is how the equation's sentence calls one of its numbers: by the column
// within a row, by the row within a column, without the group that the
// equation's place names.
func (e Equation) Name(leaf Leaf) string {
	name := leaf.BriefRow
	if e.Sum.Over == OverColumns {
		name = leaf.BriefColumn
	}
	if group, last, ok := strings.Cut(name, " · "); ok && strings.Contains(e.Right[0].Place, " · "+group+" · ") {
		return last
	}
	return name
}

// Equations are all that the template asks of its numbers, in the printed order
// of the first number on their right. The caller must not change the slice.
func (t *Template) Equations() []Equation { return t.equations }

// Totals are the equations that compute a number, each after those that compute
// a number on its own left: taken in this order, one pass fills every total. A
// number in the corner of two totals has two. The caller must not change the slice.
func (t *Template) Totals() []Equation { return t.totals }

// addEquations sets up one sum of a part at every row or column.
func (t *Template) addEquations(section Section, part Part, sum Sum) {
	if sum.Over == OverColumns {
		for _, row := range part.Rows {
			leaf := func(key string) Leaf { return t.at(section, row, Column{Key: key}) }
			e := Equation{Sum: sum, Left: each(sum.Left, leaf), Right: each(sum.Right, leaf)}
			e.Place = join(section.Table.Name, e.Right[0].Row)
			t.equations = append(t.equations, e)
		}
		return
	}
	for _, column := range part.Columns {
		leaf := func(key string) Leaf { return t.at(section, Row{Key: key}, column) }
		e := Equation{Sum: sum, Left: each(sum.Left, leaf), Right: each(sum.Right, leaf)}
		e.Place = join(section.Table.Name, e.Right[0].Column)
		t.equations = append(t.equations, e)
	}
}

func (t *Template) at(section Section, row Row, column Column) Leaf {
	var room [128]byte
	return t.leaves[t.byPath[string(appendPath(room[:0], section, row.Key, column.Key))]]
}

func each(keys []string, leaf func(key string) Leaf) []Leaf {
	leaves := make([]Leaf, 0, len(keys))
	for _, key := range keys {
		leaves = append(leaves, leaf(key))
	}
	return leaves
}

// sortEquations brings the equations into the order of print and the totals
// into the order of need.
func (t *Template) sortEquations() error {
	slices.SortStableFunc(t.equations, func(a, b Equation) int {
		return cmp.Compare(t.byPath[a.Right[0].Path], t.byPath[b.Right[0].Path])
	})
	var waiting []Equation
	for _, e := range t.equations {
		if _, ok := e.Total(); ok {
			waiting = append(waiting, e)
		}
	}
	known := map[string]bool{}
	needs := func(e Equation) bool {
		return slices.ContainsFunc(e.Left, func(l Leaf) bool { return l.Total && !known[l.Path] })
	}
	for len(waiting) > 0 {
		var later []Equation
		for _, e := range waiting {
			if needs(e) {
				later = append(later, e)
				continue
			}
			known[e.Right[0].Path] = true
			t.totals = append(t.totals, e)
		}
		if len(later) == len(waiting) {
			return fmt.Errorf("the sums %q and %q need each other: neither %q nor %q can be computed first",
				later[0].Sum.Code, later[len(later)-1].Sum.Code, later[0].Right[0].Path, later[len(later)-1].Right[0].Path)
		}
		waiting = later
	}
	return nil
}
