package report

import (
	"strings"

	"nianbao/templates"
)

// place is how people call what stands at a path or, if nothing does, what it
// stands in; "" at the top.
func (r *Report) place(path string) string {
	for ; path != ""; path = parent(path) {
		for _, f := range allFields {
			if f.path == path {
				return f.name + "（" + path + "）"
			}
		}
		if r.Template == nil {
			continue
		}
		if place := r.Template.Place(path); place != "" {
			return place
		}
		if place := groupPlace(r.Template, path); place != "" {
			return place
		}
	}
	return ""
}

// Located are problems that were found on paper, with the place and the line of
// the file that their paths lead to. One where Decode has found the data itself
// wrong is left out.
func (r *Report) Located(problems []Problem) []Problem {
	var out []Problem
	for _, p := range problems {
		if r.isDoubtful(p.Path) {
			continue
		}
		p.Line = r.line(p.Path)
		if place := r.place(p.Path); place != "" {
			p.Place = place
		}
		out = append(out, p)
	}
	return out
}

// groupPlace names an object within a table, such as a row: the table's name
// and the label of the numbers below it.
func groupPlace(t *templates.Template, path string) string {
	node := t.Tree()
	for key := range strings.SplitSeq(path, ".") {
		if node = node.Node(key); node == nil {
			return ""
		}
	}
	if node.Title == "" {
		return ""
	}
	first := node
	for first.Leaf == nil {
		first = first.Nodes[0]
	}
	return first.Leaf.Table + " · " + node.Title
}
