package check

import (
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

	"nianbao/check/prose"
	"nianbao/problem"
	"nianbao/report"
)

const (
	// AboveAlike is the share of a section, in percent, from which two texts are
	// called alike; docs/checks.md has what it was measured on.
	AboveAlike = 75
	// alikeRun is how many characters must agree in a row to count: shorter runs
	// are names and set phrases.
	alikeRun = 13
	// alikeLeast is how long a section must be: a few sentences have few ways to be said.
	alikeLeast = 80
)

// Texts are a report's sections of prose, made ready to be held against others'.
type Texts struct {
	r     *report.Report
	masks map[string]mask
}

// TextsOf makes a report's prose ready. It has none without an edition.
func TextsOf(r *report.Report) Texts {
	t := Texts{r: r, masks: map[string]mask{}}
	if r.Template == nil {
		return t
	}
	for _, section := range r.Template.Sections {
		if section.Table == nil {
			t.masks[section.Key] = masked(r, section.Key)
		}
	}
	return t
}

// A Likeness is the share of a section, in percent, that stands word for word in
// another report, and the longest passages of it as they are written.
type Likeness struct {
	Section  string
	Percent  int
	Passages []string
}

// In holds every section that is long enough against the same one of another report.
func (t Texts) In(other Texts) []Likeness {
	var all []Likeness
	if t.r.Template == nil || other.r.Template == nil {
		return nil
	}
	for _, section := range t.r.Template.Sections {
		text, ok := t.masks[section.Key]
		if !ok || len(text.runes) < alikeLeast {
			continue
		}
		share, passages := text.in(other.masks[section.Key])
		all = append(all, Likeness{section.Key, share, passages})
	}
	return all
}

// Alike lists the sections of a report that stand, word for word, in another
// one: last year's, or another office's.
func Alike(r, other Texts) []problem.Problem {
	problems := alikeSections(r, other, other.r.Agency+" "+fmt.Sprint(other.r.Year)+" 年的报告")
	accept(r.r, problems)
	return problems
}

func alikeSections(r, other Texts, name string) []problem.Problem {
	var problems []problem.Problem
	for _, like := range r.In(other) {
		if like.Percent < AboveAlike {
			continue
		}
		problems = append(problems, r.r.Warn(problem.CodeAlike, like.Section,
			fmt.Sprintf("除年份和数字外，有 %d%% 的文字与%s相同，如“%s”", like.Percent, name, strings.Join(like.Passages, "”“")),
			"按本年的实际情况重写；每年不变的制度性文字可以少写").About(problem.Subject{Quote: strings.TrimSuffix(like.Passages[0], "…")}))
	}
	return problems
}

// A mask is a section's text without what differs by itself: each number is 0,
// the agency's name 某, spaces are left out.
type mask struct {
	plain string
	runes []rune
	at    []int           // where each of them, and the end, stands in plain
	known map[string]bool // every run of alikeRun characters
}

func masked(r *report.Report, key string) mask {
	m := mask{plain: prose.Plain(strings.ReplaceAll(r.Prose[key].Text, "\n", ""))}
	for i := 0; i < len(m.plain); {
		c, size := utf8.DecodeRuneInString(m.plain[i:])
		switch {
		case r.Agency != "" && strings.HasPrefix(m.plain[i:], r.Agency):
			c, size = '某', len(r.Agency)
		case '0' <= c && c <= '9':
			for i+size < len(m.plain) && '0' <= m.plain[i+size] && m.plain[i+size] <= '9' {
				size++
			}
			c = '0'
		}
		m.runes, m.at = append(m.runes, c), append(m.at, i)
		i += size
	}
	m.at = append(m.at, len(m.plain))
	m.known = make(map[string]bool, len(m.runes))
	for i := 0; i+alikeRun <= len(m.runes); i++ {
		m.known[string(m.runes[i:i+alikeRun])] = true
	}
	return m
}

// A span of a mask.
type span struct{ from, to int }

// in is the share of a text, in percent, that stands in an old one in runs of
// alikeRun characters or more, and the three longest of them as they are written.
func (m mask) in(old mask) (percent int, passages []string) {
	var runs []span
	covered := 0
	for i := 0; i+alikeRun <= len(m.runes); i++ {
		if !old.known[string(m.runes[i:i+alikeRun])] {
			continue
		}
		to := i + alikeRun
		if last := len(runs) - 1; last >= 0 && i <= runs[last].to {
			covered += to - runs[last].to
			runs[last].to = to
			continue
		}
		covered += alikeRun
		runs = append(runs, span{i, to})
	}
	sort.SliceStable(runs, func(i, j int) bool { return runs[i].to-runs[i].from > runs[j].to-runs[j].from })
	for _, run := range runs[:min(3, len(runs))] {
		passages = append(passages, problem.Clip(m.plain[m.at[run.from]:m.at[run.to]]))
	}
	return covered * 100 / max(len(m.runes), 1), passages
}
