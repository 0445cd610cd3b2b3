package main

import (
	"fmt"
	"strings"

	checks "nianbao/check"
	"nianbao/check/prose"
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
