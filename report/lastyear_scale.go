package report

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/templates"
)

// scale: a number a hundred times last year's or a hundredth of it; for amounts
// a thousand times, which is 元 typed for 万元. Amounts that name their own unit
// are held against those in the same one.
func scale(r, last *Report) []Problem {
	var problems []Problem
	for _, leaf := range r.Template.Leaves() {
		now, then, ok := pair(r, last, leaf.Path, leaf.Path)
		if !ok || leaf.Total || leaf.Kind == templates.Change || !now.Value.IsPositive() || !then.Value.IsPositive() || now.unit() != then.unit() {
			continue
		}
		times, fix := int64(100), "对照台账核对是不是多打、少打了数字"
		if leaf.Kind != templates.Count {
			times, fix = 1000, "对照台账核对单位：是不是把元填成了万元，或者把万元填成了元"
		}
		factor := decimal.NewFromInt(times)
		if now.Value.LessThan(then.Value.Mul(factor)) && then.Value.LessThan(now.Value.Mul(factor)) {
			continue
		}
		problems = append(problems, r.warn(codeLastScale, leaf.Path,
			"填的是 "+now.Text+"，上年是 "+then.Text+"，相差 "+strconv.FormatInt(times, 10)+" 倍以上", fix))
	}
	return problems
}

// unit is what an amount names as its unit: 万元 of 25.1万元.
func (n Number) unit() string { return strings.TrimLeft(n.Text, "0123456789.+-") }
