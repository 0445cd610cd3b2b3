package templates

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A Quantity is what a number of the prose may rightly be: a cell, or the sum of
// several.
type Quantity struct{ Leaves []Leaf }

// quantity finds the numbers of a meaning. A * in a key stands for any keys, or
// for none: outcome.denied.*.total is the total of each row of （三）, however
// many rows an edition prints it as. Where some may be gone, it goes without them.
func (t *Template) quantity(section Section, keys []string, someGone bool) (Quantity, error) {
	var sum []*Leaf
	for _, key := range keys {
		found := t.tree.Node(section.Key).matching(key, nil)
		if len(found) == 0 && !someGone {
			return Quantity{}, fmt.Errorf("%q is no number of the section", key)
		}
		for _, leaf := range found {
			if leaf.Kind == StatedAmount || leaf.Kind == Change {
				return Quantity{}, fmt.Errorf("%q is no plain count or amount", leaf.Path)
			}
			if slices.Contains(sum, leaf) {
				return Quantity{}, fmt.Errorf("%q stands in one sum twice", leaf.Path)
			}
			sum = append(sum, leaf)
		}
	}
	if len(sum) == 0 && !someGone {
		return Quantity{}, errors.New("a meaning of no numbers")
	}
	q := Quantity{make([]Leaf, len(sum))}
	for i, leaf := range sum {
		q.Leaves[i] = *leaf
	}
	return q, nil
}

// matching adds the numbers below n that a key names, each once, in printed order.
func (n *Node) matching(key string, found []*Leaf) []*Leaf {
	if key == "" {
		if n.Leaf != nil && !slices.Contains(found, n.Leaf) {
			found = append(found, n.Leaf)
		}
		return found
	}
	first, rest, _ := strings.Cut(key, ".")
	if first == "*" {
		found = n.matching(rest, found)
		for _, node := range n.Nodes {
			found = node.matching(key, found)
		}
		return found
	}
	if node := n.Node(first); node != nil {
		found = node.matching(rest, found)
	}
	return found
}

// Name is how people call the quantity, a sum by its rows and columns, and rows
// or columns of one group by the group: 表三 · （三）不予公开各项之和 · 总计.
func (q Quantity) Name() string {
	if len(q.Leaves) == 1 {
		return q.Leaves[0].Brief()
	}
	var rows, columns []named
	for _, leaf := range q.Leaves {
		rows = withName(rows, named{leaf.Row, leaf.BriefRow})
		columns = withName(columns, named{leaf.Column, leaf.BriefColumn})
	}
	return join(q.Leaves[0].Table, together(rows), together(columns))
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
