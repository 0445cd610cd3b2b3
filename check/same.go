package check

import (
	"strconv"
	"strings"

	"nianbao/problem"
	"nianbao/report"
)

// manyAlike is how many numbers above 0 a table has that was hardly written anew
// and came out the same: fewer may well be as they were.
const manyAlike = 5

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
		above, same := sameNumbers(r, last, section.Table.Name)
		if !same || above == 0 {
			continue
		}
		p := r.Warn(problem.CodeLastSame, section.Key, section.Table.Name+"里填的数与上年的报告全都相同，其中大于 0 的有 "+strconv.Itoa(above)+" 个", "").
			With(reasoned("核对是不是还没有换成本年的数；确实相同的", "，可以"))
		if above < manyAlike {
			p.Severity = problem.Notice
			p = p.With(problem.Mend{File: "核对是不是还没有换成本年的数；确实相同的不用改"})
		}
		problems = append(problems, p)
	}
	return problems
}

// sameNumbers reports whether all numbers that were typed into a table are last
// year's, and how many of them are above 0. What is in force mostly stays so.
func sameNumbers(r, last *report.Report, table string) (above int, same bool) {
	for _, leaf := range r.Template.Leaves() {
		number, given := r.Numbers[leaf.Path]
		if leaf.Table != table || !given || number.Origin == report.Computed || number.Origin == report.Filled {
			continue
		}
		then, known := last.Numbers[leaf.Path]
		if !known || r.Doubtful(leaf.Path) || last.Doubtful(leaf.Path) || number.Applies() != then.Applies() || number.Unit() != then.Unit() || !number.Value.Equal(then.Value) {
			return 0, false
		}
		if number.Value.IsPositive() && !strings.HasSuffix(leaf.Path, inForceKey) {
			above++
		}
	}
	return above, true
}
