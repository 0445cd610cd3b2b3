package check

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/problem"
	"nianbao/report"
	"nianbao/templates"
)

// checkSums holds every equation of a table against its numbers. One with a
// number that is blank or already reported is left alone.
func checkSums(r *report.Report, table *templates.Table) []problem.Problem {
	var failed []templates.Equation
	for _, e := range r.Template.Equations() {
		if e.Right[0].Table != table.Name {
			continue
		}
		left, known := r.Sum(e.Left)
		right, alsoKnown := r.Sum(e.Right)
		if known && alsoKnown && !left.Value.Equal(right.Value) {
			failed = append(failed, e)
		}
	}
	var problems []problem.Problem
	for _, e := range failed {
		if !follows(e, failed, r.Template.Totals()) {
			problems = append(problems, sumProblem(r, e))
		}
	}
	return problems
}

// follows reports whether an equation can only fail because another has failed.
// Down the column of totals that is so: where every row adds up to its total and
// the sum holds in every other column, it holds there. Saying it again would
// blame a number that is right, or that the program computed.
func follows(e templates.Equation, failed, totals []templates.Equation) bool {
	if !downTotals(e, totals) {
		return false
	}
	return slices.ContainsFunc(failed, func(f templates.Equation) bool {
		if f.Sum.Over == e.Sum.Over {
			return f.Sum.Code == e.Sum.Code && f.Place != e.Place
		}
		total, ok := f.Total()
		return ok && takesIn(e, total)
	})
}

// downTotals: the equation stands in a column whose numbers are the totals of
// their rows.
func downTotals(e templates.Equation, totals []templates.Equation) bool {
	return e.Sum.Over == templates.OverRows && slices.ContainsFunc(totals, func(t templates.Equation) bool {
		return t.Sum.Over == templates.OverColumns && t.Right[0].Path == e.Right[0].Path
	})
}

func takesIn(e templates.Equation, leaf templates.Leaf) bool {
	is := func(l templates.Leaf) bool { return l.Path == leaf.Path }
	return slices.ContainsFunc(e.Left, is) || slices.ContainsFunc(e.Right, is)
}

// sumProblem says what does not add up, with every number that is in it.
func sumProblem(r *report.Report, e templates.Equation) problem.Problem {
	left, _ := r.Sum(e.Left)
	right, _ := r.Sum(e.Right)
	difference := left.Value.Sub(right.Value)
	p := problem.Problem{
		Severity: problem.Error, Code: e.Sum.Code, Path: e.Right[0].Path, Line: sumLine(r, e), Place: e.Place,
		Message: e.Sum.Say + "：" + spellOut(r, e, e.Left, left.Value) + "；" + spellOut(r, e, e.Right, right.Value) +
			"；相差 " + difference.Abs().String(),
	}
	if total, ok := e.Total(); ok {
		p.Place = total.Place
		p.Fix = fixTotal(r, e, left.Value, difference)
		return p
	}
	larger := "前一个和"
	if difference.IsNegative() {
		larger = "后一个和"
	}
	p.Fix = "对照台账核对这几格，改正填错的；现在" + larger + "多 " + difference.Abs().String()
	return p
}

// sumLine is where to look first: the line of the total or, if the program
// computed that, of the next number that was typed.
func sumLine(r *report.Report, e templates.Equation) int {
	for _, leaves := range [][]templates.Leaf{e.Right, e.Left} {
		for _, leaf := range leaves {
			if line := r.Numbers[leaf.Path].Line; line > 0 {
				return line
			}
		}
	}
	return r.Line(e.Right[0].Path)
}

// maxListed is how many numbers of a sum are listed even where they are 0.
const maxListed = 6

// spellOut writes one side of an equation with every number that is in it.
func spellOut(r *report.Report, e templates.Equation, leaves []templates.Leaf, value decimal.Decimal) string {
	if len(leaves) == 1 {
		number := r.Numbers[leaves[0].Path]
		verb := "填的是 "
		if number.Origin == report.Computed {
			verb = "由程序算出是 "
		}
		return e.Name(leaves[0]) + verb + number.Text
	}
	var terms, zeros []string
	for _, leaf := range leaves {
		number := r.Numbers[leaf.Path]
		if number.Value.IsZero() && len(leaves) > maxListed {
			zeros = append(zeros, e.Name(leaf))
			continue
		}
		terms = append(terms, e.Name(leaf)+" "+number.Text)
	}
	if len(terms) == 0 {
		return "各项都是 0：" + numbered(zeros)
	}
	text := strings.Join(terms, " + ") + " = " + value.String()
	if len(zeros) > 0 {
		text += "（其余为 0：" + numbered(zeros) + "）"
	}
	return text
}

// fixTotal says what the total should be if all else is right, and what it
// would take for the total to be right.
func fixTotal(r *report.Report, e templates.Equation, left, difference decimal.Decimal) string {
	total, _ := e.Total()
	name := e.Name(total)
	if r.Numbers[total.Path].Origin == report.Computed {
		return "对照台账核对上面各格和算出" + name + "的各格，改正填错的"
	}
	how := "多"
	if difference.IsNegative() {
		how = "少"
	}
	return "对照台账核对：如果各项都对，" + name + "应填 " + left.String() +
		"；如果" + name + "对，就是各项里" + how + "填了 " + difference.Abs().String()
}

// inFailedSums are the cells of every sum that does not add up.
func inFailedSums(r *report.Report) map[string]bool {
	paths := map[string]bool{}
	for _, e := range r.Template.Equations() {
		left, known := r.Sum(e.Left)
		right, alsoKnown := r.Sum(e.Right)
		if !known || !alsoKnown || left.Value.Equal(right.Value) {
			continue
		}
		for _, leaf := range slices.Concat(e.Left, e.Right) {
			paths[leaf.Path] = true
		}
	}
	return paths
}
