package jsonfile

import (
	"reflect"
	"strings"

	"nianbao/problem"
	"nianbao/report"
)

// field reads one key of the head. What is null is left out.
func (d *decoder) field(v value, f report.Field) {
	if f.Path == "contact" {
		d.contact(v)
		return
	}
	if f.Kind == reflect.Slice {
		d.list(v, f)
		return
	}
	d.set(v, f)
}

// list reads a key of the head that holds texts.
func (d *decoder) list(v value, f report.Field) {
	d.report.Lines[f.Path] = v.line
	if v.flawed {
		d.report.MarkDoubtful(f.Path)
	}
	const write = `写成 ["…", "…"]，每行放在一对双引号里`
	switch v.kind {
	case isNull:
		return
	case isArray:
	default:
		d.wrongType(v, f.Path, isArray, write)
		return
	}
	var texts []string
	for _, m := range v.members {
		if m.value.flawed {
			d.report.MarkDoubtful(f.Path)
		}
		if m.value.kind != isText {
			d.wrongType(m.value, f.Path, isText, write)
			return
		}
		texts = append(texts, m.value.text)
	}
	d.put(f.Path, strings.Join(texts, "\n"))
}

// edition reports one that is missing or unknown: without it the tables cannot
// be read.
func (d *decoder) edition() {
	const path = "edition"
	r := d.report
	if r.Template != nil || r.Doubtful(path) || r.Broken && r.Edition == "" {
		return
	}
	p := problem.Problem{Code: problem.CodeHeadEdition, Path: path, Line: r.Line(path),
		Message: "没有“" + problem.Clip(r.Edition) + "”这一版格式",
		Fix:     "写下面之一，放在双引号里：" + report.Editions(), FixInForm: "选下面之一：" + report.EditionNames(), FixOnPaper: "换用下面之一：" + report.EditionNames()}
	if r.Edition == "" {
		p.Code, p.Message = problem.CodeHeadMissing, "没有写用哪一版格式"
	}
	d.add(p)
}

func (d *decoder) contact(v value) {
	if v.kind == isObject {
		d.report.Contact = &report.Contact{}
	}
	known := make([]name, len(report.ContactFields))
	for i, f := range report.ContactFields {
		known[i] = name{f.Path[len("contact."):], f.Name}
	}
	d.object(v, "contact", known, func(i int, v value) {
		d.set(v, report.ContactFields[i])
	})
}

// set hands a value of the right type to the report. A number without the quotes of
// its text is reported but taken all the same: "edition": 2021 should not hide what
// else is wrong.
func (d *decoder) set(v value, f report.Field) {
	d.report.Lines[f.Path] = v.line
	if v.flawed {
		d.report.MarkDoubtful(f.Path)
	}
	switch {
	case v.kind == isNull:
	case f.Kind == reflect.String && v.kind == isText:
		d.put(f.Path, v.text)
	case f.Kind == reflect.String && v.kind == isNumber:
		d.put(f.Path, v.text)
		d.wrongType(v, f.Path, isText, `加上双引号：写成 "`+problem.Clip(v.text)+`"`)
	case f.Kind == reflect.String:
		d.wrongType(v, f.Path, isText, "写成文字，放在双引号里")
	case f.Kind == reflect.Bool && v.kind == isBoolean:
		d.put(f.Path, v.text)
	case f.Kind == reflect.Bool:
		d.wrongType(v, f.Path, isBoolean, "写 true（是）或 false（否），不加双引号")
	case v.kind != isNumber:
		d.wrongType(v, f.Path, isNumber, "写成四位数字，不加双引号")
	default:
		d.put(f.Path, v.text)
	}
}

// put sets a key of the head. Of the edition, edition speaks.
func (d *decoder) put(path, text string) {
	if p := d.report.Put(path, text); p != nil && path != "edition" {
		d.add(*p)
	}
}
