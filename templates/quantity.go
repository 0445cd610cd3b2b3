package templates

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A Quantity is what a number of the prose may rightly be: a cell, or the sum of
// several.
type Quantity struct {
	Leaves []Leaf
	Name   string // as people call it: 表三 · （三）不予公开各项之和 · 总计
}

func (t *Template) quantity(section Section, keys []string) (Quantity, error) {
	var q Quantity
	for _, key := range keys {
		found := false
		pattern := strings.Split(section.Key+"."+key, ".")
		for _, leaf := range t.leaves {
			if !samePath(pattern, strings.Split(leaf.Path, ".")) {
				continue
			}
			if leaf.Kind == StatedAmount || leaf.Kind == Change {
				return q, fmt.Errorf("%q is no plain count or amount", leaf.Path)
			}
			if slices.ContainsFunc(q.Leaves, func(l Leaf) bool { return l.Path == leaf.Path }) {
				return q, fmt.Errorf("%q stands in one sum twice", leaf.Path)
			}
			found = true
			q.Leaves = append(q.Leaves, leaf)
		}
		if !found {
			return q, fmt.Errorf("%q is no number of the section", key)
		}
	}
	if len(q.Leaves) == 0 {
		return q, errors.New("a meaning of no numbers")
	}
	q.Name = quantityName(q.Leaves)
	return q, nil
}

func samePath(pattern, path []string) bool {
	return slices.EqualFunc(pattern, path, func(a, b string) bool { return a == "*" || a == b })
}

// quantityName names a sum by its rows and columns, and rows or columns of one
// group by the group.
func quantityName(leaves []Leaf) string {
	if len(leaves) == 1 {
		return leaves[0].Place
	}
	var rows, columns []string
	for _, leaf := range leaves {
		if !slices.Contains(rows, leaf.Row) {
			rows = append(rows, leaf.Row)
		}
		if !slices.Contains(columns, leaf.Column) {
			columns = append(columns, leaf.Column)
		}
	}
	return join(leaves[0].Table, together(rows), together(columns))
}

func together(names []string) string {
	if len(names) == 1 {
		return names[0]
	}
	members := map[string]int{}
	for _, name := range names {
		group, _, _ := strings.Cut(name, " · ")
		members[group]++
	}
	var groups []string
	for _, name := range names {
		if group, _, ok := strings.Cut(name, " · "); ok && members[group] > 1 {
			name = group + "各项"
		}
		if !slices.Contains(groups, name) {
			groups = append(groups, name)
		}
	}
	return strings.Join(groups, "、") + "之和"
}
