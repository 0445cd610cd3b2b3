// Package listing prints the problems of a report for people at a terminal.
package listing

import (
	"fmt"
	"io"
	"strings"

	"nianbao/filing"
	"nianbao/problem"
)

// Problems prints at most limit problems for people. What to do is said once for
// neighbours that ask for the same.
func Problems(w io.Writer, problems []problem.Problem, limit int) {
	problems = problems[:min(limit, len(problems))]
	for i, p := range problems {
		if p.Severity == problem.Accepted {
			fmt.Fprintf(w, "%s  %s\n", p.Severity.Name(), strings.Replace(p.String(), "怎么改：", "", 1))
			continue
		}
		if i+1 < len(problems) && problems[i+1].Severity == p.Severity && problems[i+1].Fix == p.Fix {
			p.Fix = ""
		}
		fmt.Fprintf(w, "%s  %s\n", p.Severity.Name(), p)
	}
}

// Count is how many problems have a severity.
func Count(problems []problem.Problem, severity problem.Severity) int {
	n := 0
	for _, p := range problems {
		if p.Severity == severity {
			n++
		}
	}
	return n
}

// Tally says how many problems there are of each weight: 错误 2 处，警告 1 处.
func Tally(problems []problem.Problem) string {
	var parts []string
	for _, severity := range filing.Severities {
		if n := Count(problems, severity); n > 0 {
			parts = append(parts, fmt.Sprintf("%s %d 处", severity.Name(), n))
		}
	}
	if len(parts) == 0 {
		return "没有发现问题"
	}
	return strings.Join(parts, "，")
}
