package check

import (
	"strconv"
	"strings"

	"nianbao/problem"
	"nianbao/report"
)

// A table was hardly written anew where as many different numbers came out the same:
// manyAlike of any size, or fewer of two digits or more. One request in each of two
// years makes a 1 in six cells.
const manyAlike, largeAlike = 5, 3

// sameTables: every number that was typed into a table is last year's. Of a file
// that is not last year's this says nothing.
func sameTables(r, last *report.Report) []problem.Problem {
	if len(lastFile(r, last)) > 0 {
		return nil
	}
	var problems []problem.Problem
	for _, section := range r.Template.Sections {
		if section.Table == nil {
			continue
		}
		all, large, same := sameNumbers(r, last, section.Table.Name)
		if !same || all < 2 && large == 0 {
			continue
		}
		p := r.Warn(problem.CodeLastSame, section.Key, section.Table.Name+"里填的数与上年的报告一个不差：总计和重复的不算，大于 0 的数有 "+strconv.Itoa(all)+" 个", "").
			With(reasoned("核对是不是还没有换成本年的数；确实相同的", "，可以"))
		if all < manyAlike && large < largeAlike {
			p.Severity = problem.Notice
			p = p.With(problem.Mend{File: "核对是不是还没有换成本年的数；确实相同的不用改"})
		}
		problems = append(problems, p)
	}
	return problems
}

// sameNumbers reports whether all numbers that were typed into a table are last
// year's, and how many different ones above 0 there are, and of two digits or more.
// Totals repeat what they add up, and what is in force mostly stays so.
func sameNumbers(r, last *report.Report, table string) (all, large int, same bool) {
	seen := map[string]bool{}
	for _, leaf := range r.Template.Leaves() {
		number, given := r.Numbers[leaf.Path]
		if leaf.Table != table || !given || number.Origin == report.Computed || number.Origin == report.Filled {
			continue
		}
		then, known := last.Numbers[leaf.Path]
		if !known || r.Doubtful(leaf.Path) || last.Doubtful(leaf.Path) || number.Applies() != then.Applies() || number.Unit() != then.Unit() || !number.Value.Equal(then.Value) {
			return 0, 0, false
		}
		value := number.Value.String()
		if !number.Value.IsPositive() || leaf.Total || strings.HasSuffix(leaf.Path, inForceKey) || seen[value] {
			continue
		}
		seen[value] = true
		all++
		if len(value) > 1 {
			large++
		}
	}
	return all, large, true
}
