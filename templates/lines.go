package templates

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// lines are neighbouring rows, or columns, of one part: what an edit is about.
type lines struct {
	table    *Table
	part     *Part
	columns  bool // else rows
	from, to int
}

// find is the row or the column with a name, or all that stand below it.
func (e *editor) find(name string) (lines, error) {
	var found []lines
	section, key, _ := strings.Cut(name, ".")
	for i := range e.t.Sections {
		if e.t.Sections[i].Key != section || e.t.Sections[i].Table == nil || key == "" {
			continue
		}
		table := e.t.Sections[i].Table
		for j := range table.Parts {
			for _, columns := range []bool{false, true} {
				l := lines{table: table, part: &table.Parts[j], columns: columns, from: -1}
				for k, line := range l.all() {
					if line.Key == key || strings.HasPrefix(line.Key, key+".") {
						if l.from >= 0 && l.to != k {
							return l, errors.New("another stands between those with this name")
						}
						if l.from < 0 {
							l.from = k
						}
						l.to = k + 1
					}
				}
				if l.from >= 0 {
					found = append(found, l)
				}
			}
		}
	}
	switch len(found) {
	case 0:
		return lines{}, errors.New("no row and no column has this name")
	case 1:
		return found[0], nil
	}
	return lines{}, errors.New("more than one part, or a row and a column, have this name")
}

// all are the rows or the columns of the part; a row is a column without a kind.
func (l lines) all() []Column {
	if l.columns {
		return l.part.Columns
	}
	rows := make([]Column, len(l.part.Rows))
	for i, row := range l.part.Rows {
		rows[i] = Column{Key: row.Key, Label: row.Label, Short: row.Short}
	}
	return rows
}

func (l lines) over() string {
	if l.columns {
		return OverColumns
	}
	return OverRows
}

// exchange puts others in the place of the lines; their keys leave the sums.
func (l lines) exchange(others []Column) {
	all := l.all()
	kept := map[string]bool{}
	for _, line := range others {
		kept[line.Key] = true
	}
	gone := map[string]bool{}
	for _, line := range all[l.from:l.to] {
		gone[line.Key] = !kept[line.Key]
	}
	l.set(slices.Concat(all[:l.from], others, all[l.to:]))
	for i := range l.part.Sums {
		if sum := &l.part.Sums[i]; sum.Over == l.over() {
			for _, side := range []*[]string{&sum.Left, &sum.Right} {
				*side = slices.DeleteFunc(slices.Clone(*side), func(key string) bool { return gone[key] })
			}
		}
	}
}

func (l lines) set(all []Column) {
	if l.columns {
		l.part.Columns = all
		return
	}
	l.part.Rows = nil
	for _, line := range all {
		l.part.Rows = append(l.part.Rows, Row{Key: line.Key, Label: line.Label, Short: line.Short})
	}
}

// insert puts a line behind the others, and into sums, behind the last of them there.
func (l lines) insert(line Column, sums []string) error {
	if !l.columns && line.Kind != Count {
		return errors.New("a row has no kind, its columns have")
	}
	before := l.all()[l.to-1].Key
	l.set(slices.Insert(slices.Clone(l.all()), l.to, line))
	added := 0
	for i := range l.part.Sums {
		sum := &l.part.Sums[i]
		at := slices.Index(sum.Left, before) + 1
		named := slices.Contains(sums, sum.Code)
		switch {
		case sum.Over == l.over() && at > 0 && sums == nil:
			return fmt.Errorf("%q adds up %q: name in sums those that add up %q, or none: []", sum.Code, before, line.Key)
		case named && sum.Over != l.over():
			return fmt.Errorf("the sum %q is over the %s", sum.Code, sum.Over)
		case named && at == 0:
			at = len(sum.Left)
		}
		if named {
			sum.Left = slices.Insert(slices.Clone(sum.Left), at, line.Key)
			added++
		}
	}
	if added != len(sums) {
		return fmt.Errorf("the part has not all of the sums %q", sums)
	}
	return nil
}

// replace puts one line in the place of the others, and of the first of them in sums.
func (l lines) replace(line Column) error {
	if !l.columns && line.Kind != Count {
		return errors.New("a row has no kind, its columns have")
	}
	first := l.all()[l.from].Key
	for i := range l.part.Sums {
		sum := &l.part.Sums[i]
		for _, side := range []*[]string{&sum.Left, &sum.Right} {
			if at := slices.Index(*side, first); sum.Over == l.over() && at >= 0 {
				*side = slices.Clone(*side)
				(*side)[at] = line.Key
			}
		}
	}
	l.exchange([]Column{line})
	return nil
}
