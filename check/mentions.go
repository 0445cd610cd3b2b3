package check

import (
	"strings"

	"nianbao/check/prose"
	"nianbao/problem"
	"nianbao/report"
)

// proseAgainstTables holds the numbers of the prose against the tables.
// Of a cell in a sum that fails it says nothing yet: that cell is being mended.
func proseAgainstTables(r *report.Report) []problem.Problem {
	var problems []problem.Problem
	var doubted map[string]bool
	for _, m := range prose.Held(r) {
		if m.Agrees || m.Reason != "" && m.Near == nil {
			continue
		}
		if doubted == nil {
			doubted = inFailedSums(r)
		}
		if concerns(m, doubted) {
			continue
		}
		if len(problems) == mostMismatches {
			more := mismatch(r, m)
			more.Subject = problem.Subject{} // nobody has seen what it would accept
			more.Message, more.Fix = "文字里还有与表格不一致的数，没有再列出", "先改上面列出的；这样多，多半是文字或表格拿错了年份"
			return append(problems, more)
		}
		problems = append(problems, mismatch(r, m))
	}
	return problems
}

// mostMismatches are worth listing; a draft prints them all.
const mostMismatches = 200

func mismatch(r *report.Report, m prose.Mention) problem.Problem {
	if m.Near != nil {
		return r.Note(problem.CodeProseNear, m.Section, "文字里的“"+m.Text+"”与"+m.Near.Name()+" "+m.Near.Shown+" 只差一个数字，或者两个数字颠倒。这一句没有全部读懂，不能断定说的是同一件事。原句：“"+quote(m.Sentence, m.Text)+"”",
			"看一眼是不是打错了；说的是别的事就不用改").
			About(problem.Subject{Quote: m.Sentence, Number: m.Text, Cell: m.Near.Name() + " " + m.Near.Shown})
	}
	seen := map[string]bool{}
	var cells []string
	for _, meaning := range m.Means {
		if !seen[meaning.Shown] && len(cells) < 3 { // a sum that comes to the same adds nothing
			seen[meaning.Shown] = true
			cells = append(cells, meaning.Name()+" "+meaning.Shown)
		}
	}
	said := "“" + m.Text + "”"
	return problem.Problem{
		Severity: problem.Warning, Code: problem.CodeProseMismatch, Path: m.Section, Line: m.Line, Place: r.Place(m.Section),
		Message: "文字里的" + said + "与表格不一致：" + strings.Join(cells, "，或者 ") + "。原句：“" + quote(m.Sentence, m.Text) + "”",
		Fix:     "对照台账核对：文字错的改文字，表格错的改表格；两处说的本来不是一回事的，在句子里写明",
		Subject: problem.Subject{Quote: m.Sentence, Number: m.Text, Cell: strings.Join(cells, "，或者 ")},
	}
}

// quote is a sentence, or of a long one what stands around the number.
func quote(sentence, number string) string {
	runes := []rune(sentence)
	const most = 70
	if len(runes) <= most {
		return sentence
	}
	at := strings.Index(sentence, number)
	middle := 0
	if at >= 0 {
		middle = len([]rune(sentence[:at]))
	}
	from := max(0, min(middle-most/2, len(runes)-most))
	to := min(len(runes), from+most)
	text := string(runes[from:to])
	if from > 0 {
		text = "…" + text
	}
	if to < len(runes) {
		text += "…"
	}
	return text
}

func concerns(m prose.Mention, paths map[string]bool) bool {
	means := m.Means
	if m.Near != nil {
		means = []prose.Meaning{*m.Near}
	}
	for _, meaning := range means {
		for _, leaf := range meaning.Leaves {
			if paths[leaf.Path] {
				return true
			}
		}
	}
	return false
}
