package reading

import (
	"nianbao/check/compare"
	"nianbao/document"
	"nianbao/manuscript"
	"nianbao/problem"
	"nianbao/report"
)

// withoutList takes the list of problems off a draft's manuscript: it stands
// behind the report, under a heading of its own.
func withoutList(m *manuscript.Manuscript) {
	for i, b := range m.Blocks {
		if b.Paragraph != nil && clean(b.Paragraph.Text) == document.ProblemList {
			m.Blocks = m.Blocks[:i]
			return
		}
	}
}

// reconcile is a Word file that was edited after the program wrote it: what it
// shows counts, what nobody sees of it is taken from the data that it carries.
// Every difference is told.
func reconcile(own *report.Report, shown *Reading) *Reading {
	if shown.Report.Edition != own.Edition || !shown.Report.Comparable() {
		shown.Problems = append(shown.Problems, problem.Problem{Severity: problem.Warning, Code: codeEdited,
			Message: "文件里带着报告的数据，格式却与现在显示的表格不同；按显示的读", Fix: "核对表格是不是改动过"})
		return shown
	}
	out := &Reading{Edition: shown.Edition, Places: shown.Places, Problems: shown.Problems,
		Summary: append([]string{"文件是 nianbao 写的，带着报告的数据；写出以后改过的地方按显示的读"}, shown.Summary...)}
	differences := compare.Differences(own, shown.Report)
	for _, d := range differences {
		out.Problems = append(out.Problems, problem.Problem{Severity: problem.Notice, Code: codeEdited, Path: d.Path, Place: d.Place, Message: edited(d)})
	}
	out.Report = compare.Overlay(own, shown.Report)
	return out
}

// edited says what was changed.
func edited(d compare.Difference) string {
	before, now := d.A, d.B
	if d.MarkedA != "" && d.MarkedB != "" {
		before, now = d.MarkedA, d.MarkedB
	}
	switch {
	case before == "":
		return "写出以后加了" + quoted(now)
	case now == "":
		return "写出以后删了" + quoted(before)
	}
	return "写出以后改过：原来是" + quoted(before) + "，现在是" + quoted(now)
}

func quoted(s string) string { return "“" + s + "”" }
