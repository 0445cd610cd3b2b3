// Package jsonfile reads a report from its JSON file, and writes it. It keeps
// what encoding/json loses: lines, the spelling of numbers, keys given twice.
package jsonfile

import (
	"nianbao/problem"
	"nianbao/report"
	"nianbao/templates"
)

// Decode reads a report from JSON. It never panics and always returns a Report
// that holds what could be read; the problems, at most 1,001, stand in the
// order of the file. Blanks that the report means as 0 are filled and sums that
// it leaves out are computed. Check then says whether what was read is right.
func Decode(src []byte) (*report.Report, []problem.Problem) {
	d := decoder{report: report.New(nil)}
	src, ok := plainSource(src, &d.found)
	if !ok {
		d.report.Broken = true
		return d.report, d.found.inOrder()
	}
	root, whole := scan(src, &d.found)
	d.report.Broken = !whole || root.kind != isObject
	d.report.Lines[""] = max(root.line, 1)
	switch {
	case root.kind == isObject:
		d.root(root)
		d.edition()
	case whole:
		d.wrongType(root, "", isObject, "对照 nianbao new 生成的空白报告改")
	}
	if !d.report.Broken {
		d.report.Complete()
	}
	return d.report, d.problems()
}

// problems names the place of those that were found before the template was known.
func (d *decoder) problems() []problem.Problem {
	problems := d.found.inOrder()
	for i := range problems {
		problems[i].Place = d.report.Place(problems[i].Path)
	}
	return problems
}

// root reads the whole: the head, the preamble and the sections.
func (d *decoder) root(v value) {
	for _, m := range v.members {
		if m.key == "edition" { // it says what the other keys mean
			d.field(m.value, report.HeadFields[0])
			break
		}
	}
	known := make([]name, 0, 20)
	for _, field := range report.HeadFields {
		known = append(known, name{field.Path, field.Name})
	}
	var sections []*templates.Node
	if t := d.report.Template; t != nil {
		known = append(known, name{templates.PreambleKey, t.Preamble})
		sections = t.Tree().Nodes
		for _, node := range sections {
			known = append(known, name{node.Key, node.Title})
		}
	}
	further := len(known)
	known = append(known, name{"accepted", "说明过的问题"}, name{unitsKey, "缺的单位"}, name{partsKey, "各单位的数"})
	d.object(v, "", known, func(i int, v value) {
		switch {
		case i == further:
			d.acceptances(v)
		case i == further+1:
			d.missingUnits(v)
		case i == further+2:
			d.parts(v)
		case i > 0 && i < len(report.HeadFields):
			d.field(v, report.HeadFields[i])
		case i == len(report.HeadFields):
			d.prose(v, templates.PreambleKey)
		case i > len(report.HeadFields):
			d.node(v, sections[i-len(report.HeadFields)-1])
		}
	})
}

// node reads what the template has at one key.
func (d *decoder) node(v value, node *templates.Node) {
	switch {
	case node.Leaf != nil:
		d.number(v, *node.Leaf)
	case node.Text():
		d.prose(v, node.Path)
	default:
		known := make([]name, len(node.Nodes))
		for i, child := range node.Nodes {
			known[i] = name{child.Key, child.Title}
		}
		d.object(v, node.Path, known, func(i int, v value) { d.node(v, node.Nodes[i]) })
	}
}

// prose reads the text of a section. null is a text that is not written yet.
func (d *decoder) prose(v value, path string) {
	d.report.Lines[path] = v.line
	switch v.kind {
	case isNull:
	case isText:
		if v.flawed {
			d.report.MarkDoubtful(path)
		}
		d.report.Put(path, v.text) // the scanner has spoken of its characters
	default:
		d.wrongType(v, path, isText, `写成一段文字，放在双引号里，分段写 \n`)
	}
}

// number reads one cell. null is a cell that is not filled in yet.
func (d *decoder) number(v value, leaf templates.Leaf) {
	d.report.Lines[leaf.Path] = v.line
	switch v.kind {
	case isNull:
	case isNumber, isText:
		if v.flawed {
			d.report.MarkDoubtful(leaf.Path)
			return
		}
		parse := report.ParsePlain
		if v.kind == isText {
			parse = report.ParseQuoted
		}
		number, fault := parse(leaf.Kind, v.text)
		if fault != nil {
			d.add(problem.Problem{Code: fault.Code, Path: leaf.Path, Line: v.line, Message: fault.Message, Fix: fault.Fix, FixInForm: fault.Form})
			return
		}
		number.Line = v.line
		d.report.Numbers[leaf.Path] = number
	default:
		d.wrongType(v, leaf.Path, isNumber, "这一格只填一个数；没有发生的填 0")
	}
}
