package check

import (
	"strings"

	"nianbao/problem"
	"nianbao/report"
	"nianbao/templates"
)

// documentsInForce: what was made this year and not repealed is in force, so that
// no fewer are. What was repealed of other years makes the bound only lower.
func documentsInForce(r *report.Report) []problem.Problem {
	var problems []problem.Problem
	for _, leaf := range r.Template.Leaves() {
		row, ok := strings.CutSuffix(leaf.Path, ".in_force")
		if !ok {
			continue
		}
		numbers, ok := allGiven(r, leaf.Path, row+".issued", row+".repealed")
		if !ok || numbers[0].Value.GreaterThanOrEqual(numbers[1].Value.Sub(numbers[2].Value)) {
			continue
		}
		problems = append(problems, r.Note(problem.CodeInForce, leaf.Path,
			"填的是 "+numbers[0].Text+"，比本年制发的 "+numbers[1].Text+" 减去废止的 "+numbers[2].Text+" 还少",
			"核对三个数：本年制发、没有废止的，年底都还有效"))
	}
	return problems
}

// countsOfTheYear are what the form of 2019 and 2020 binds without a sum: of the
// documents open to all, those newly so are a part; and a number of items cannot
// fall by more than there were.
func countsOfTheYear(r *report.Report) []problem.Problem {
	var problems []problem.Problem
	for _, leaf := range r.Template.Leaves() {
		if row, ok := strings.CutSuffix(leaf.Path, ".newly_disclosed"); ok {
			if n, ok := allGiven(r, leaf.Path, row+".total_disclosed"); ok && n[0].Value.GreaterThan(n[1].Value) {
				problems = append(problems, r.Warn(problem.CodeNewlyDisclosed, leaf.Path,
					leaf.BriefColumn+" "+n[0].Text+"，比"+columnOf(r, row+".total_disclosed")+" "+n[1].Text+" 还多", "对照台账核对这两个数：总数包括本年新公开的"))
			}
		}
		if row, ok := strings.CutSuffix(leaf.Path, ".change"); ok && leaf.Kind == templates.Change {
			if n, ok := allGiven(r, leaf.Path, row+".last_year_items"); ok && n[0].Value.Add(n[1].Value).IsNegative() {
				problems = append(problems, r.Warn(problem.CodeChange, leaf.Path,
					leaf.BriefColumn+" "+n[0].Text+"，可是"+columnOf(r, row+".last_year_items")+"只有 "+n[1].Text, "对照台账核对这两个数：减少的不会比原有的多"))
			}
		}
	}
	return problems
}

func columnOf(r *report.Report, path string) string {
	leaf, _ := r.Template.Leaf(path)
	return leaf.BriefColumn
}

// allGiven are the numbers at some paths; false where one is blank, in doubt or /.
func allGiven(r *report.Report, paths ...string) ([]report.Number, bool) {
	var numbers []report.Number
	for _, path := range paths {
		number, given := r.Numbers[path]
		if !given || !number.Applies() || r.Doubtful(path) {
			return nil, false
		}
		numbers = append(numbers, number)
	}
	return numbers, true
}
