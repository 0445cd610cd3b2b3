package main

import (
	"fmt"
	"slices"
	"strings"

	checks "nianbao/check"
	"nianbao/filing"
	"nianbao/filing/source"
	"nianbao/problem"
)

// mostPassages of all that is alike are quoted: the ten worst.
const mostPassages = 10

// A likeness is a section of one report that stands in an earlier one.
type likeness struct {
	i, j int // of the findings; j comes before i
	checks.Likeness
}

// compareAll holds every report against those before it. Of a pair, the later is
// told. It returns what is alike, the worst first.
func compareAll(findings []finding, strict bool) []likeness {
	texts := make([]checks.Texts, len(findings))
	for i, f := range findings {
		if f.report != nil {
			texts[i] = checks.TextsOf(f.report)
		}
	}
	var all []likeness
	for i := range findings {
		for j := range findings[:i] {
			if findings[i].report == nil || findings[j].report == nil {
				continue
			}
			for _, like := range texts[i].In(texts[j]) {
				all = append(all, likeness{i, j, like})
			}
			for _, p := range checks.Alike(texts[i], texts[j]) {
				if strict && p.Severity == problem.Warning {
					p.Severity = problem.Error
				}
				findings[i].Problems = append(findings[i].Problems, p)
			}
		}
		findings[i].Problems = filing.Ranked(findings[i].Problems)
		findings[i].count()
	}
	slices.SortStableFunc(all, func(a, b likeness) int { return b.Percent - a.Percent })
	return all
}

// printAlike prints who is like whom, and the ten worst passages.
func printAlike(c console, findings []finding, all []likeness) {
	worst := map[[2]int]int{}
	told := 0
	for _, like := range all {
		pair := [2]int{like.i, like.j}
		worst[pair] = max(worst[pair], like.Percent)
		if like.Percent >= checks.AboveAlike {
			told++
		}
	}
	fmt.Fprintf(c.out, "\n文字雷同（alike.section）：每一格是两份报告最像的一部分有百分之几的文字相同，年份、数字、机关名称不计；%d 以上的是警告，共 %d 处。\n", checks.AboveAlike, told)
	for i, f := range findings {
		var row strings.Builder
		for j := range findings[:i] {
			share, compared := worst[[2]int{i, j}]
			switch {
			case !compared:
				row.WriteString("   –")
			case share < 10:
				row.WriteString("   ·")
			default:
				fmt.Fprintf(&row, "%4d", share)
			}
		}
		fmt.Fprintf(c.out, "%3d%s  %s\n", i+1, row.String(), source.Name(f.File))
	}
	if told == 0 {
		return
	}
	passages := map[string]int{} // how many pairs share each
	var worstOf []likeness
	for _, like := range all[:told] {
		if passages[like.Passages[0]]++; passages[like.Passages[0]] == 1 {
			worstOf = append(worstOf, like)
		}
	}
	worstOf = worstOf[:min(len(worstOf), mostPassages)]
	fmt.Fprintf(c.out, "最像的 %d 段：\n", len(worstOf))
	for _, like := range worstOf {
		a, b := findings[like.i], findings[like.j]
		also := ""
		if n := passages[like.Passages[0]] - 1; n > 0 {
			also = fmt.Sprintf("（另有 %d 对也是这一段）", n)
		}
		fmt.Fprintf(c.out, "  %d%%  %s与%s，%s：“%s”%s\n", like.Percent, source.Name(a.File), source.Name(b.File), a.report.Place(like.Section), like.Passages[0], also)
	}
}
