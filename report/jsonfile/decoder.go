package jsonfile

import (
	"strings"

	"nianbao/problem"
	"nianbao/report"
)

// A decoder moves what the scanner read into a Report, with the template's
// keys for a map.
type decoder struct {
	report *report.Report
	found  findings
}

// add notes a problem; what its path holds is not checked any further.
func (d *decoder) add(p problem.Problem) {
	d.report.MarkDoubtful(p.Path)
	d.found.add(p)
}

func (d *decoder) wrongType(v value, path string, want valueKind, fix string) {
	if v.flawed {
		d.report.MarkDoubtful(path)
		return
	}
	got := v.kind.String()
	switch v.kind {
	case isNumber, isBoolean:
		got += " " + problem.Clip(v.text)
	case isText:
		got += "“" + problem.Clip(v.text) + "”"
	}
	d.add(problem.Problem{Code: problem.CodeType, Path: path, Line: v.line,
		Message: "应为" + want.String() + "，写成了" + got, Fix: fix})
}

func join(path, key string) string {
	return strings.TrimPrefix(path+"."+problem.Clip(key), ".")
}

// A name is a key of the file with what people call it.
type name struct{ key, title string }
