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

// explanation is what became of each number of the prose, and the cells that no
// check reads.
func explanation(r, last *report.Report) (numbers []explained, uncovered []string) {
	for _, m := range prose.Mentions(r) {
		numbers = append(numbers, explained{m.Section, m.Text, m.Verdict(), m.Sentence})
	}
	return numbers, checks.Uncovered(r, last)
}

func printExplained(c console, numbers []explained, uncovered []string) {
	if numbers == nil && uncovered == nil {
		return
	}
	fmt.Fprintln(c.out, "\n文字里的数：")
	sentence := ""
	for _, n := range numbers {
		if n.Clause != sentence {
			sentence = n.Clause
			fmt.Fprintf(c.out, "  %s\n", sentence)
		}
		fmt.Fprintf(c.out, "    %s  %s\n", n.Text, n.Verdict)
	}
	fmt.Fprintf(c.out, "没有任何核对的格（%d 格），请人工对照台账：\n", len(uncovered))
	fmt.Fprintf(c.out, "  %s\n", strings.Join(uncovered, "\n  "))
}
