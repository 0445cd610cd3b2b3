package check

import (
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/problem"
	"nianbao/report"
	"nianbao/templates"
)

// A line of a table is a row or a column of it, with its counts.
type line struct {
	key, name string
	paths     []string
}

// leastExchanged is what the larger number of two exchanged ones is at the least:
// small numbers come back by chance.
const leastExchanged = 10

// exchanged: two rows or two columns each hold what the other held last year.
func exchanged(r, last *report.Report) []problem.Problem {
	var problems []problem.Problem
	for _, section := range r.Template.Sections {
		if section.Table == nil {
			continue
		}
		var of []templates.Leaf
		for _, leaf := range r.Template.Leaves() {
			if strings.HasPrefix(leaf.Path, section.Key+".") && leaf.Kind != templates.Change {
				of = append(of, leaf)
			}
		}
		for _, lines := range [][]line{linesOf(of, false), linesOf(of, true)} {
			for i, a := range lines {
				for _, b := range lines[i+1:] {
					if swapped(r, last, a, b) {
						problems = append(problems, r.Warn(problem.CodeLastExchanged, a.paths[0],
							a.name+"和"+b.name+"的数像是互换了：各是对方上年的数", "对照台账核对是不是填错了行或者列"))
					}
				}
			}
		}
	}
	return append(problems, penaltiesAndCoercion(r, last)...)
}

// penaltiesAndCoercion: this year's two numbers stand in each other's row. Against
// last year both are off ten times, and would be of its size the other way round.
func penaltiesAndCoercion(r, last *report.Report) []problem.Problem {
	for _, column := range []string{"", ".decisions"} {
		penalties, coercion := "disclosure.penalties"+column, "disclosure.coercion"+column
		p, lastP, ok := pair(r, last, penalties, penalties)
		c, lastC, alsoOK := pair(r, last, coercion, coercion)
		if !ok || !alsoOK || p.Value.Equal(lastC.Value) && c.Value.Equal(lastP.Value) {
			continue
		}
		if offTenTimes(p.Value, lastP.Value) && offTenTimes(c.Value, lastC.Value) && ofOneSize(p.Value, lastC.Value) && ofOneSize(c.Value, lastP.Value) {
			first, _ := r.Template.Leaf(penalties)
			second, _ := r.Template.Leaf(coercion)
			return []problem.Problem{r.Warn(problem.CodeLastExchanged, penalties,
				first.BriefRow+" "+p.Text+"、"+second.BriefRow+" "+c.Text+"，像是互换了：上年是 "+lastP.Text+" 和 "+lastC.Text, "对照台账核对是不是填错了行")}
		}
	}
	return nil
}

func offTenTimes(a, b decimal.Decimal) bool {
	ten, one := decimal.NewFromInt(10), decimal.NewFromInt(1)
	low, high := decimal.Max(decimal.Min(a, b), one), decimal.Max(a, b)
	return high.GreaterThanOrEqual(low.Mul(ten))
}

// ofOneSize: neither is more than three times the other, or both are a handful.
func ofOneSize(a, b decimal.Decimal) bool {
	low, high := decimal.Min(a, b), decimal.Max(a, b)
	return high.LessThanOrEqual(low.Mul(decimal.NewFromInt(3))) || high.LessThan(decimal.NewFromInt(leastExchanged))
}

// linesOf gathers the leaves of a table by row, or by column.
func linesOf(leaves []templates.Leaf, byColumn bool) []line {
	var lines []line
	at := map[string]int{}
	for _, leaf := range leaves {
		key, name := leaf.Row, leaf.BriefRow
		if byColumn {
			key, name = leaf.Column, leaf.BriefColumn
		}
		if key == "" {
			continue
		}
		i, known := at[key]
		if !known {
			i = len(lines)
			at[key] = i
			lines = append(lines, line{key: key, name: name})
		}
		lines[i].paths = append(lines[i].paths, leaf.Path)
	}
	return lines
}

// swapped: line by line, each number of one is last year's of the other, and the
// two differ.
func swapped(r, last *report.Report, a, b line) bool {
	if len(a.paths) != len(b.paths) {
		return false
	}
	differ, largest := false, decimal.Zero
	for i := range a.paths {
		nowA, thenB, ok := pair(r, last, a.paths[i], b.paths[i])
		nowB, thenA, alsoOK := pair(r, last, b.paths[i], a.paths[i])
		if !ok || !alsoOK || !nowA.Value.Equal(thenB.Value) || !nowB.Value.Equal(thenA.Value) {
			return false
		}
		differ = differ || !nowA.Value.Equal(nowB.Value)
		largest = decimal.Max(largest, nowA.Value, nowB.Value)
	}
	return differ && largest.GreaterThanOrEqual(decimal.NewFromInt(leastExchanged))
}
