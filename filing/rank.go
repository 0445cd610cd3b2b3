package filing

import (
	"slices"
	"strings"

	"nianbao/report"
)

// Severities in the order of weight.
var Severities = []report.Severity{report.Error, report.Warning, report.Notice, report.Accepted}

// Ranked are the problems by weight; of one weight, in the order they came.
func Ranked(problems []report.Problem) []report.Problem {
	weight := func(p report.Problem) int {
		w := 2 * slices.Index(Severities, p.Severity)
		if !strings.HasPrefix(p.Code, "prose.mismatch") && !strings.HasPrefix(p.Code, "last_year.") {
			w++ // a wrong number weighs more than a missing sentence
		}
		return w
	}
	slices.SortStableFunc(problems, func(a, b report.Problem) int { return weight(a) - weight(b) })
	return problems
}
