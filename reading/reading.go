// Package reading understands written reports: from what a Word file or a web
// page shows, it makes the report's data. Labels, headings and tables are found
// by the words of the templates. Nothing is guessed in silence: what could not
// be placed, or was taken for something, is a Problem with its place in the file.
package reading

import (
	"nianbao/problem"
	"nianbao/reading/naming"
	"nianbao/report"
)

// A Reading is what was understood of a file.
type Reading struct {
	Report   *report.Report    // blank where the file is, and where it is in doubt
	Problems []problem.Problem // of reading: their codes begin with import.
	Edition  Edition           // which edition of the form the file follows
	Places   map[string]string // where in the file a number stands: 第 2 个表第 5 行第 3 列
	Summary  []string          // what was understood, a sentence each

	nothing bool // neither a table of the form nor its headings were found
}

// understanding is a manuscript on its way to a Reading.
type understanding struct {
	noted
	flow                     *flow
	report                   *report.Report
	contents                 map[int]bool // lines of a list of contents
	titleDate, titleDateText string       // a date below the title
}

// tablesAt is the number of lines before each section's table; -1 without one.
func (u *understanding) tablesAt(s *supposition) []int {
	at := make([]int, len(s.form.Sections))
	for k := range at {
		at[k] = -1
		for _, spot := range u.flow.tables {
			if at[k] < 0 && len(s.used[k]) > 0 && spot.grid == s.used[k][0] {
				at[k] = spot.before
			}
		}
	}
	return at
}

// listContents marks headings before section one: they are a list of contents.
func (u *understanding) listContents(candidates [][]heading, d division) {
	start := d.start()
	for _, list := range candidates {
		for _, h := range list {
			if h.line < start {
				u.contents[h.line] = true
			}
		}
	}
}

func (u *understanding) tellLimits(m *naming.Matcher) {
	if len(u.flow.left) > 0 || m.Spent() {
		u.add(problem.Problem{Severity: problem.Error, Code: problem.CodeImportTooMuch, Message: "文件太大，没有全部读完", Fix: "只留下报告本身再读"})
	}
}

// An Edition is which edition of the form a file follows, and what shows it.
type Edition struct {
	Name     string // as a report asks for it; see templates.Load
	Evidence string // a sentence for people
}
