package check

import (
	"strconv"
	"strings"

	"nianbao/problem"
	"nianbao/report"
)

// The rows that two years share, and the cells of a document's count.
const (
	carriedIn      = "requests.carried_in."
	carriedForward = "requests.carried_forward."
	inForceKey     = ".in_force"
)

// pair are a number of this year and one of last year; false unless both stand.
func pair(r, last *report.Report, path, lastPath string) (now, then report.Number, ok bool) {
	now, given := r.Numbers[path]
	then, alsoGiven := last.Numbers[lastPath]
	return now, then, given && alsoGiven && now.Applies() && then.Applies() && !r.Doubtful(path) && !last.Doubtful(lastPath)
}

// carriedFrom is the path of last year's number that one of this year's was
// carried over from; "" for others.
func carriedFrom(path string) string {
	if column, ok := strings.CutPrefix(path, carriedIn); ok {
		return carriedForward + column
	}
	return ""
}

func lastFile(r, last *report.Report) []problem.Problem {
	if !r.YearKnown() || last.Year == r.Year-1 && last.Agency == r.Agency {
		return nil
	}
	return []problem.Problem{r.Warn(problem.CodeLastFile, "year",
		"拿来对照的是 "+last.Agency+" "+strconv.Itoa(last.Year)+" 年的报告，不是 "+r.Agency+" "+strconv.Itoa(r.Year-1)+" 年的", "").With(problem.Mend{
		File: "核对 -last 后面的文件是不是拿错了", Form: "核对上年的文件是不是选错了", Paper: "核对拿来对照的文件是不是拿错了"}).
		About(problem.Subject{Cell: last.Agency + " " + strconv.Itoa(last.Year)})}
}
