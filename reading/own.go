package reading

import (
	"slices"
	"strings"

	"nianbao/document"
	"nianbao/manuscript"
	"nianbao/problem"
	"nianbao/reading/textline"
	"nianbao/reading/unfill"
	"nianbao/render/style"
	"nianbao/report"
	"nianbao/templates"
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

// withoutMark takes off the line that says in a pasted draft that it is one.
func withoutMark(m *manuscript.Manuscript) {
	m.Blocks = slices.DeleteFunc(m.Blocks, func(b manuscript.Block) bool {
		return b.Paragraph != nil && clean(b.Paragraph.Text) == style.DraftText
	})
}

// signed takes the signature off a manuscript that tells it apart: the name, which may
// take several lines, and the date.
func signed(m *manuscript.Manuscript) (signatory, date string) {
	m.Blocks = slices.DeleteFunc(m.Blocks, func(b manuscript.Block) bool {
		if b.Paragraph == nil || !b.Paragraph.Signs {
			return false
		}
		switch said, ok := textline.ReadDate(b.Paragraph.Text); {
		case ok && said != "":
			date = said
		case ok:
			date = b.Paragraph.Text // of no calendar, which the check says
		default:
			signatory += b.Paragraph.Text
		}
		return true
	})
	return signatory, date
}

// readMarked reads a Word file of the program's own. One that is as it was left
// gives its report back; of one that was saved again, what it shows counts.
func readMarked(m *manuscript.Manuscript, marks document.Marks, edited bool) *Reading {
	withoutList(m)
	if !edited {
		if r, problems, ok := unfill.Report(m, marks); ok {
			const evidence = "文件是 nianbao 写的，写出以后没有改过"
			return &Reading{Report: r, Problems: problems, Places: map[string]string{}, Summary: []string{evidence},
				Edition: Edition{Name: r.Edition, Evidence: evidence}}
		}
	}
	shown := Understand(m)
	shown.Report.TitleLines = unfill.TitleLines(m, shown.Report)
	shown.Report, shown.Problems = marked(shown.Report, marks, shown.Problems)
	if shown.Report.Edition != marks.Edition {
		shown.Problems = append(shown.Problems, problem.Problem{Severity: problem.Warning, Code: problem.CodeImportEdited,
			Message: "文件是 nianbao 写的，格式却与现在显示的表格不同；按显示的读", Fix: "核对表格是不是改动过"})
		return shown
	}
	changes := changed(shown.Report, marks.Digests)
	shown.Problems = append(shown.Problems, changes...)
	said := "文件是 nianbao 写的，写出以后另存过；没有看出哪一部分改过"
	switch {
	case !edited:
		// Only the program itself can be at fault here.
		for i := range changes {
			changes[i].Severity, changes[i].Message, changes[i].Fix = problem.Warning, "这一部分可能没有照原样读回来", "和文件对照"
		}
		said = "文件是 nianbao 写的，写出以后没有改过，却没有照原样读回来；按显示的读"
	case len(changes) > 0:
		said = "文件是 nianbao 写的，写出以后改过；按现在显示的读"
	}
	shown.Summary = append([]string{said}, shown.Summary...)
	return shown
}

// changed names the parts that are not as they were written. What was changed in
// them nobody can tell from the file alone.
func changed(r *report.Report, written string) []problem.Problem {
	const fix = "要看改了哪里，和写出这份文件的报告比一比（nianbao diff）"
	now := document.Fill(r, document.Options{Draft: true}).Digests()
	var out []problem.Problem
	for i := 0; 2*i < min(len(now), len(written)); i++ {
		if now[2*i:2*i+2] == written[2*i:2*i+2] {
			continue
		}
		p := problem.Problem{Severity: problem.Notice, Code: problem.CodeImportEdited, Path: templates.PreambleKey, Place: "题目、引言、落款", Message: "题目、引言或者落款写出以后改过", Fix: fix}
		if i > 0 {
			section := r.Template.Sections[i-1]
			numeral, _, _ := strings.Cut(section.Heading, "、")
			p.Path, p.Place, p.Message = section.Key, section.Heading, "第"+numeral+"部分写出以后改过"
		}
		out = append(out, p)
	}
	return out
}

// marked adds what the file's marks say and its pages do not. A total that was
// left to the program is left to it again, unless it is not what the program
// computes: then somebody has edited the table, and what stands there counts.
func marked(shown *report.Report, marks document.Marks, problems []problem.Problem) (*report.Report, []problem.Problem) {
	n := *shown
	n.Sealed, n.Scope, n.AgencyLevel = marks.Sealed && n.Signatory != "", marks.Scope, marks.AgencyLevel
	kept := map[string]bool{}
	for {
		n.Numbers = map[string]report.Number{}
		for path, number := range shown.Numbers {
			if kept[path] || !slices.Contains(marks.Computed, path) {
				n.Numbers[path] = number
			}
		}
		out, found := n.Anew()
		stale := false
		for _, path := range marks.Computed {
			if then, ok := shown.Numbers[path]; ok && !kept[path] && out.Numbers[path].Text != then.Text {
				kept[path], stale = true, true
			}
		}
		if stale {
			continue
		}
		for _, p := range found {
			if !slices.ContainsFunc(problems, func(q problem.Problem) bool { return q.Code == p.Code && q.Path == p.Path }) {
				problems = append(problems, p)
			}
		}
		out.Doubt(shown.Doubts()...)
		return out, problems
	}
}
