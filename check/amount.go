package check

import (
	"strconv"

	"github.com/shopspring/decimal"

	"nianbao/problem"
	"nianbao/report"
)

// largeAmount: an amount above what the template thinks likely for such an agency,
// mostly 元 typed into a column that is in 万元.
func largeAmount(r *report.Report) []problem.Problem {
	if r.Doubtful("agency") || r.Doubtful("agency_level") {
		return nil
	}
	var problems []problem.Problem
	for _, leaf := range r.Template.Leaves() {
		most, bounded := r.Template.Bound(leaf.Path, r.AgencyLevel, r.Agency)
		number, given := r.Numbers[leaf.Path]
		if !bounded || !given || r.Doubtful(leaf.Path) || !number.Value.GreaterThan(decimal.NewFromInt(most)) {
			continue
		}
		problems = append(problems, r.Warn(problem.CodeAmount, leaf.Path,
			"填的是 "+number.Text+"，按万元就是约 "+number.Value.Shift(-4).Round(1).String()+" 亿元，是不是按元填的？这样的机关多半不超过 "+strconv.FormatInt(most, 10)+" 万元", "").
			With(reasoned("对照收费台账核对：按元填的，除以 10000 再填；确实这样多的", "，")).About(problem.Subject{Number: number.Text}))
	}
	return problems
}
