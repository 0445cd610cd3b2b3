package templates

import (
	"fmt"
	"strings"
)

// A Node is a key of a report's JSON that the template asks for: an object of
// further nodes, a section's text, or a number.
type Node struct {
	Key   string
	Path  string
	Title string  // the label of the rows or columns below it; "" where they share none
	Nodes []*Node // in printed order; none in a text or a number
	Leaf  *Leaf   // nil: no number

	row, column []string // the labels that all numbers below share
}

// Tree is the root of the keys that the template asks of a report: its nodes
// are the sections. The caller must not change it.
func (t *Template) Tree() *Node { return t.tree }

// Node is the node with a key directly below n; nil if there is none.
func (n *Node) Node(key string) *Node {
	for _, node := range n.Nodes {
		if node.Key == key {
			return node
		}
	}
	return nil
}

// Text reports whether the node is a section's prose.
func (n *Node) Text() bool { return n.Leaf == nil && len(n.Nodes) == 0 }

// grow adds the nodes of one part below its section's node.
func (t *Template) grow(section *Node, s Section, part Part) error {
	for _, row := range part.Rows {
		for _, column := range part.Columns {
			leaf := t.at(s, row, column)
			if err := section.add(leaf, row.Label, column.Label); err != nil {
				return err
			}
		}
	}
	return nil
}

// add hangs a number below n, with the objects on the way to it.
func (n *Node) add(leaf Leaf, row, column []string) error {
	for more := true; more; {
		at := min(len(n.Path)+1, len(leaf.Path)) // the path is the section's, and goes on
		var key, path string
		key, _, more = strings.Cut(leaf.Path[at:], ".")
		path = leaf.Path[:at+len(key)]
		next := n.Node(key)
		if next == nil {
			next = &Node{Key: key, Path: path, row: row, column: column}
			n.Nodes = append(n.Nodes, next)
		} else if next.Leaf != nil || !more {
			return fmt.Errorf("%q is a number, and %q stands below it", next.Path, longer(leaf.Path, next.somewhere()))
		}
		next.row, next.column = commonLabel(next.row, row), commonLabel(next.column, column)
		next.Title = last(next.row)
		if next.Title == "" {
			next.Title = last(next.column)
		}
		n = next
	}
	n.Leaf, n.Title = &leaf, leaf.Place
	return nil
}

// somewhere is the path of the first number in or below n.
func (n *Node) somewhere() string {
	for n.Leaf == nil {
		n = n.Nodes[0]
	}
	return n.Path
}

func longer(a, b string) string {
	if len(a) > len(b) {
		return a
	}
	return b
}

func last(label []string) string {
	if len(label) == 0 {
		return ""
	}
	return label[len(label)-1]
}
