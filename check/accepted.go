package check

import (
	"strconv"

	"nianbao/problem"
	"nianbao/report"
)

// Settled are all problems that were found of a report: the warnings that it
// accepts are marked as such, and an acceptance with nothing to accept is reported.
// withLast says whether last year's report was at hand.
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
		problems = append(problems, unused(r, a, problems))
	}
	return problems
}

// accept marks what the report accepts, and says which acceptances did so. One
// that would fit several findings accepts none: they are not the same.
func accept(r *report.Report, problems []problem.Problem) []bool {
	used := make([]bool, len(r.Accepted))
	for j, a := range r.Accepted {
		if !a.Reasoned() || len(fitting(a, problems)) != 1 {
			continue
		}
		used[j] = true
		for i, p := range problems {
			if fits(a, p) {
				problems[i].Severity = problem.Accepted
				problems[i] = problems[i].With(problem.Mend{File: "本机关说明：" + a.Reason})
			}
		}
	}
	return used
}

// fits: the acceptance may be meant for the finding.
func fits(a report.Acceptance, p problem.Problem) bool {
	return a.Code == p.Code && a.Path == p.Path && a.Fits(p.Subject) && p.Severity != problem.Error && p.Severity != problem.Accepted
}

// fitting are the different subjects of the findings that an acceptance fits.
func fitting(a report.Acceptance, problems []problem.Problem) map[problem.Subject]bool {
	found := map[problem.Subject]bool{}
	for _, p := range problems {
		if fits(a, p) {
			found[p.Subject] = true
		}
	}
	return found
}

// unused says of an acceptance why there is nothing that it accepts.
func unused(r *report.Report, a report.Acceptance, problems []problem.Problem) problem.Problem {
	p := problem.Problem{Severity: problem.Notice, Code: problem.CodeAcceptedUnused, Path: "accepted", Line: a.Line, Place: "说明（accepted）"}
	named, key := "一条说明", "“"+problem.Clip(a.Code)+"”（位置 "+problem.Clip(a.Path)+"）"
	if place := r.PaperPlace(a.Path); place != "" {
		named = "对" + place + "的说明"
	}
	if !a.Reasoned() {
		p.Message = named + "没有写原因，警告照旧"
		return p.With(problem.Mend{File: "在 reason 里写明 " + key + "的原因，或者删去这一条", Form: "写明原因，或者删去这条说明"})
	}
	if n := len(fitting(a, problems)); n > 1 {
		p.Message = named + "对得上 " + strconv.Itoa(n) + " 处警告，不知道说明的是哪一处，警告都照旧"
		return p.With(problem.Mend{File: key + "：照 check -json 列出的，加上 quote、number、cell 写明是哪一处；几处都有原因的，各写一条",
			Form: "在要说明的警告上重新点“写明原因”", Paper: "请填报的同志写明说明的是哪一处"})
	}
	p.Message = named + "没有对应的警告"
	p = p.With(problem.Mend{File: key + "：警告已经改好的，删去这一条；写错了的，照 check -json 列出的 code 和 path 写",
		Form: "警告已经改好，这条说明可以删去", Paper: "警告已经改好，请填报的同志删去这条说明"})
	for _, other := range problems {
		switch {
		case other.Code != a.Code || other.Severity == problem.Accepted:
			continue
		case other.Path == a.Path:
			p.Message = named + "说明的句子、数或者表格里的数改过了，说明不再有效"
			return p.With(problem.Mend{File: key + "：照现在的警告核对，仍有原因的，改写这一条的 quote、number、cell", Form: "照现在的警告核对，仍有原因的，重新点“写明原因”", Paper: "照现在的警告重新核对"})
		}
		p.Fix = key + "：这种警告现在的位置（path）是 " + other.Path + "：核对后改正 path，或者删去这一条"
		break
	}
	return p
}

// reasoned is advice that ends with writing down why the warning may stand.
func reasoned(advice, but string) problem.Mend {
	return problem.Mend{File: advice + but + "在 accepted 里写明", Form: advice + but + "点“写明原因”", Paper: advice + but + "说明原因"}
}
