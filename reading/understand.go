package reading

import (
	"errors"

	"nianbao/manuscript"
	"nianbao/problem"
	"nianbao/reading/naming"
	"nianbao/report"
)

// errNoReport: of a letter, a list of links, a page that fetches its text later.
var errNoReport = errors.New("这不是年度报告：没有格式里的表，也没有格式里各部分的标题")

// Understand makes a report of what a file shows. It never panics, and its time
// is bounded whatever the file holds.
func Understand(m *manuscript.Manuscript) *Reading {
	letters := usualLetters(m)
	u := &understanding{flow: flowOf(m), contents: map[int]bool{}, report: &report.Report{
		Prose: map[string]report.Prose{}, Numbers: map[string]report.Number{},
	}}
	matcher := naming.NewMatcher()
	t := u.readTitle()
	s := bestSupposition(u.flow, matcher, u.report.Year)
	if second := u.secondReport(s, t); second != nil {
		return onlyFirst(m, u, t, second)
	}
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
	d := divide(candidates, tableAt, s.form, &u.noted)
	u.listContents(candidates, d)
	u.readProse(s, d, t)
	for path := range s.doubtful {
		u.doubt(path)
	}
	u.tellLimits(matcher)
	u.problems = append(u.problems, s.problems...)
	if letters != nil {
		u.problems = append(u.problems, *letters)
	}
	for _, note := range m.Notes {
		p := problem.Problem{Severity: problem.Notice, Code: note.Code, Place: note.Place, Message: note.Message, Fix: note.Fix}
		if note.Warn {
			p.Severity = problem.Warning
		}
		u.problems = append(u.problems, p)
	}
	reading.nothing = len(s.used) == 0 && (d.found() == 0 || d.found() == 1 && t == nil)
	reading.Places = settled.places
	reading.Report = u.check(settled)
	reading.Problems = u.problems
	reading.Summary = u.summary(s, reading)
	return reading
}

// understand is Understand for a file that may be anything.
func understand(m *manuscript.Manuscript) (*Reading, error) {
	r := Understand(m)
	if r.nothing {
		return nil, errNoReport
	}
	return r, nil
}

// onlyFirst reads the first of two reports in a file, and says so.
func onlyFirst(m *manuscript.Manuscript, u *understanding, first, second *title) *Reading {
	one := *m
	one.Blocks = m.Blocks[:u.flow.lines[second.from].block]
	r := Understand(&one)
	r.Problems = append([]problem.Problem{{Severity: problem.Error, Code: problem.CodeImportTitle, Path: "agency", Place: u.flow.lines[second.from].place,
		Message: "文件里不止一份报告，读的是第一份" + quote(first.Agency+" "+count(first.Year)) + "，" + quote(second.Agency+" "+count(second.Year)) + "没有读",
		Fix:     "一份报告存成一个文件，分开读"}}, r.Problems...)
	return r
}
