package main

import (
	"fmt"
	"strings"

	checks "nianbao/check"
	"nianbao/check/prose"
	"nianbao/filing"
	"nianbao/problem"
	"nianbao/report"
)

// An explained number is one of the prose, with what became of it.
type explained struct {
	Section string `json:"section"`
	Text    string `json:"text"`
	Verdict string `json:"verdict"`
	Clause  string `json:"sentence"`
}

func (f *finding) explain(last *report.Report) {
	for _, m := range prose.Mentions(f.report) {
		f.Numbers = append(f.Numbers, explained{m.Section, m.Text, m.Verdict(), m.Sentence})
	}
	f.Uncovered = checks.Uncovered(f.report, last)
}

func (f finding) printExplained(c console) {
	if f.Numbers == nil && f.Uncovered == nil {
		return
	}
	fmt.Fprintln(c.out, "\n文字里的数：")
	sentence := ""
	for _, n := range f.Numbers {
		if n.Clause != sentence {
			sentence = n.Clause
			fmt.Fprintf(c.out, "  %s\n", sentence)
		}
		fmt.Fprintf(c.out, "    %s  %s\n", n.Text, n.Verdict)
	}
	fmt.Fprintf(c.out, "没有任何核对的格（%d 格），请人工对照台账：\n", len(f.Uncovered))
	fmt.Fprintf(c.out, "  %s\n", strings.Join(f.Uncovered, "\n  "))
}

// compareAll holds every report against those before it. Of a pair, the later
// is told.
func compareAll(findings []finding, strict bool) {
	for i := range findings {
		for j := range findings[:i] {
			if findings[i].report == nil || findings[j].report == nil {
				continue
			}
			for _, p := range checks.Alike(findings[i].report, findings[j].report) {
				if strict && p.Severity == problem.Warning {
					p.Severity = problem.Error
				}
				findings[i].Problems = append(findings[i].Problems, p)
			}
		}
		findings[i].Problems = filing.Ranked(findings[i].Problems)
		findings[i].count()
	}
}
