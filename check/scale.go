package check

import (
	"strconv"

	"github.com/shopspring/decimal"

	"nianbao/problem"
	"nianbao/report"
	"nianbao/templates"
)

// scale: a number a hundred times last year's or a hundredth of it; for amounts
// a thousand times, which is 元 typed for 万元. Amounts that name their own unit
// are held against those in the same one.
func scale(r, last *report.Report) []problem.Problem {
	var problems []problem.Problem
	for _, leaf := range r.Template.Leaves() {
		now, then, ok := pair(r, last, leaf.Path, leaf.Path)
		if !ok || leaf.Total || leaf.Kind == templates.Change || !now.Value.IsPositive() || !then.Value.IsPositive() || now.Unit() != then.Unit() {
			continue
		}
		times, fix := int64(100), "对照台账核对是不是多打、少打了数字"
		if leaf.Kind != templates.Count {
			times, fix = 1000, "对照台账核对单位：是不是把元填成了万元，或者把万元填成了元"
		}
		factor := decimal.NewFromInt(times)
		if now.Value.LessThan(then.Value.Mul(factor)) && then.Value.LessThan(now.Value.Mul(factor)) {
			if leaf.Kind == templates.Count && tens(now, then) {
				problems = append(problems, r.Note(problem.CodeLastTens, leaf.Path,
					"填的是 "+now.Text+"，上年是 "+then.Text+"，相差 10 倍以上", "看一眼是不是多打、少打了一个数字"))
			}
			continue
		}
		problems = append(problems, r.Warn(problem.CodeLastScale, leaf.Path,
			"填的是 "+now.Text+"，上年是 "+then.Text+"，相差 "+strconv.FormatInt(times, 10)+" 倍以上", fix).
			About(problem.Subject{Number: now.Text, Cell: then.Text}))
	}
	return problems
}

// tens: one number is ten times the other or more. Numbers below ten swing so by
// themselves.
func tens(now, then report.Number) bool {
	ten := decimal.NewFromInt(10)
	return now.Value.GreaterThanOrEqual(ten) && then.Value.GreaterThanOrEqual(ten) &&
		(now.Value.GreaterThanOrEqual(then.Value.Mul(ten)) || then.Value.GreaterThanOrEqual(now.Value.Mul(ten)))
}
