package reading

import (
	"slices"
	"strings"

	"nianbao/manuscript"
	"nianbao/problem"
	"nianbao/reading/naming"
)

// takeByPlace reads columns whose names are none of the form's by where they
// stand: where a head has as many columns as the form, those that were found
// stand in their places, and the words or the sums of the rows bear it out. 公民
// before five kinds of 法人或其他组织 is 自然人. Names that say that a column is
// another one, several that no sum could tell apart (see unmistakable), and sums
// that do not hold, leave it out.
func (s *supposition) takeByPlace() {
	for _, use := range s.bands {
		taken := map[int]int{} // head → column
		for _, e := range s.extras {
			if e.band == use.band && !e.told() {
				if c := use.band.columnByPlace(s, use.key, e.head); c >= 0 {
					taken[e.head] = c
				}
			}
		}
		s.unmistakable(*use, taken)
		if len(taken) == 0 {
			continue
		}
		proof, wrong := s.proved(*use, taken)
		if proof == refuted {
			continue
		}
		s.extras = slices.DeleteFunc(s.extras, func(e *extra) bool {
			column, ok := taken[e.head]
			if e.band != use.band || !ok || slices.ContainsFunc(e.entries, func(entry extraEntry) bool { return entry.key != use.key }) {
				return false
			}
			s.takeColumn(e, use.key, column, proof, wrong)
			return true
		})
	}
}

// takeColumn gives the cells of a column to one of the form's; wrong is in how
// many rows the sums do not hold.
func (s *supposition) takeColumn(e *extra, key partKey, column int, proof proof, wrong int) {
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
	p := problem.Problem{Severity: problem.Notice, Code: problem.CodeImportLabel, Path: s.form.Sections[key.section].Key, Place: e.band.place(e.head),
		Message: "列名" + quote(e.band.heads[e.head].name()) + "按“" + strings.Join(s.part(key).Columns[column].Label, " · ") + "”读：位置和格式相同"}
	switch {
	case proof == proven && wrong == 0:
		p.Message += "，各行加起来也对"
	case proof == proven:
		p.Message += "，" + count(wrong) + " 行加起来不等，其余各行都对"
	default:
		p.Severity, p.Fix = problem.Warning, "核对这一列；是别的列，把列名写清楚"
	}
	s.add(p)
}

// columnByPlace is the form's column in whose place a head stands; -1: none.
func (b *headBand) columnByPlace(s *supposition, key partKey, at int) int {
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
	if n < 0 || !b.sameGroup(s, key, at, n) || another(b.heads[at].name(), columns[n].Label) {
		return -1
	}
	return n
}

// sameGroup: the head stands under the same groups as the form's column.
func (b *headBand) sameGroup(s *supposition, key partKey, head, column int) bool {
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

// another: a name that says that a column is none of the form's: another year or
// period, a share, a remark. What the form's own label says is no such word.
func another(name string, label []string) bool {
	form := strings.Join(label, "")
	for _, word := range []string{"年", "月", "季", "期", "同比", "环比", "增", "减", "备注", "说明", "比例", "占比", "%", "率", "其中", "累计"} {
		if strings.Contains(name, word) && !strings.Contains(form, word) {
			return true
		}
	}
	return naming.HasDigit(name)
}
