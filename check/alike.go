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
	// aboveAlike is the share of a section, in percent, from which two texts are
	// called alike; docs/checks.md has what it was measured on.
	aboveAlike = 75
	// alikeRun is how many characters must agree in a row to count: shorter runs
	// are names and set phrases.
	alikeRun = 13
	// alikeLeast is how long a section must be: a few sentences have few ways to be said.
	alikeLeast = 80
)

// Alike lists the sections of a report that stand, word for word, in another
// one: last year's, or another office's.
func Alike(r, other *report.Report) []problem.Problem {
	if r.Template == nil || other.Template == nil {
		return nil
	}
	problems := alikeSections(r, other, other.Agency+" "+fmt.Sprint(other.Year)+" 年的报告")
	accept(r, problems)
	return problems
}

func alikeSections(r, other *report.Report, name string) []problem.Problem {
	var problems []problem.Problem
	for _, section := range r.Template.Sections {
		text := masked(r, section.Key)
		if section.Table != nil || len(text.runes) < alikeLeast {
			continue
		}
		share, passages := text.in(masked(other, section.Key))
		if share < aboveAlike {
			continue
		}
		problems = append(problems, r.Warn(problem.CodeAlike, section.Key,
			fmt.Sprintf("除年份和数字外，有 %d%% 的文字与%s相同，如“%s”", share, name, strings.Join(passages, "”“")),
			"按本年的实际情况重写；每年不变的制度性文字可以少写"))
	}
	return problems
}

// A mask is a section's text without what differs by itself: each number is 0,
// the agency's name 某, spaces are left out.
type mask struct {
	plain string
	runes []rune
	at    []int // where each of them, and the end, stands in plain
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
	return m
}

// A span of a mask.
type span struct{ from, to int }

// in is the share of a text, in percent, that stands in an old one in runs of
// alikeRun characters or more, and the three longest of them as they are written.
func (m mask) in(old mask) (percent int, passages []string) {
	known := make(map[string]bool, len(old.runes))
	for i := 0; i+alikeRun <= len(old.runes); i++ {
		known[string(old.runes[i:i+alikeRun])] = true
	}
	var runs []span
	covered := 0
	for i := 0; i+alikeRun <= len(m.runes); i++ {
		if !known[string(m.runes[i:i+alikeRun])] {
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
