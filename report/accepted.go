package report

// An Acceptance is a warning that an office lets stand, with its reason. It is
// data for the check: no document carries it, nor does Encode.
type Acceptance struct {
	Code, Path, Reason string
	Line               int
}

// Accepted is the severity of a warning that the report accepts with a reason.
const Accepted Severity = "accepted"

// acceptances reads the report's list. Its entries have three texts each.
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
	for _, m := range v.members {
		a := Acceptance{Line: m.value.line}
		if m.value.kind != isObject {
			d.wrongType(m.value, path, isObject, `写成 {"code": "…", "path": "…", "reason": "…"}`)
			return
		}
		known := []name{{"code", "代码"}, {"path", "位置"}, {"reason", "原因"}}
		texts := []*string{&a.Code, &a.Path, &a.Reason}
		d.object(m.value, path, known, func(i int, v value) {
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

// withAccepted marks the warnings that the report accepts.
func (r *Report) withAccepted(problems []Problem) []Problem {
	for i, p := range problems {
		for _, a := range r.Accepted {
			if a.Code == p.Code && a.Path == p.Path && a.Reason != "" && p.Severity != Error {
				problems[i].Severity = Accepted
				problems[i].Fix = "本机关说明：" + a.Reason
			}
		}
	}
	return problems
}
