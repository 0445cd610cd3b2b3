package serve

import (
	"nianbao/problem"
	"nianbao/templates"
)

// A told problem is one as the page shows it.
type told struct {
	problem.Problem
	Advice    string `json:"advice,omitempty"`    // what to do in the form; "": the message says it
	Unwritten bool   `json:"unwritten,omitempty"` // nothing is wrong yet: a part that nobody has filled in
	InTable   bool   `json:"in_table,omitempty"`  // it is a number's
}

func tell(problems []problem.Problem, t *templates.Template) []told {
	all := make([]told, len(problems))
	for i, p := range problems {
		all[i] = told{Problem: p, Advice: advice(p), Unwritten: toFillIn[p.Code]}
		if t != nil {
			_, all[i].InTable = t.Leaf(p.Path)
		}
	}
	return all
}

// toFillIn are the codes of what nobody has filled in yet.
var toFillIn = map[string]bool{problem.CodeBlank: true, problem.CodeProseMissing: true, problem.CodeProseEmpty: true, problem.CodeHeadMissing: true}

// advice is what to do in the form; "" where the message says it.
func advice(p problem.Problem) string {
	if toFillIn[p.Code] && p.Code != problem.CodeBlank {
		return ""
	}
	return p.InForm()
}
