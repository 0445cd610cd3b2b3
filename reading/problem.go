package reading

import (
	"strconv"
	"strings"

	"nianbao/problem"
	"nianbao/reading/naming"
)

// noted collects problems, and the paths of which nothing may be computed.
type noted struct {
	problems []problem.Problem
	doubtful map[string]bool
	counts   map[string]int
	first    map[string]int // index of the first problem past the limit
}

// mostAlike is how many problems of one code are listed one by one.
const mostAlike = 30

func (n *noted) add(p problem.Problem) {
	if n.counts == nil {
		n.counts, n.first, n.doubtful = map[string]int{}, map[string]int{}, map[string]bool{}
	}
	if p.Severity == problem.Error && p.Path != "" {
		n.doubtful[p.Path] = true
	}
	key := p.Code + string(p.Severity)
	n.counts[key]++
	switch more := n.counts[key] - mostAlike; {
	case more == 1:
		n.first[key] = len(n.problems)
		p.Path, p.Place, p.Message = "", "", "另有 1 处同样的问题，没有一一列出"
		n.problems = append(n.problems, p)
	case more > 1:
		n.problems[n.first[key]].Message = "另有 " + strconv.Itoa(more) + " 处同样的问题，没有一一列出"
	default:
		n.problems = append(n.problems, p)
	}
}

func (n *noted) doubt(path string) {
	if n.doubtful == nil {
		n.counts, n.first, n.doubtful = map[string]int{}, map[string]int{}, map[string]bool{}
	}
	n.doubtful[path] = true
}

// longestQuote is in characters.
const longestQuote = 40

// quote is a text of the file as a message shows it.
func quote(s string) string { return "“" + cut(naming.OneLine(s), longestQuote) + "”" }

func cut(s string, longest int) string {
	runes := []rune(s)
	if len(runes) <= longest {
		return s
	}
	return string(runes[:longest-1]) + "…"
}

// list names things, the first few of many.
func list(names []string, most int) string {
	if len(names) <= most {
		return strings.Join(names, "、")
	}
	return strings.Join(names[:most], "、") + " 等 " + strconv.Itoa(len(names)) + " 处"
}

func count(n int) string { return strconv.Itoa(n) }
