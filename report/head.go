package report

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"

	"nianbao/problem"
)

// A Field is one key of the report's head. Its tags stand in report.go.
type Field struct {
	Path   string       // contact.postcode
	Name   string       // 邮政编码
	Index  []int        // of the struct field, for reflect
	Kind   reflect.Kind // what the struct field holds; Pointer for contact
	GoName string       // the struct field's name, as validator/v10 reports it
}

var (
	// HeadFields are the keys of the head; ContactFields those within contact.
	HeadFields    = fieldsOf(reflect.TypeFor[Report](), "", "")
	ContactFields = fieldsOf(reflect.TypeFor[Contact](), "contact.", "Contact.")
	AllFields     = slices.Concat(HeadFields, ContactFields)
)

func fieldsOf(t reflect.Type, path, goName string) []Field {
	var fields []Field
	for _, f := range reflect.VisibleFields(t) {
		if key := f.Tag.Get("json"); key != "" {
			fields = append(fields, Field{path + key, f.Tag.Get("name"), f.Index, f.Type.Kind(), goName + f.Name})
		}
	}
	return fields
}

// Key is the field's own key, within contact if it stands there.
func (f Field) Key() string { return f.Path[strings.LastIndexByte(f.Path, '.')+1:] }

// TelephonePattern is what a telephone number looks like, or several of them.
var TelephonePattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[0-9+（(][0-9+（）() 转、，,;；/—－-]{4,}$`)
})

// HeadName is what people call a key of the head.
func HeadName(path string) string {
	for _, f := range AllFields {
		if f.Path == path {
			return f.Name
		}
	}
	return path
}

// HeadAdvice is what to write at a path of the head.
func HeadAdvice(path string) problem.Mend { return headAdvice[path] }

var headAdvice = map[string]problem.Mend{
	"agency": {File: "写标题里的机关名称，不带年份，60 字以内，如 涞源县"},
	"year":   {File: "写报告所说的年份，四位数字，如 2024"},
	"title_lines": {File: `照标题原文分行，每行 20 字以内，放在 ["…", "…"] 里；由程序分行就删去这一项`,
		Form: "照标题原文分行，行与行之间写一个 /，每行 20 字以内；由程序分行就空着", Paper: "照标题原文分行，每行 20 字以内"},
	"signatory":         {File: "写落款的机关名称，60 字以内；不落款就删去这一项", Form: "写落款的机关名称，60 字以内；不落款就空着"},
	"sealed":            {File: "要盖章就写明 signatory（落款署名）；不落款就删去这一项", Form: "要盖章就写明落款署名；不落款就不选加盖印章"},
	"date":              {File: `写成文日期，年-月-日，月和日补足两位，如 "2025-01-18"`, Form: "写成文日期，年-月-日，月和日补足两位，如 2025-01-18", Paper: "写成文日期，如 2025年1月18日"},
	"contact.address":   {File: "写在一行里，120 字以内"},
	"contact.postcode":  {File: `写成 6 位数字，放在双引号里，如 "074300"`, Form: "写成 6 位数字，如 074300"},
	"contact.telephone": {File: `写区号和号码，如 "0312-7321234"；几个号码用顿号隔开`, Form: "写区号和号码，如 0312-7321234；几个号码用顿号隔开"},
	"contact.email":     {File: `写成 "名称@域名" 的样子`, Form: "写成 名称@域名 的样子"},
	"agency_level": {File: "写 province（省级）、city（市级）、county（县级）、township（乡镇街道）、" +
		"department（地方政府部门）、state_council_department（国务院部门）之一，或者删去这一项",
		Form: "选省级、市级、县级、乡镇街道、地方政府部门、国务院部门之一，或者空着"},
	"scope":    {File: "写 own（本级的数据）或 whole（汇总的数据），或者删去这一项", Form: "选本级的数据或者汇总的数据，或者空着"},
	"blank_as": {File: `写 "0"，空格就都按 0 计；不要这样就删去这一项`, Form: "选空格按 0 计，或者不选"},
}
