package report

import (
	"fmt"
	"sort"
	"strings"
)

const (
	// aboveAlike is the share of a section, in percent, from which two texts are
	// called alike. Offices that write anew share 25 to 60 % with the year before.
	aboveAlike = 75
	// alikeRun is how many characters must agree in a row to count: shorter runs
	// are names and set phrases.
	alikeRun = 13
	// alikeLeast is how long a section must be: a few sentences have few ways to be said.
	alikeLeast = 80
)

// Alike lists the sections of a report that stand, word for word, in another
// one: last year's, or another office's.
func Alike(r, other *Report) []Problem {
	if r.Template == nil || other.Template == nil {
		return nil
	}
	problems := alikeSections(r, other, other.Agency+" "+fmt.Sprint(other.Year)+" 年的报告")
	r.accept(problems)
	return problems
}

func alikeSections(r, other *Report, name string) []Problem {
	var problems []Problem
	for _, section := range r.Template.Sections {
		text, old := masked(r, section.Key), masked(other, section.Key)
		if section.Table != nil || len(text) < alikeLeast {
			continue
		}
		share, passages := shared(text, old)
		if share < aboveAlike {
			continue
		}
		problems = append(problems, r.warn(codeAlike, section.Key,
			fmt.Sprintf("除年份和数字外，有 %d%% 的文字与%s相同，如“%s”", share, name, strings.Join(passages, "”“")),
			"按本年的实际情况重写；每年不变的制度性文字可以少写"))
	}
	return problems
}

// masked is a section's text without years, numbers, spaces, and the agency's name.
func masked(r *Report, key string) []rune {
	text := plainText(strings.ReplaceAll(r.Prose[key].Text, "\n", ""))
	if r.Agency != "" {
		text = strings.ReplaceAll(text, r.Agency, "某")
	}
	var out []rune
	for _, c := range text {
		if isDigitRune(c) {
			if len(out) > 0 && out[len(out)-1] == '0' {
				continue
			}
			c = '0'
		}
		out = append(out, c)
	}
	return out
}

// shared is the share of text, in percent, that stands in old in runs of
// alikeRun characters or more, and the three longest of them.
func shared(text, old []rune) (percent int, passages []string) {
	known := make(map[string]bool, len(old))
	for i := 0; i+alikeRun <= len(old); i++ {
		known[string(old[i:i+alikeRun])] = true
	}
	var runs [][]rune
	covered, end := 0, 0
	for i := 0; i+alikeRun <= len(text); i++ {
		if !known[string(text[i:i+alikeRun])] {
			continue
		}
		from := max(i, end)
		if from > end || len(runs) == 0 {
			runs = append(runs, nil)
		}
		last := len(runs) - 1
		runs[last] = append(runs[last], text[from:i+alikeRun]...)
		covered += i + alikeRun - from
		end = i + alikeRun
	}
	sort.SliceStable(runs, func(i, j int) bool { return len(runs[i]) > len(runs[j]) })
	for _, run := range runs[:min(3, len(runs))] {
		passages = append(passages, clip(string(run)))
	}
	return covered * 100 / max(len(text), 1), passages
}
