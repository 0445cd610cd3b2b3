package reading

import (
	"slices"

	"nianbao/reading/naming"
	"nianbao/reading/spelling"
	"nianbao/reading/tabular"
	"nianbao/templates"
)

// columns tells which column of a part each head is; -1 for none.
func (b *headBand) columns(s *supposition, key partKey) []int {
	if found, ok := b.found[key]; ok {
		return found
	}
	lines := s.columns[key]
	found := make([]int, len(b.heads))
	likeness := make([]int, len(b.heads))
	var doubtful []headProblem
	for i, h := range b.heads {
		found[i] = -1
		if h.cell == nil {
			continue
		}
		best, like, several := s.matcher.Find(h.path, lines)
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
	b.wrong[key] = append(b.wrong[key], doubtful...)
	b.units(key, s.part(key))
	for i, c := range found {
		if c >= 0 && !naming.Exact(likeness[i]) && likeness[i] > 0 && !isDoubtful(b.wrong[key], i) {
			b.wrong[key] = append(b.wrong[key], headProblem{i, reworded, []int{c}, ""})
		}
	}
	b.order(key, lines)
	return found
}

// bySequence settles heads whose names fit several columns: where all heads
// together are the form's columns in the form's order, each is the one it is.
func (b *headBand) bySequence(l *naming.Lines, key partKey, doubtful *[]headProblem) {
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
	if len(at) != len(l.All) {
		return
	}
	for n, i := range at {
		form := l.All[n].Path
		inner := b.heads[i].path[len(b.heads[i].path)-1].Label
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
		wanted := spelling.UnitOf(labels[len(labels)-1])
		if wanted == "" {
			continue
		}
		switch given := spelling.UnitOf(tabular.Text(b.heads[i].cell)); given {
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
func (b *headBand) order(key partKey, l *naming.Lines) {
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
		if c >= 0 && naming.Merge(b.heads[i].path).Text == l.All[c].Ends[0].Text {
			known++
		}
	}
	if known < len(l.All) {
		b.astray[key] = true
		return
	}
	b.wrong[key] = append(b.wrong[key], headProblem{head: first, kind: reordered})
}

// broken: heads are out of order and not all there, or stand one below the
// other, or a group's name stands alone where a column's should: cells of the
// head were lost or merged wrongly, and whose numbers stand below cannot be seen.
func (b *headBand) broken(s *supposition, key partKey) bool {
	l, found := s.columns[key], b.columns(s, key)
	if b.astray[key] {
		return true
	}
	from := slices.IndexFunc(found, func(c int) bool { return c >= 0 })
	for i, h := range b.heads {
		names := 0
		for _, e := range h.path {
			if l.Inner[e.String()] && !e.Inherited {
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
func (b *headBand) any(s *supposition, key partKey) bool {
	for _, c := range b.columns(s, key) {
		if c >= 0 {
			return true
		}
	}
	return len(b.wrong[key]) > 0
}
