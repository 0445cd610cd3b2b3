package check

import (
	"fmt"
	"strings"

	"nianbao/problem"
	"nianbao/report"
)

// missingUnits: a sum that somebody is missing from is not the report.
func missingUnits(r *report.Report) []problem.Problem {
	if len(r.MissingUnits) == 0 || r.Doubtful("missing_units") {
		return nil
	}
	const most = 10
	names := r.MissingUnits[:min(len(r.MissingUnits), most)]
	more := ""
	if len(names) < len(r.MissingUnits) {
		more = "……"
	}
	p := r.Warn(problem.CodeMissingUnits, "missing_units",
		fmt.Sprintf("汇总里缺 %d 个单位，不能作为报送稿：%s%s", len(r.MissingUnits), strings.Join(names, "、"), more), "")
	p.Severity, p.Place = problem.Error, "汇总"
	return []problem.Problem{p.With(problem.Mend{File: "收齐这些单位的报告，重新运行 nianbao sum", Form: "收齐这些单位的报告，重新汇总"})}
}

// mostPartsListed are worth listing: where more numbers were changed, the sum is not
// the units' any more.
const mostPartsListed = 50

// sumOfUnits: every number of a sum is still what its units have together.
func sumOfUnits(r *report.Report) []problem.Problem {
	if len(r.Parts) == 0 || r.Doubtful("parts") {
		return nil
	}
	var problems []problem.Problem
	for _, leaf := range r.Template.Leaves() {
		number, given := r.Numbers[leaf.Path]
		sum := r.PartsSum(leaf.Path)
		if !given || r.Doubtful(leaf.Path) || number.Value.Equal(sum) {
			continue
		}
		if len(problems) == mostPartsListed {
			break
		}
		difference := number.Value.Sub(sum)
		more := "多"
		if difference.IsNegative() {
			more = "少"
		}
		problems = append(problems, r.Warn(problem.CodePartsSum, leaf.Path,
			fmt.Sprintf("填的是 %s，各单位的数相加是 %s，%s %s", number.Text, sum, more, difference.Abs()), "").
			With(reasoned("汇总以后改过的，改回去或者请单位改了重新汇总；确有原因的", "，")).
			About(problem.Subject{Number: number.Text, Cell: sum.String()}))
	}
	return problems
}
