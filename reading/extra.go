package reading

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/manuscript"
	"nianbao/problem"
	"nianbao/reading/naming"
	"nianbao/reading/spelling"
	"nianbao/reading/tabular"
)

// leftOut remembers cells under a head that is none of the form's.
func (t *tableReader) leftOut(b *headBand, key partKey, head, index int, cells []*manuscript.Cell) {
	if t.extras == nil {
		t.extras = map[*headBand]map[int]*extra{}
	}
	if t.extras[b] == nil {
		t.extras[b] = map[int]*extra{}
	}
	e := t.extras[b][head]
	if e == nil {
		e = &extra{band: b, head: head, grid: t.grid}
		t.extras[b][head] = e
		t.supposition.extras = append(t.supposition.extras, e)
	}
	for _, c := range cells {
		e.entries = append(e.entries, extraEntry{key, index, c})
	}
}

// columnsLeftOut drops the columns of nothing.
func (t *tableReader) columnsLeftOut() {
	var kept []*extra
	for _, e := range t.supposition.extras {
		if e.grid != t.grid || e.says() {
			kept = append(kept, e)
		}
	}
	t.supposition.extras = kept
}

func (e *extra) says() bool {
	if e.band.heads[e.head].cell != nil {
		return true
	}
	for _, entry := range e.entries {
		if tabular.Text(entry.cell) != "" {
			return true
		}
	}
	return false
}

// tellExtras reports each column that was left out. Where a column of the form
// was not found, the numbers may be that one's: an error. Else it is one more,
// and a notice; a sum of others that is wrong hints at a slip in those.
func (s *supposition) tellExtras(numbers map[string]string) {
	for _, e := range s.extras {
		if e.told() {
			continue // doubts about the column are told with the column that it may be
		}
		name, this := quote(e.band.heads[e.head].name()), "格式里没有"+quote(e.band.heads[e.head].name())+"这一列"
		if e.band.heads[e.head].name() == "" {
			name, this = "空着", "没有列名的一列不是格式里的"
		}
		p := problem.Problem{Severity: problem.Notice, Code: problem.CodeImportColumn,
			Place:   e.band.place(e.head),
			Message: this + "，没有读进去"}
		count, missing := e.numbers(), s.lacking(e)
		group, wrong := s.sumOf(e, numbers)
		// What adds up others, and says so, is no column of the form that has another name.
		unread := len(missing) > 0 && !(group != "" && sums(e.band.heads[e.head].name()))
		switch {
		case count == 0:
			p.Message += "；列里没有数"
		case unread:
			p.Severity = problem.Error
			p.Message = "列名" + name + "不是格式里的，这一列的 " + strconv.Itoa(count) + " 个数没有读进去；格式里的" + list(missing, 3) + "没有找到"
			p.Fix = "核对这一列是不是其中的一列；是的，把列名改成和格式一样"
		case group != "" && len(wrong) == 0:
			p.Message += "；它是" + group + "之和，已核对无误"
		case group != "":
			p.Severity = problem.Warning
			p.Message += "；它是" + group + "之和，但" + list(wrong, 3) + "不等"
			p.Fix = "核对这些行"
		}
		s.add(p)
	}
}

// lacking are the columns of the form that the head has none for.
func (s *supposition) lacking(e *extra) []string {
	var names []string
	seen := map[partKey]bool{}
	for _, entry := range e.entries {
		if seen[entry.key] {
			continue
		}
		seen[entry.key] = true
		found := e.band.columns(s, entry.key)
		for i, column := range s.part(entry.key).Columns {
			if !slices.Contains(found, i) {
				names = append(names, "“"+strings.Join(column.Label, " · ")+"”")
			}
		}
	}
	return names
}

// told: the column is in doubt for one of the parts that it stands beside.
func (e *extra) told() bool {
	for _, entry := range e.entries {
		for _, p := range e.band.wrong[entry.key] {
			if p.head == e.head {
				return true
			}
		}
	}
	return false
}

// numbers counts the cells of the column that hold one.
func (e *extra) numbers() int {
	n := 0
	for _, entry := range e.entries {
		if said := tabular.Text(entry.cell); naming.HasDigit(said) && spelling.Numeric(said) {
			n++
		}
	}
	return n
}

// leastSums is in how many rows a column must be the sum of others, 0 left aside:
// in one it may be so by chance.
const leastSums = 2

// sumOf looks for a group of the form's columns that add up to the extra one in
// most rows. It returns the rows where they do not.
// Beside several parts, whose columns differ, no such sum can stand.
func (s *supposition) sumOf(e *extra, numbers map[string]string) (group string, wrong []string) {
	key := e.entries[0].key
	for _, entry := range e.entries {
		if entry.key != key {
			return "", nil
		}
	}
	for _, g := range s.sumGroups(key) {
		right, bad := 0, []string(nil)
		for _, entry := range e.entries {
			given, ok := spelling.Whole(spelling.Read("", "", entry.cell.Text).Text)
			if !ok {
				continue
			}
			sum, known := 0, true
			for _, column := range g.columns {
				n, ok := spelling.Whole(numbers[s.path(key, entry.index, column)])
				sum, known = sum+n, known && ok
			}
			switch {
			case !known:
			case sum == given && sum > 0:
				right++
			case sum == given:
			default:
				bad = append(bad, s.rowName(naming.Line{Section: key.section, Part: key.part, Index: entry.index}))
			}
		}
		if right >= leastSums && right > 3*len(bad) {
			return g.name, bad
		}
	}
	return "", nil
}

type sumGroup struct {
	name    string
	columns []int
}

// sumGroups are the columns below each common label.
func (s *supposition) sumGroups(key partKey) []sumGroup {
	var groups []sumGroup
	at := map[string]int{}
	for i, column := range s.part(key).Columns {
		for level := range len(column.Label) - 1 {
			name := column.Label[level]
			if _, ok := at[name]; !ok {
				at[name] = len(groups)
				groups = append(groups, sumGroup{name: "“" + name + "”各列"})
			}
			groups[at[name]].columns = append(groups[at[name]].columns, i)
		}
	}
	// The same numbers as one column's are no sum.
	return slices.DeleteFunc(groups, func(g sumGroup) bool { return len(g.columns) < 2 })
}
