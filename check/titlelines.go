package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"nianbao/problem"
	"nianbao/report"
)

// checkTitleLines: the lines that an office breaks its title into are the title,
// word for word, and fit the page.
func checkTitleLines(r *report.Report) []problem.Problem {
	const path = "title_lines"
	if len(r.TitleLines) == 0 || r.Doubtful(path) {
		return nil
	}
	message := ""
	if n := len(r.TitleLines); n > report.MostTitleLines {
		message = fmt.Sprintf("标题分成了 %d 行，最多 %d 行", n, report.MostTitleLines)
	}
	for i, line := range r.TitleLines {
		switch n := utf8.RuneCountInString(line); {
		case message != "":
		case strings.TrimSpace(line) == "":
			message = fmt.Sprintf("标题的第 %d 行是空的", i+1)
		case line != strings.TrimSpace(line):
			message = fmt.Sprintf("标题的第 %d 行前后有空格：“%s”", i+1, problem.Clip(line))
		case n > report.LongestTitleRow:
			message = fmt.Sprintf("标题的第 %d 行有 %d 个字，一行印不下（最多 %d 个）：“%s”", i+1, n, report.LongestTitleRow, problem.Clip(line))
		}
	}
	known := r.Template != nil && r.Agency != "" && r.Year != 0 && !r.Doubtful("edition") && !r.Doubtful("agency") && !r.Doubtful("year")
	if joined := strings.Join(r.TitleLines, ""); message == "" && known && joined != r.Title() {
		message = "分行的标题连起来是“" + problem.Clip(joined) + "”，和标题“" + problem.Clip(r.Title()) + "”不一样"
	}
	if message == "" {
		return nil
	}
	return []problem.Problem{problem.Problem{Severity: problem.Error, Code: problem.CodeHeadValue, Path: path,
		Line: r.Line(path), Place: r.Place(path), Message: message}.With(report.HeadAdvice(path))}
}
