package reading

import (
	"slices"
	"strings"

	"nianbao/manuscript"
	"nianbao/problem"
	"nianbao/reading/naming"
	"nianbao/templates"
)

// takeByPlace reads columns whose names are none of the form's by where they
// stand: where a head has as many columns as the form, those that were found
// stand in their places, and the words or the sums of the rows bear it out. 公民
// before five kinds of 法人或其他组织 is 自然人. Names that say that a column is
// another one, and sums that do not hold, leave it out.
func (s *sheet) takeByPlace() {
	for _, use := range s.bands {
		taken := map[int]int{} // head → column
		for _, e := range s.extras {
			if e.band == use.band && !e.told() {
				if c := use.band.columnByPlace(s, use.key, e.head); c >= 0 {
					taken[e.head] = c
				}
			}
		}
		if len(taken) == 0 {
			continue
		}
		proof := s.proved(*use, taken)
		if proof == refuted {
			continue
		}
		s.extras = slices.DeleteFunc(s.extras, func(e *extra) bool {
			column, ok := taken[e.head]
			if e.band != use.band || !ok || slices.ContainsFunc(e.entries, func(entry extraEntry) bool { return entry.key != use.key }) {
				return false
			}
			s.takeColumn(e, use.key, column, proof)
			return true
		})
	}
}

// takeColumn gives the cells of a column to one of the form's.
func (s *sheet) takeColumn(e *extra, key partKey, column int, proof proof) {
	for _, entry := range e.entries {
		path := s.path(key, entry.index, column)
		v := value{grid: e.grid, row: entry.cell.Row, cells: []*manuscript.Cell{entry.cell}}
		if n := len(s.values[path]); n > 0 && s.values[path][n-1].grid == e.grid && s.values[path][n-1].row == v.row {
			s.values[path][n-1].cells = append(s.values[path][n-1].cells, entry.cell)
			continue
		}
		s.values[path] = append(s.values[path], v)
	}
	e.band.found[key][e.head] = column
	p := problem.Problem{Severity: problem.Notice, Code: codeLabel, Path: s.form.Sections[key.section].Key, Place: e.band.place(e.head),
		Message: "列名" + quote(e.band.heads[e.head].name()) + "按“" + strings.Join(s.part(key).Columns[column].Label, " · ") + "”读：位置和格式相同"}
	if proof == proven {
		p.Message += "，各行加起来也对"
	} else {
		p.Severity, p.Fix = problem.Warning, "核对这一列；是别的列，把列名写清楚"
	}
	s.add(p)
}

// columnByPlace is the form's column in whose place a head stands; -1: none.
func (b *headBand) columnByPlace(s *sheet, key partKey, at int) int {
	columns, found := s.part(key).Columns, b.columns(s, key)
	known := 0
	for _, c := range found {
		if c >= 0 {
			known++
		}
	}
	if known*2 < len(columns) {
		return -1
	}
	// The heads beside the form's columns, from the first of their group on.
	first := b.firstNumber(found)
	var heads []int
	for i, h := range b.heads {
		if h.column >= first && h.cell != nil {
			heads = append(heads, i)
		}
	}
	if from := slices.IndexFunc(heads, func(i int) bool { return found[i] >= 0 }); from > 0 && from < len(heads) {
		// Heads without a common group may stand further left.
		if want := found[heads[from]]; want < from {
			heads = heads[from-want:]
		}
	}
	if len(heads) != len(columns) {
		return -1
	}
	for n, i := range heads {
		if found[i] >= 0 && found[i] != n {
			return -1
		}
	}
	n := slices.Index(heads, at)
	if n < 0 || !b.sameGroup(s, key, at, n) || another(b.heads[at].name()) {
		return -1
	}
	return n
}

// sameGroup: the head stands under the same groups as the form's column.
func (b *headBand) sameGroup(s *sheet, key partKey, head, column int) bool {
	form, file := s.columns[key].All[column].Path, b.heads[head].path
	if len(form) == 0 || len(file) == 0 {
		return false
	}
	outer := map[string]bool{}
	for _, l := range form[:len(form)-1] {
		outer[l.String()] = true
	}
	for _, e := range file[:len(file)-1] {
		// A group of the form that this column does not belong to.
		if s.columns[key].Groups[e.String()] && !outer[e.String()] {
			return false
		}
		delete(outer, e.String())
	}
	// 申请人情况 alone may be left out; the nearest group may not.
	if len(form) > 1 {
		return !outer[form[len(form)-2].String()] || len(form) == 2
	}
	return true
}

// another: a name that says that a column is none of the form's.
func another(name string) bool {
	for _, word := range []string{"上年", "去年", "上一年", "同比", "增", "减", "备注", "说明", "比例", "占比", "%", "率", "其中", "累计"} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}

// proof is what the sums say of columns that were told by their place.
type proof int

const (
	refuted proof = iota
	unproven
	proven
)

// proved holds the sums over the columns of the rows against what the columns say.
func (s *sheet) proved(use bandUse, taken map[int]int) proof {
	result := unproven
	cells := map[[2]int]string{} // by row of the part and column
	for _, e := range s.extras {
		if column, ok := taken[e.head]; ok && e.band == use.band {
			for _, entry := range e.entries {
				if entry.key == use.key {
					cells[[2]int{entry.index, column}] = spell(templates.Count, "", entry.cell.Text).text
				}
			}
		}
	}
	agreed, wrong := 0, 0
	part := s.part(use.key)
	at := map[string]int{}
	for i, c := range part.Columns {
		at[c.Key] = i
	}
	for _, row := range use.rows {
		number := func(column int) (int, bool) {
			if text, ok := cells[[2]int{row, column}]; ok {
				return whole(text)
			}
			values := s.values[s.path(use.key, row, column)]
			if len(values) == 0 {
				return 0, false
			}
			said, _, several := values[0].text()
			if several {
				return 0, false
			}
			return whole(spell(templates.Count, "", said).text)
		}
		for _, sum := range part.Sums {
			if sum.Over != "columns" {
				continue
			}
			left, known := total(sum.Left, at, number)
			right, alsoKnown := total(sum.Right, at, number)
			if !known || !alsoKnown {
				continue
			}
			if left != right {
				wrong++ // a slip in one row, perhaps, which the check will name
			} else if left > 0 {
				agreed++
			}
		}
	}
	switch {
	case wrong*5 > agreed:
		return refuted
	case agreed > 0:
		return proven
	}
	for head, column := range taken {
		label := s.columns[use.key].All[column].Path
		words := label[len(label)-1].Words
		file := use.band.heads[head].path[len(use.band.heads[head].path)-1].Words
		if naming.Subsequence(file, words)*5 >= len(words)*3 {
			continue
		}
		if len(part.Sums) == 0 {
			return refuted // neither words nor sums bear it out
		}
	}
	return result
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
