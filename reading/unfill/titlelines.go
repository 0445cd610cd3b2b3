package unfill

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/document"
	"nianbao/manuscript"
	"nianbao/render/style"
	"nianbao/report"
)

// TitleLines are the lines in which a Word file of the program's own breaks its
// title; nil where the program would break it so itself, and where the lines are
// none that a report can ask for.
func TitleLines(m *manuscript.Manuscript, r *report.Report) []string {
	if r.Agency == "" || r.Year == 0 {
		return nil
	}
	title, joined := r.Title(), ""
	var lines []string
	for _, b := range m.Blocks {
		if b.Paragraph == nil || len(joined) >= len(title) {
			break
		}
		for line := range strings.SplitSeq(b.Paragraph.Text, "\n") {
			if line = strings.TrimSpace(line); line != "" {
				lines, joined = append(lines, line), joined+line
			}
		}
	}
	long := func(line string) bool { return utf8.RuneCountInString(line) > report.LongestTitleRow }
	if joined != title || len(lines) > report.MostTitleLines || slices.ContainsFunc(lines, long) {
		return nil
	}
	d := document.Fill(&report.Report{Template: r.Template, Agency: r.Agency, Year: r.Year}, document.Options{})
	if slices.Equal(lines, style.TitleLines(d.Agency, d.Heading, nil)) {
		return nil
	}
	return lines
}
