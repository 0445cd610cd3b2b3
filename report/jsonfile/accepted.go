package jsonfile

import (
	"strconv"

	"nianbao/problem"
	"nianbao/report"
)

var acceptanceKeys = []name{{"code", "代码"}, {"path", "位置"}, {"reason", "原因"}, {"quote", "原句"}, {"number", "数"}, {"cell", "对照的格"}}

// acceptances reads the report's list. Its entries are texts, of which quote,
// number and cell may be left out.
func (d *decoder) acceptances(v value) {
	const path = "accepted"
	d.report.Lines[path] = v.line
	if v.kind == isNull {
		return
	}
	if v.kind != isArray {
		d.wrongType(v, path, isArray, `写成 [{"code": "…", "path": "…", "reason": "…"}]`)
		return
	}
	if len(v.members) > maxItems {
		d.add(problem.Problem{Code: problem.CodeSize, Path: path, Line: v.members[maxItems].line,
			Message: "accepted 超过 " + strconv.Itoa(maxItems) + " 条，从这一条起没有读",
			Fix:     "只留确实要说明的警告"})
	}
	for _, m := range v.members[:min(len(v.members), maxItems)] {
		a := report.Acceptance{Line: m.value.line}
		if m.value.kind != isObject {
			d.wrongType(m.value, path, isObject, `写成 {"code": "…", "path": "…", "reason": "…"}`)
			return
		}
		known := acceptanceKeys
		texts := []*string{&a.Code, &a.Path, &a.Reason, &a.Quote, &a.Number, &a.Cell}
		d.object(m.value, path, known, func(i int, v value) {
			if v.kind == isNull && i > 2 {
				return
			}
			if v.kind != isText {
				d.wrongType(v, path+"."+known[i].key, isText, "写成文字，放在双引号里")
				return
			}
			*texts[i] = v.text
		})
		d.report.Accepted = append(d.report.Accepted, a)
	}
	d.report.Lines[path] = v.line
}
