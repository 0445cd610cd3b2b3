package report

import (
	"strings"

	"nianbao/problem"
	"nianbao/templates"
)

// Place is how people call what stands at a path or, if nothing does, what it
// stands in; "" at the top.
func (r *Report) Place(path string) string {
	for ; path != ""; path = parent(path) {
		for _, f := range AllFields {
			if f.Path == path {
				return f.Name + "（" + path + "）"
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

// PaperPlace is Place without the keys of the file.
func (r *Report) PaperPlace(path string) string {
	for _, f := range AllFields {
		if f.Path == path {
			return f.Name
		}
	}
	return r.Place(path)
}

// Warn is a warning about what stands at a path.
func (r *Report) Warn(code, path, message, fix string) problem.Problem {
	return problem.Problem{Severity: problem.Warning, Code: code, Path: path, Line: r.Line(path), Place: r.Place(path), Message: message, Fix: fix}
}

// Note is a notice about what stands at a path.
func (r *Report) Note(code, path, message, fix string) problem.Problem {
	p := r.Warn(code, path, message, fix)
	p.Severity = problem.Notice
	return p
}

// Located are problems that were found on paper, with the place and the line of
// the file that their paths lead to. One where Decode has found the data itself
// wrong is left out.
func (r *Report) Located(problems []problem.Problem) []problem.Problem {
	var out []problem.Problem
	for _, p := range problems {
		if r.Doubtful(p.Path) {
			continue
		}
		p.Line = r.Line(p.Path)
		if place := r.Place(p.Path); place != "" {
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
