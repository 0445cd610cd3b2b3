package report

import (
	"slices"
	"strings"
)

// proseAgainstTables holds the numbers of the prose against the tables.
// Of a cell in a sum that fails it says nothing yet: that cell is being mended.
func proseAgainstTables(r *Report) []Problem {
	var problems []Problem
	var doubted map[string]bool
	for _, m := range r.mentions(true) {
		if m.Agrees || m.Reason != "" {
			continue
		}
		if doubted == nil {
			doubted = r.inFailedSums()
		}
		if m.speaksOf(doubted) {
			continue
		}
		if len(problems) == mostMismatches {
			more := m.problem(r)
			more.Message, more.Fix = "文字里还有与表格不一致的数，没有再列出", "先改上面列出的；这样多，多半是文字或表格拿错了年份"
			return append(problems, more)
		}
		problems = append(problems, m.problem(r))
	}
	return problems
}

// mostMismatches are worth listing; a draft prints them all.
const mostMismatches = 200

func (m Mention) problem(r *Report) Problem {
	seen := map[string]bool{}
	var cells []string
	for _, meaning := range m.Means {
		if !seen[meaning.Shown] && len(cells) < 3 { // a sum that comes to the same adds nothing
			seen[meaning.Shown] = true
			cells = append(cells, meaning.Name()+" "+meaning.Shown)
		}
	}
	said := "“" + m.Text + "”"
	return Problem{
		Severity: Warning, Code: codeProseMismatch, Path: m.Section, Line: m.Line, Place: r.place(m.Section),
		Message: "文字里的" + said + "与表格不一致：" + strings.Join(cells, "，或者 ") + "。原句：“" + quote(m.Sentence, m.Text) + "”",
		Fix:     "对照台账核对：文字错的改文字，表格错的改表格；两处说的本来不是一回事的，在句子里写明",
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

func (m Mention) speaksOf(paths map[string]bool) bool {
	for _, meaning := range m.Means {
		for _, leaf := range meaning.Leaves {
			if paths[leaf.Path] {
				return true
			}
		}
	}
	return false
}

// inFailedSums are the cells of every sum that does not add up.
func (r *Report) inFailedSums() map[string]bool {
	paths := map[string]bool{}
	for _, e := range r.Template.Equations() {
		left, known := r.sum(e.Left)
		right, alsoKnown := r.sum(e.Right)
		if !known || !alsoKnown || left.value.Equal(right.value) {
			continue
		}
		for _, leaf := range slices.Concat(e.Left, e.Right) {
			paths[leaf.Path] = true
		}
	}
	return paths
}
