package jsonfile

import (
	"reflect"

	"nianbao/problem"
	"nianbao/report"
	"nianbao/templates"
)

// field reads one key of the head. What is null is left out.
func (d *decoder) field(v value, f report.Field) {
	if f.Path == "contact" {
		d.contact(v)
		return
	}
	d.set(v, f, reflect.ValueOf(d.report).Elem())
	if f.Path == "edition" {
		d.report.Template, _ = templates.Load(d.report.Edition)
	}
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
		Fix:     "写下面之一，放在双引号里：" + report.Editions(), FixInForm: "选下面之一：" + report.Editions()}
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
		d.set(v, report.ContactFields[i], reflect.ValueOf(d.report.Contact).Elem())
	})
}

// set moves a value into its struct field. A number without the quotes of its
// text is reported but taken all the same: "edition": 2021 should not hide what
// else is wrong.
func (d *decoder) set(v value, f report.Field, target reflect.Value) {
	d.report.Lines[f.Path] = v.line
	if v.flawed {
		d.report.MarkDoubtful(f.Path)
	}
	into := target.FieldByIndex(f.Index)
	switch kind := into.Kind(); {
	case v.kind == isNull:
	case kind == reflect.String && v.kind == isText:
		into.SetString(v.text)
	case kind == reflect.String && v.kind == isNumber:
		into.SetString(v.text)
		d.wrongType(v, f.Path, isText, `加上双引号：写成 "`+problem.Clip(v.text)+`"`)
	case kind == reflect.String:
		d.wrongType(v, f.Path, isText, "写成文字，放在双引号里")
	case kind == reflect.Bool && v.kind == isBoolean:
		into.SetBool(v.text == "true")
	case kind == reflect.Bool:
		d.wrongType(v, f.Path, isBoolean, "写 true（是）或 false（否），不加双引号")
	case v.kind != isNumber:
		d.wrongType(v, f.Path, isNumber, "写成四位数字，不加双引号")
	default:
		d.year(v, f.Path, into)
	}
}

func (d *decoder) year(v value, path string, into reflect.Value) {
	number, fault := report.ParsePlain(templates.Count, v.text)
	if fault != nil {
		d.add(problem.Problem{Code: problem.CodeHeadYear, Path: path, Line: v.line,
			Message: "年份写成了 " + problem.Clip(v.text)}.With(report.HeadAdvice(path)))
		return
	}
	into.SetInt(number.Value.IntPart())
}
