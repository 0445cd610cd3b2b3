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
		return leaves[0].Brief()
	}
	var rows, columns []named
	for _, leaf := range leaves {
		rows = withName(rows, named{leaf.Row, leaf.BriefRow})
		columns = withName(columns, named{leaf.Column, leaf.BriefColumn})
	}
	return join(leaves[0].Table, together(rows), together(columns))
}

// A named line is a row or column with its name and its brief one.
type named struct{ name, brief string }

func withName(lines []named, line named) []named {
	if slices.Contains(lines, line) {
		return lines
	}
	return append(lines, line)
}

func together(lines []named) string {
	if len(lines) == 1 {
		return lines[0].brief
	}
	members := map[string]int{}
	lasts := map[string]bool{}
	for _, line := range lines {
		group, last, _ := strings.Cut(line.name, " · ")
		members[group]++
		lasts[last] = true
	}
	var groups []string
	for _, line := range lines {
		name := line.brief
		group, last, grouped := strings.Cut(line.name, " · ")
		switch {
		case grouped && len(lasts) == 1 && len(members) == len(lines):
			name = group // 行政复议、复议后起诉的总计之和
			if len(groups) == len(lines)-1 {
				name += "的" + last
			}
		case grouped && members[group] > 1:
			name = group + "各项"
		}
		if !slices.Contains(groups, name) {
			groups = append(groups, name)
		}
	}
	return strings.Join(groups, "、") + "之和"
}
