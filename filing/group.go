package filing

import (
	"fmt"
	"strings"

	"nianbao/problem"
	"nianbao/templates"
)

// Grouped are the problems as people read them.
func (p *Paper) Grouped() []problem.Problem { return Grouped(p.Problems, p.Report.Template) }

// Grouped are problems as people read them: neighbours that are blank cells of
// one row are told in one, and so are those of a table that nobody has begun.
func Grouped(problems []problem.Problem, t *templates.Template) []problem.Problem {
	if t == nil {
		return problems
	}
	var out []problem.Problem
	for i := 0; i < len(problems); {
		end := i + 1
		if problems[i].Code == problem.CodeBlank {
			end = i + sameTable(problems[i:], t)
		}
		if end == i+1 {
			out = append(out, problems[i])
		} else {
			out = append(out, blanks(problems[i:end], t)...)
		}
		i = end
	}
	return out
}

// sameTable is how many of the first problems are blanks of one table.
func sameTable(problems []problem.Problem, t *templates.Template) int {
	first, _ := t.Leaf(problems[0].Path)
	n := 0
	for n < len(problems) && problems[n].Code == problem.CodeBlank {
		if leaf, ok := t.Leaf(problems[n].Path); !ok || leaf.Table != first.Table {
			break
		}
		n++
	}
	return max(n, 1)
}

// blanks reports the blank cells of one table, by row.
func blanks(problems []problem.Problem, t *templates.Template) []problem.Problem {
	first, _ := t.Leaf(problems[0].Path)
	if len(problems) == fillable(t, func(l templates.Leaf) bool { return l.Table == first.Table }) {
		p := problems[0]
		p.Place, p.Message = first.Table, fmt.Sprintf("整个表没有填（%d 格）", len(problems))
		return []problem.Problem{p}
	}
	var out []problem.Problem
	for i := 0; i < len(problems); {
		leaf, _ := t.Leaf(problems[i].Path)
		var columns []string
		end := i
		for ; end < len(problems); end++ {
			next, _ := t.Leaf(problems[end].Path)
			if next.Row != leaf.Row {
				break
			}
			columns = append(columns, next.Column)
		}
		p := problems[i]
		if n := end - i; n > 1 {
			p.Place = strings.TrimSuffix(leaf.Table+" · "+leaf.Row, " · ") // table four has one row, without a label
			p.Message = fmt.Sprintf("%d 格没有填：%s", n, strings.Join(columns, "、"))
			if n == fillable(t, func(l templates.Leaf) bool { return l.Table == leaf.Table && l.Row == leaf.Row }) {
				p.Message = fmt.Sprintf("整行没有填（%d 格）", n)
			}
		}
		out = append(out, p)
		i = end
	}
	return out
}

// fillable counts the leaves that somebody has to fill in: totals are computed.
func fillable(t *templates.Template, of func(templates.Leaf) bool) int {
	n := 0
	for _, leaf := range t.Leaves() {
		if !leaf.Total && of(leaf) {
			n++
		}
	}
	return n
}
