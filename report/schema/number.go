package schema

import (
	"strconv"
	"strings"

	"nianbao/report"
	"nianbao/templates"
)

// numberSchemas define the kinds of number that a template uses. Bounds hold
// for JSON numbers, patterns for texts; both say what report.ParsePlain and ParseQuoted accept.
func numberSchemas(t *templates.Template) object {
	limit := largest()
	all := object{
		{kindName(templates.Count), object{
			{"description", `整数，不小于 0；没有这项业务的写 "/"`},
			{"type", list{"integer", "string", "null"}},
			{"minimum", 0}, {"maximum", limit}, {"pattern", "^/$"},
		}},
		{kindName(templates.Change), object{
			{"description", `整数，可以是负数；带加号的写成文字，如 "+3"；没有这项业务的写 "/"`},
			{"type", list{"integer", "string", "null"}},
			{"minimum", -limit}, {"maximum", limit},
			{"pattern", "^(/|[+-][1-9][0-9]{0," + strconv.Itoa(report.MaxDigits-1) + "})$"},
		}},
		{kindName(templates.Amount), object{
			{"description", `不小于 0 的数，可以有小数；没有这项业务的写 "/"`},
			{"type", list{"number", "string", "null"}},
			{"minimum", 0}, {"maximum", limit}, {"pattern", "^/$"},
		}},
		{kindName(templates.StatedAmount), object{
			{"description", `不小于 0 的数，或者连单位写成文字，如 "251000元"；没有这项业务的写 "/"`},
			{"type", list{"number", "string", "null"}},
			{"minimum", 0}, {"maximum", limit},
			{"pattern", `^(/|(0|[1-9][0-9]*)(\.[0-9]+)?[万亿]?元)$`},
		}},
	}
	used := map[string]bool{}
	for _, leaf := range t.Leaves() {
		used[kindName(leaf.Kind)] = true
	}
	var schemas object
	for _, p := range all {
		if used[p.Key] {
			schemas = append(schemas, p)
		}
	}
	return schemas
}

// largest is the largest number of maxDigits digits.
func largest() int64 {
	n, err := strconv.ParseInt(strings.Repeat("9", report.MaxDigits), 10, 64)
	if err != nil {
		panic(err) // maxDigits is too large for int64
	}
	return n
}
