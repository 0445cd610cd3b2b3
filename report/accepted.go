package report

import "strings"

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

// Settled are all problems that were found of a report: the warnings that it
// accepts are marked as such, and an acceptance with nothing to accept is told
// of. withLast says whether last year's report was at hand.
func (r *Report) Settled(problems []Problem, withLast bool) []Problem {
	used := r.accept(problems)
	if HasErrors(problems) {
		return problems // some warnings wait until the errors are mended
	}
	for i, a := range r.Accepted {
		switch {
		case used[i], strings.HasPrefix(a.Code, "alike."), strings.HasPrefix(a.Code, "last_year.") && !withLast:
			continue
		}
		problems = append(problems, a.unused(problems))
	}
	return problems
}

// accept marks what the report accepts, and says which acceptances did so.
func (r *Report) accept(problems []Problem) []bool {
	used := make([]bool, len(r.Accepted))
	for i, p := range problems {
		for j, a := range r.Accepted {
			if a.Code == p.Code && a.Path == p.Path && a.reasoned() && p.Severity != Error && p.Severity != Accepted {
				used[j] = true
				problems[i].Severity, problems[i].Fix = Accepted, "本机关说明："+a.Reason
				break
			}
		}
	}
	return used
}

func (a Acceptance) reasoned() bool { return strings.TrimSpace(a.Reason) != "" }

// unused says of an acceptance why there is nothing that it accepts.
func (a Acceptance) unused(problems []Problem) Problem {
	p := Problem{
		Severity: Notice, Code: codeAcceptedUnused, Path: "accepted", Line: a.Line, Place: "说明（accepted）",
		Message: "“" + clip(a.Code) + "”（位置 " + clip(a.Path) + "）没有对应的警告",
		Fix:     "警告已经改好的，删去这一条；写错了的，照 check -json 列出的 code 和 path 写",
	}
	if !a.reasoned() {
		p.Message = "“" + clip(a.Code) + "”（位置 " + clip(a.Path) + "）没有写原因，警告照旧"
		p.Fix = "在 reason 里写明原因，或者删去这一条"
		return p
	}
	for _, other := range problems {
		if other.Code == a.Code && other.Severity != Accepted {
			p.Fix = "这种警告现在的位置（path）是 " + other.Path + "：核对后改正 path，或者删去这一条"
			break
		}
	}
	return p
}
