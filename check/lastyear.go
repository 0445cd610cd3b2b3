package check

import (
	"strconv"
	"strings"

	"nianbao/problem"
	"nianbao/report"
	"nianbao/templates"
)

// The rows that two years share, and the cells of a document's count.
const (
	carriedIn      = "requests.carried_in."
	carriedForward = "requests.carried_forward."
	inForceKey     = ".in_force"
)

// CheckAgainst holds a report against the same agency's of the year before:
// what was carried over, what is in force, numbers of another scale, and text
// that was left as it was.
func CheckAgainst(r, last *report.Report) []problem.Problem {
	if r.Broken || last.Broken || r.Template == nil || last.Template == nil {
		return nil
	}
	problems := lastFile(r, last)
	problems = append(problems, carriedOver(r, last)...)
	problems = append(problems, sameTables(r, last)...)
	problems = append(problems, scale(r, last)...)
	problems = append(problems, exchanged(r, last)...)
	problems = append(problems, inForce(r, last)...)
	return append(problems, alikeSections(TextsOf(r), TextsOf(last), "上年的报告")...)
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

// carriedOver: what came over from last year is what last year passed on,
// column by column.
func carriedOver(r, last *report.Report) []problem.Problem {
	var columns []string
	first := ""
	for _, leaf := range r.Template.Leaves() {
		earlier := carriedFrom(leaf.Path)
		if earlier == "" {
			continue
		}
		now, then, ok := pair(r, last, leaf.Path, earlier)
		if !ok || now.Value.Equal(then.Value) {
			continue
		}
		if first == "" {
			first = leaf.Path
		}
		columns = append(columns, leaf.BriefColumn+" "+now.Text+"，上年报告结转出来的是 "+then.Text)
	}
	if first == "" {
		return nil
	}
	return []problem.Problem{r.Warn(problem.CodeLastCarried, first, "上年结转与上年报告的结转下年度不一致。"+strings.Join(columns, "；"),
		"").With(reasoned("对照台账核对；机构合并、上年数据更正等有原因的", "，")).About(problem.Subject{Cell: strings.Join(columns, "；")})}
}

// Carried is what last year's report passes on to this year's, by this year's path.
func Carried(r, last *report.Report) map[string]string {
	passed := map[string]string{}
	if r.Template == nil {
		return passed
	}
	for _, leaf := range r.Template.Leaves() {
		if number, ok := last.Numbers[carriedFrom(leaf.Path)]; ok {
			passed[leaf.Path] = number.Text
		}
	}
	return passed
}

// An inForceRow is what a row of documents says of this year and the last.
type inForceRow struct {
	paths                       []string // of this year: in force, issued, repealed
	now, then, issued, repealed report.Number
}

// force is the row that a number in force stands in; false for other numbers,
// and where one that it is held against is missing.
func force(r, last *report.Report, leaf templates.Leaf) (inForceRow, bool) {
	row, ok := strings.CutSuffix(leaf.Path, inForceKey)
	if !ok {
		return inForceRow{}, false
	}
	f := inForceRow{paths: []string{leaf.Path, row + ".issued", row + ".repealed"}}
	if f.now, f.then, ok = pair(r, last, leaf.Path, leaf.Path); !ok {
		return f, false
	}
	var given, alsoGiven bool
	f.issued, given = r.Numbers[f.paths[1]]
	f.repealed, alsoGiven = r.Numbers[f.paths[2]]
	return f, given && alsoGiven
}

// inForce: what is in force is last year's, with what was made and without what
// was repealed. Documents lapse and are counted again, hence a notice.
func inForce(r, last *report.Report) []problem.Problem {
	var problems []problem.Problem
	for _, leaf := range r.Template.Leaves() {
		f, ok := force(r, last, leaf)
		if !ok {
			continue
		}
		want := f.then.Value.Add(f.issued.Value).Sub(f.repealed.Value)
		if f.now.Value.Equal(want) {
			continue
		}
		problems = append(problems, r.Note(problem.CodeLastInForce, leaf.Path,
			"填的是 "+f.now.Text+"，按上年现行有效 "+f.then.Text+" + 本年制发 "+f.issued.Text+" − 本年废止 "+f.repealed.Text+" 应是 "+want.String(),
			"核对三个数；有到期失效、重新统计的不用改").
			About(problem.Subject{Number: f.now.Text, Cell: want.String()}))
	}
	return problems
}
