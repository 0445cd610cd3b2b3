package report

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"nianbao/templates"
)

// A field is one key of the report's head. Its tags stand in report.go.
type field struct {
	path   string // contact.postcode
	name   string // 邮政编码
	index  []int  // of the struct field, for reflect
	goName string // the struct field's name, as validator/v10 reports it
}

var (
	headFields    = fieldsOf(reflect.TypeFor[Report](), "", "")
	contactFields = fieldsOf(reflect.TypeFor[Contact](), "contact.", "Contact.")
	allFields     = slices.Concat(headFields, contactFields)
)

func fieldsOf(t reflect.Type, path, goName string) []field {
	var fields []field
	for _, f := range reflect.VisibleFields(t) {
		if key := f.Tag.Get("json"); key != "" {
			fields = append(fields, field{path + key, f.Tag.Get("name"), f.Index, goName + f.Name})
		}
	}
	return fields
}

// field reads one key of the head. What is null is left out.
func (d *decoder) field(v value, f field) {
	if f.path == "contact" {
		d.contact(v)
		return
	}
	d.set(v, f, reflect.ValueOf(d.report).Elem())
	if f.path == "edition" {
		d.report.Template, _ = templates.Load(d.report.Edition)
	}
}

// edition reports one that is missing or unknown: without it the tables cannot
// be read.
func (d *decoder) edition() {
	const path = "edition"
	r := d.report
	if r.Template != nil || r.doubtful[path] || r.broken && r.Edition == "" {
		return
	}
	p := Problem{Code: codeHeadEdition, Path: path, Line: r.line(path),
		Message: "没有“" + clip(r.Edition) + "”这一版格式",
		Fix:     "写下面之一，放在双引号里：" + editions()}
	if r.Edition == "" {
		p.Code, p.Message = codeHeadMissing, "没有写用哪一版格式"
	}
	d.add(p)
}

// editions lists what there is, with the years that each is for.
func editions() string {
	var list []string
	for _, edition := range templates.Editions() {
		t, err := templates.Load(edition)
		if err != nil {
			continue
		}
		years := strconv.Itoa(t.FirstYear) + " 年起"
		if t.LastYear > 0 {
			years = strconv.Itoa(t.FirstYear) + " 至 " + strconv.Itoa(t.LastYear) + " 年"
		}
		if t.Variant() {
			years += "，地方变体"
		}
		list = append(list, edition+"（"+years+"）")
	}
	return strings.Join(list, "、")
}

func (d *decoder) contact(v value) {
	if v.kind == isObject {
		d.report.Contact = &Contact{}
	}
	known := make([]name, len(contactFields))
	for i, f := range contactFields {
		known[i] = name{f.path[len("contact."):], f.name}
	}
	d.object(v, "contact", known, func(i int, v value) {
		d.set(v, contactFields[i], reflect.ValueOf(d.report.Contact).Elem())
	})
}

// set moves a value into its struct field. A number without the quotes of its
// text is reported but taken all the same: "edition": 2021 should not hide what
// else is wrong.
func (d *decoder) set(v value, f field, target reflect.Value) {
	d.report.Lines[f.path] = v.line
	if v.flawed {
		d.report.doubtful[f.path] = true
	}
	into := target.FieldByIndex(f.index)
	switch kind := into.Kind(); {
	case v.kind == isNull:
	case kind == reflect.String && v.kind == isText:
		into.SetString(v.text)
	case kind == reflect.String && v.kind == isNumber:
		into.SetString(v.text)
		d.wrongType(v, f.path, isText, `加上双引号：写成 "`+clip(v.text)+`"`)
	case kind == reflect.String:
		d.wrongType(v, f.path, isText, "写成文字，放在双引号里")
	case kind == reflect.Bool && v.kind == isBoolean:
		into.SetBool(v.text == "true")
	case kind == reflect.Bool:
		d.wrongType(v, f.path, isBoolean, "写 true（是）或 false（否），不加双引号")
	case v.kind != isNumber:
		d.wrongType(v, f.path, isNumber, "写成四位数字，不加双引号")
	default:
		d.year(v, f.path, into)
	}
}

func (d *decoder) year(v value, path string, into reflect.Value) {
	number, fault := parsePlain(templates.Count, v.text)
	if fault != nil {
		d.add(Problem{Code: codeHeadYear, Path: path, Line: v.line,
			Message: "年份写成了 " + clip(v.text), Fix: headAdvice[path]})
		return
	}
	into.SetInt(number.Value.IntPart())
}

// headAdvice is what to write, by path.
var headAdvice = map[string]string{
	"agency":            "写标题里的机关名称，不带年份，60 字以内，如 涞源县",
	"year":              "写报告所说的年份，四位数字，如 2024",
	"signatory":         "写落款的机关名称，60 字以内；不落款就删去这一项",
	"sealed":            "要盖章就写明 signatory（落款署名）；不落款就删去这一项",
	"date":              `写成文日期，年-月-日，月和日补足两位，如 "2025-01-18"`,
	"contact.address":   "写在一行里，120 字以内",
	"contact.postcode":  `写成 6 位数字，放在双引号里，如 "074300"`,
	"contact.telephone": `写区号和号码，如 "0312-7321234"；几个号码用顿号隔开`,
	"contact.email":     `写成 "名称@域名" 的样子`,
	"agency_level": "写 province（省级）、city（市级）、county（县级）、township（乡镇街道）、" +
		"department（地方政府部门）、state_council_department（国务院部门）之一，或者删去这一项",
	"scope":    "写 own（本级的数据）或 whole（汇总的数据），或者删去这一项",
	"blank_as": `写 "0"，空格就都按 0 计；不要这样就删去这一项`,
}
