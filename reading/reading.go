// Package reading understands written reports: from what a Word file or a web
// page shows, it makes the report's data. Labels, headings and tables are found
// by the words of the templates. Nothing is guessed in silence: what could not
// be placed, or was taken for something, is a Problem with its place in the file.
package reading

import (
	"slices"
	"strconv"

	"nianbao/manuscript"
	"nianbao/problem"
	"nianbao/report"
)

// preambleKey is the key of the text before section one.
const preambleKey = "preamble"

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
	finding
	flow                     *flow
	report                   *report.Report
	contents                 map[int]bool // lines of a list of contents
	titleDate, titleDateText string       // a date below the title
}

// Understand makes a report of what a file shows. It never panics, and its time
// is bounded whatever the file holds.
func Understand(m *manuscript.Manuscript) *Reading {
	u := &understanding{flow: flowOf(m), contents: map[int]bool{}, report: &report.Report{
		Prose: map[string]report.Prose{}, Numbers: map[string]report.Number{},
	}}
	matcher := newMatcher()
	t := u.readTitle()
	s := readSheets(u.flow, matcher, u.report.Year)
	u.report.Template, u.report.Edition = s.form, s.form.Edition
	reading := &Reading{Edition: u.tellEdition(s)}

	s.readTurned()
	s.takeByPlace()
	settled := s.settle()
	s.tellHeads()
	s.tellOrder()
	s.tellExtras(settled.numbers)
	s.tellMissing()
	s.tellOthers()
	for path, text := range settled.numbers {
		u.report.Numbers[path] = report.Number{Text: text}
	}
	tableAt := u.tablesAt(s)
	candidates := headingsOf(matcher, u.flow, s.form)
	d := divide(candidates, tableAt, s.form, &u.finding)
	u.listContents(candidates, d)
	u.readProse(s, d, t)
	for path := range s.doubtful {
		u.doubt(path)
	}
	u.tellLimits(matcher)
	u.problems = append(u.problems, s.problems...)
	for _, note := range m.Notes {
		u.problems = append(u.problems, problem.Problem{Severity: problem.Notice, Code: note.Code, Place: note.Place, Message: note.Message, Fix: note.Fix})
	}
	reading.nothing = len(s.used) == 0 && (d.found() == 0 || d.found() == 1 && t == nil)
	reading.Places = settled.places
	reading.Report = u.check(settled)
	reading.Problems = u.problems
	reading.Summary = u.summary(s, reading)
	return reading
}

// readTitle reads agency and year.
func (u *understanding) readTitle() *title {
	// The title stands before the first table of the form; looking at all lines
	// costs little, and a title in a table's cell is found too.
	form := likeliest(0)[0]
	head := u.flow.lines[:min(len(u.flow.lines), titleWithin)]
	t, others := findTitle(head, form.Title)
	if t == nil || t.agency == "" || t.year == 0 {
		t = u.completeTitle(t, head, form.Title)
	}
	if t == nil {
		u.add(problem.Problem{Severity: problem.Error, Code: codeTitle, Path: "agency", Message: "没有找到报告的标题，机关名称和年份空着", Fix: "在 report.json 里填上 agency 和 year"})
		u.doubt("year")
		return nil
	}
	place := ""
	if t.from < len(u.flow.lines) {
		place = u.flow.lines[t.from].place
	}
	if t.agency == "" {
		u.add(problem.Problem{Severity: problem.Error, Code: codeTitle, Path: "agency", Place: place, Message: "标题里没有机关名称", Fix: "在 report.json 里填上 agency"})
	}
	if t.year == 0 {
		u.add(problem.Problem{Severity: problem.Error, Code: codeTitle, Path: "year", Place: place, Message: "标题里没有年份", Fix: "在 report.json 里填上 year"})
	}
	for _, o := range others {
		u.add(problem.Problem{Severity: problem.Warning, Code: codeTitle, Place: u.flow.lines[o.from].place,
			Message: "后面还有一个标题，机关或者年份不同：" + quote(o.agency+" "+strconv.Itoa(o.year)), Fix: "核对机关名称和年份"})
	}
	if above := t.lineAbove(u.flow.lines); above != "" {
		u.add(problem.Problem{Severity: problem.Warning, Code: codeTitle, Path: "agency", Place: u.flow.lines[t.from-1].place,
			Message: "标题上面还有一行" + quote(above) + "，没有当作机关名称的一部分", Fix: "核对机关名称"})
	}
	u.report.Agency, u.report.Year, u.report.AgencyLevel = t.agency, t.year, report.LevelOf(t.agency)
	return t
}

// completeTitle looks for what a title lacks in the lines around it: the agency
// below it or in the sentence that announces the report, the year there or in
// the period of its numbers. It says so.
func (u *understanding) completeTitle(t *title, head []textLine, name string) *title {
	found := title{}
	if t != nil {
		found = *t
	}
	from := found.to
	start := slices.IndexFunc(head, func(l textLine) bool {
		numeral, _ := cutNumeral(fold(firstRunes(l.text, 20)))
		return numeral == line1
	})
	if start < 0 {
		start = len(head)
	}
	var told []problem.Problem
	tell := func(path, what, where string) {
		told = append(told, problem.Problem{Severity: problem.Warning, Code: codeTitle, Path: path, Message: "标题里没有" + what + "，取自" + where, Fix: "核对" + what})
	}
	if t != nil && found.agency == "" {
		if found.agency = agencyBelow(head, &found); found.agency != "" {
			from = found.to
		}
	}
	lines := head[min(from, len(head)):min(len(head), max(start, from)+3)]
	if said, ok := announced(lines, name); ok {
		if found.agency == "" && said.agency != "" {
			found.agency = said.agency
			tell("agency", "机关名称", "说明报告的那一句：“"+said.agency+"”")
		}
		if found.year == 0 && said.year > 0 {
			found.year = said.year
			tell("year", "年份", "说明报告的那一句："+count(said.year)+" 年")
		}
	}
	if found.year == 0 {
		if found.year = yearOfPeriod(lines); found.year > 0 {
			tell("year", "年份", "数据的统计期限："+count(found.year)+" 年")
		}
	}
	if t == nil && found.agency == "" {
		return nil
	}
	for _, p := range told {
		u.add(p)
	}
	return &found
}

// titleWithin is how many lines from the top the title is looked for.
const titleWithin = 400

// tablesAt is the number of lines before each section's table; -1 without one.
func (u *understanding) tablesAt(s *sheet) []int {
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
	start := u.textStart(d)
	for _, list := range candidates {
		for _, h := range list {
			if h.line < start {
				u.contents[h.line] = true
			}
		}
	}
}

func (u *understanding) tellLimits(m *matcher) {
	if len(u.flow.left) > 0 || m.spent() {
		u.add(problem.Problem{Severity: problem.Error, Code: codeTooMuch, Message: "文件太大，没有全部读完", Fix: "只留下报告本身再读"})
	}
}
