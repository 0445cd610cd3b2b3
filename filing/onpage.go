package filing

import (
	"fmt"
	"strings"

	"nianbao/problem"
	"nianbao/render/layout"
)

// onPages are problems as a draft's list tells them: with the page, in place of the line
// of a file that nobody has before them.
func onPages(problems []problem.Problem, l *layout.Layout) []problem.Problem {
	if l == nil {
		return problems
	}
	texts := pageTexts(l)
	listed := make([]problem.Problem, len(problems))
	for i, p := range problems {
		p.Line = 0
		page := pageOf(p, texts)
		if at, ok := l.Places[p.Path]; ok && page == 0 {
			page = at + 1
		}
		if page > 0 {
			p.Place += fmt.Sprintf("（第%d页）", page)
		}
		listed[i] = p
	}
	return listed
}

// pageTexts is what stands on each page of every path.
func pageTexts(l *layout.Layout) []map[string]string {
	pages := make([]map[string]string, len(l.Pages))
	for i, page := range l.Pages {
		parts := map[string]*strings.Builder{}
		for _, m := range page.Marks {
			if m.Element == layout.Artifact {
				continue
			}
			from := l.Elements[m.Element].From
			if from == "" {
				continue
			}
			if parts[from] == nil {
				parts[from] = new(strings.Builder)
			}
			if m.Text != nil {
				parts[from].WriteString(string(m.Text.Runes))
			}
		}
		pages[i] = map[string]string{}
		for from, b := range parts {
			pages[i][from] = b.String()
		}
	}
	return pages
}

// pageOf is the page, from 1, of a problem's cell or of the words that its message
// quotes, else the first of its text; 0: it stands on none.
func pageOf(p problem.Problem, pages []map[string]string) int {
	first := 0
	quoted := quotation(p.Message)
	for i, page := range pages {
		text, ok := page[p.Path]
		if !ok {
			continue
		}
		if first == 0 {
			first = i + 1
		}
		if quoted == "" || strings.Contains(text, quoted) {
			return i + 1
		}
	}
	return first
}

// quotation is the longest piece of what a message quotes, without the marks of what
// was left out.
func quotation(message string) string {
	longest := ""
	for {
		_, after, ok := strings.Cut(message, "“")
		if !ok {
			return longest
		}
		inside, rest, ok := strings.Cut(after, "”")
		if !ok {
			return longest
		}
		for _, piece := range strings.FieldsFunc(inside, func(r rune) bool { return r == '…' || r == '\n' }) {
			if len(piece) > len(longest) {
				longest = piece
			}
		}
		message = rest
	}
}
