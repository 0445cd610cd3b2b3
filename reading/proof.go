package reading

import (
	"slices"

	"nianbao/reading/naming"
	"nianbao/reading/spelling"
	"nianbao/templates"
)

// proof is what the sums say of columns that were told by their place.
type proof int

const (
	refuted proof = iota
	unproven
	proven
)

// proved holds the sums over the columns of the rows against what the columns say;
// wrong is in how many rows they do not hold.
func (s *supposition) proved(use bandUse, taken map[int]int) (proof, int) {
	result := unproven
	cells := map[[2]int]string{} // by row of the part and column
	for _, e := range s.extras {
		if column, ok := taken[e.head]; ok && e.band == use.band {
			for _, entry := range e.entries {
				if entry.key == use.key {
					cells[[2]int{entry.index, column}] = spelling.Read(templates.Count, "", entry.cell.Text).Text
				}
			}
		}
	}
	agreed, wrong := 0, 0
	wrongRows := map[int]bool{}
	part := s.part(use.key)
	at := map[string]int{}
	for i, c := range part.Columns {
		at[c.Key] = i
	}
	for _, row := range use.rows {
		number := func(column int) (int, bool) {
			if text, ok := cells[[2]int{row, column}]; ok {
				return spelling.Whole(text)
			}
			values := s.values[s.path(use.key, row, column)]
			if len(values) == 0 {
				return 0, false
			}
			said, _, several := values[0].text()
			if several {
				return 0, false
			}
			return spelling.Whole(spelling.Read(templates.Count, "", said).Text)
		}
		for _, sum := range part.Sums {
			if sum.Over != "columns" {
				continue
			}
			left, known := total(sum.Left, at, number)
			right, alsoKnown := total(sum.Right, at, number)
			if !known || !alsoKnown || !speaksOf(sum, part, taken) {
				continue
			}
			if left != right {
				wrong++ // a slip in one row, perhaps, which the check will name
				wrongRows[row] = true
			} else if left > 0 {
				agreed++
			}
		}
	}
	switch {
	case wrong*5 > agreed:
		return refuted, len(wrongRows)
	case agreed > 0:
		return proven, len(wrongRows)
	}
	for head, column := range taken {
		label := s.columns[use.key].All[column].Path
		words := label[len(label)-1].Words
		file := use.band.heads[head].path[len(use.band.heads[head].path)-1].Words
		if naming.Subsequence(file, words)*5 >= len(words)*3 {
			continue
		}
		if role(part, column) == "" {
			return refuted, 0 // neither words nor sums bear it out
		}
	}
	return result, len(wrongRows)
}

func total(keys []string, at map[string]int, number func(int) (int, bool)) (sum int, known bool) {
	for _, key := range keys {
		column, ok := at[key]
		if !ok {
			return 0, false
		}
		n, ok := number(column)
		if !ok {
			return 0, false
		}
		sum += n
	}
	return sum, true
}

// speaksOf: the sum has one of the columns in it.
func speaksOf(sum templates.Sum, part templates.Part, taken map[int]int) bool {
	for _, column := range taken {
		key := part.Columns[column].Key
		if slices.Contains(sum.Left, key) || slices.Contains(sum.Right, key) {
			return true
		}
	}
	return false
}

// role is where a column stands in the sums over the columns; "": in none. No
// sum can tell columns of one role apart.
func role(part templates.Part, column int) string {
	key, said := part.Columns[column].Key, ""
	for i, sum := range part.Sums {
		if sum.Over != "columns" {
			continue
		}
		if slices.Contains(sum.Left, key) {
			said += "L" + count(i)
		}
		if slices.Contains(sum.Right, key) {
			said += "R" + count(i)
		}
	}
	return said
}

// leastAlike is how many characters two names must share to speak for each other.
const leastAlike = 2

// unmistakable leaves of the columns that stand in a place those that can be no
// other one. Columns of one group that stand in the sums alike add up whichever is
// which: of such, one may be told by its place if its name is nearer to that of the
// column there than to any other, or if it is the only one that is left. Where the
// name of one speaks for another column, or several speak for none, all are left out.
func (s *supposition) unmistakable(use bandUse, taken map[int]int) {
	for _, heads := range s.siblings(use.key, taken) {
		var silent, contradicting []int
		for _, head := range heads {
			switch s.speaksFor(use, head, taken[head]) {
			case 0:
				silent = append(silent, head)
			case -1:
				contradicting = append(contradicting, head)
			}
		}
		if len(contradicting) > 0 || len(silent) > 1 {
			for _, head := range heads {
				delete(taken, head)
			}
		}
	}
}

// siblings parts the heads into those whose columns no sum tells apart.
func (s *supposition) siblings(key partKey, taken map[int]int) [][]int {
	var heads []int
	for head := range taken {
		heads = append(heads, head)
	}
	slices.Sort(heads)
	var order []string
	groups := map[string][]int{}
	for _, head := range heads {
		kind := s.kind(key, taken[head])
		if groups[kind] == nil {
			order = append(order, kind)
		}
		groups[kind] = append(groups[kind], head)
	}
	out := make([][]int, len(order))
	for i, kind := range order {
		out[i] = groups[kind]
	}
	return out
}

// kind is the same for columns of one group that stand in the sums alike.
func (s *supposition) kind(key partKey, column int) string {
	path := s.columns[key].All[column].Path
	said := role(s.part(key), column)
	for _, l := range path[:len(path)-1] {
		said += "\n" + l.String()
	}
	return said
}

// speaksFor: 1 if the name of a head is nearest to that of the column, -1 if it is
// nearest to another one of its kind, 0 if it speaks for none of them.
func (s *supposition) speaksFor(use bandUse, head, column int) int {
	path := use.band.heads[head].path
	file := path[len(path)-1].Words
	all := s.columns[use.key].All
	own, other := 0, 0
	for i, l := range all {
		n := naming.Subsequence(file, l.Path[len(l.Path)-1].Words)
		switch {
		case i == column:
			own = n
		case s.kind(use.key, i) == s.kind(use.key, column):
			other = max(other, n)
		}
	}
	switch {
	case other >= leastAlike && other >= own:
		return -1
	case own >= leastAlike && own > other:
		return 1
	}
	return 0
}
