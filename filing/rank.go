package filing

import (
	"slices"

	"nianbao/problem"
)

// Severities in the order of weight.
var Severities = []problem.Severity{problem.Error, problem.Warning, problem.Notice, problem.Accepted}

// Ranked are the problems by weight; of one weight, in the order they came.
func Ranked(problems []problem.Problem) []problem.Problem {
	weight := func(p problem.Problem) int {
		w := 2 * slices.Index(Severities, p.Severity)
		if p.Code != problem.CodeProseMismatch && !problem.AgainstLastYear(p.Code) {
			w++ // a wrong number weighs more than a missing sentence
		}
		return w
	}
	slices.SortStableFunc(problems, func(a, b problem.Problem) int { return weight(a) - weight(b) })
	return problems
}
