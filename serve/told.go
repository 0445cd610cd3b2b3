package serve

import (
	"strings"

	"nianbao/problem"
	"nianbao/templates"
)

// A told problem is one as the page shows it.
type told struct {
	problem.Problem
	Advice    string `json:"advice,omitempty"`    // what to do in the form; "": the message says it
	Unwritten bool   `json:"unwritten,omitempty"` // nothing is wrong yet: a part that nobody has filled in
	Cell      bool   `json:"cell,omitempty"`      // it is a number's
}

func tell(problems []problem.Problem, t *templates.Template) []told {
	all := make([]told, len(problems))
	for i, p := range problems {
		all[i] = told{Problem: p, Advice: advice(p), Unwritten: toFillIn[p.Code]}
		if t != nil {
			_, all[i].Cell = t.Leaf(p.Path)
		}
	}
	return all
}

// toFillIn are the codes of what nobody has filled in yet.
var toFillIn = map[string]bool{problem.CodeBlank: true, problem.CodeProseMissing: true, problem.CodeProseEmpty: true, problem.CodeHeadMissing: true}

func advice(p problem.Problem) string {
	switch p.Code {
	case problem.CodeBlank:
		return "没有发生的填 0"
	case problem.CodeFormat:
		return "只写阿拉伯数字；没有发生的填 0"
	}
	if toFillIn[p.Code] || strings.ContainsAny(p.Fix, `"{`) || strings.Contains(p.Fix, "null") || strings.Contains(p.Fix, "双引号") {
		return ""
	}
	return strings.Replace(p.Fix, "在 accepted 里写明", "点“写明原因”", 1)
}
