package check

import (
	"nianbao/problem"
	"nianbao/report"
)

// Settled are all problems that were found of a report: the warnings that it
// accepts are marked as such, and an acceptance with nothing to accept is told
// of. withLast says whether last year's report was at hand.
func Settled(r *report.Report, problems []problem.Problem, withLast bool) []problem.Problem {
	used := accept(r, problems)
	if problem.HasErrors(problems) {
		return problems // some warnings wait until the errors are mended
	}
	for i, a := range r.Accepted {
		switch {
		case used[i], a.Code == problem.CodeAlike, problem.AgainstLastYear(a.Code) && !withLast:
			continue
		}
		problems = append(problems, unused(a, problems))
	}
	return problems
}

// accept marks what the report accepts, and says which acceptances did so.
func accept(r *report.Report, problems []problem.Problem) []bool {
	used := make([]bool, len(r.Accepted))
	for i, p := range problems {
		for j, a := range r.Accepted {
			if a.Code == p.Code && a.Path == p.Path && a.Reasoned() && p.Severity != problem.Error && p.Severity != problem.Accepted {
				used[j] = true
				problems[i].Severity = problem.Accepted
				problems[i] = problems[i].With(problem.Mend{File: "本机关说明：" + a.Reason})
				break
			}
		}
	}
	return used
}

// unused says of an acceptance why there is nothing that it accepts.
func unused(a report.Acceptance, problems []problem.Problem) problem.Problem {
	p := problem.Problem{
		Severity: problem.Notice, Code: problem.CodeAcceptedUnused, Path: "accepted", Line: a.Line, Place: "说明（accepted）",
		Message:   "“" + problem.Clip(a.Code) + "”（位置 " + problem.Clip(a.Path) + "）没有对应的警告",
		Fix:       "警告已经改好的，删去这一条；写错了的，照 check -json 列出的 code 和 path 写",
		FixInForm: "警告已经改好，这条说明可以删去", FixOnPaper: "警告已经改好，请填报的同志删去这条说明",
	}
	if !a.Reasoned() {
		p.Message = "“" + problem.Clip(a.Code) + "”（位置 " + problem.Clip(a.Path) + "）没有写原因，警告照旧"
		p = p.With(problem.Mend{File: "在 reason 里写明原因，或者删去这一条", Form: "写明原因，或者删去这条说明"})
		return p
	}
	for _, other := range problems {
		if other.Code == a.Code && other.Severity != problem.Accepted {
			p.Fix = "这种警告现在的位置（path）是 " + other.Path + "：核对后改正 path，或者删去这一条"
			break
		}
	}
	return p
}

// reasoned is advice that ends with writing down why the warning may stand.
func reasoned(advice, but string) problem.Mend {
	return problem.Mend{File: advice + but + "在 accepted 里写明", Form: advice + but + "点“写明原因”", Paper: advice + but + "说明原因"}
}
