package reading

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"nianbao/document"
	"nianbao/manuscript"
	"nianbao/problem"
	"nianbao/report"
	"nianbao/templates"
)

// unfill is the way back from a document to its report, for a Word file that is
// as the program left it: nothing in it has to be looked for. False where the
// file does not print what its marks say that it printed.
func unfill(m *manuscript.Manuscript, marks document.Marks) (*report.Report, []problem.Problem, bool) {
	form, err := templates.Load(marks.Edition)
	if err != nil || len(m.Blocks) == 0 || m.Blocks[0].Paragraph == nil {
		return nil, nil, false
	}
	r := &report.Report{
		Template: form, Edition: form.Edition, Sealed: marks.Sealed, Scope: marks.Scope, AgencyLevel: marks.AgencyLevel,
		Prose: map[string]report.Prose{}, Numbers: map[string]report.Number{},
	}
	r.Agency, r.Year = untitle(m.Blocks[0].Paragraph.Text, form.Title)
	section, lines := -1, map[string][]string{}
	for _, b := range m.Blocks[1:] {
		switch p := b.Paragraph; {
		case b.Table != nil:
			if section < 0 || form.Sections[section].Table == nil {
				return nil, nil, false
			}
			unfillTable(r, form.Sections[section].Key, b.Table)
		case p.Level == 1:
			if section++; section == len(form.Sections) {
				return nil, nil, false
			}
		case p.Signs:
			// The date stands last and begins with the year; a draft may print one
			// that no calendar has.
			if said := strings.TrimSpace(p.Text); r.Signatory == "" && strings.IndexAny(said, "0123456789") != 0 {
				r.Signatory = said
			} else {
				r.Date = undate(said)
			}
		default:
			key := templates.PreambleKey
			if section >= 0 {
				key = form.Sections[section].Key
			}
			lines[key] = append(lines[key], strings.TrimSpace(p.Text))
		}
	}
	for key, said := range lines {
		r.Prose[key] = report.Prose{Text: strings.Join(said, "\n")}
	}
	filled := document.Fill(r, document.Options{Draft: true})
	if filled.Digests() != marks.Digests {
		return nil, nil, false
	}
	r.TitleLines = titleLines(m, r)
	for _, path := range marks.Computed {
		delete(r.Numbers, path)
	}
	out, problems := r.Anew()
	return out, problems, true
}

// untitle reads a title that Fill made. A draft prints × for what is missing.
func untitle(text, name string) (agency string, year int) {
	front := strings.TrimSuffix(strings.ReplaceAll(text, "\n", ""), "年"+name)
	agency = strings.TrimRight(front, "0123456789")
	if last := len(front) - len("2024"); len(agency) < last && front[last] != '0' {
		agency = front[:last] // the agency's own name ends in a number
	}
	if utf8.RuneCountInString(front) > 4 && strings.HasSuffix(front, document.NoYear) {
		agency = strings.TrimSuffix(front, document.NoYear)
	}
	year, _ = strconv.Atoi(strings.TrimPrefix(front, agency))
	if agency == document.NoAgency {
		agency = ""
	}
	return agency, year
}

// undate turns 2023年1月18日 into 2023-01-18; what is printed otherwise was given so.
func undate(said string) string {
	var year, month, day int
	if n, _ := fmt.Sscanf(said, "%4d年%2d月%2d日", &year, &month, &day); n != 3 || said != fmt.Sprintf("%d年%d月%d日", year, month, day) {
		return said
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
}

// unfillTable takes the numbers of a table from where Fill puts them: a row of the
// form and one of the file have the same cells, whatever grid they stand on.
func unfillTable(r *report.Report, section string, t *manuscript.Table) {
	rows := make([][]string, max(t.Rows, 0))
	for i := range t.Cells {
		if c := &t.Cells[i]; c.Row >= 0 && c.Row < len(rows) {
			rows[c.Row] = append(rows[c.Row], text(c))
		}
	}
	blank := &report.Report{Template: r.Template}
	for _, block := range document.Fill(blank, document.Options{}).Blocks {
		form, ok := block.(document.Table)
		if !ok {
			continue
		}
		for i, row := range form.Rows {
			for j, c := range row {
				if !strings.HasPrefix(c.From, section+".") || i >= len(rows) || j >= len(rows[i]) {
					continue
				}
				// A draft prints a remark for a number that fits no cell.
				if said := rows[i][j]; strings.IndexAny(said, "0123456789+-/") == 0 {
					r.Numbers[c.From] = report.Number{Text: said}
				}
			}
		}
	}
}

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

// readMarked reads a Word file of the program's own. One that is as it was left
// gives its report back; of one that was saved again, what it shows counts.
func readMarked(m *manuscript.Manuscript, marks document.Marks, edited bool) *Reading {
	withoutList(m)
	if !edited {
		if r, problems, ok := unfill(m, marks); ok {
			const evidence = "文件是 nianbao 写的，写出以后没有改过"
			return &Reading{Report: r, Problems: problems, Places: map[string]string{}, Summary: []string{evidence},
				Edition: Edition{Name: r.Edition, Evidence: evidence}}
		}
	}
	shown := Understand(m)
	shown.Report.TitleLines = titleLines(m, shown.Report)
	shown.Report, shown.Problems = marked(shown.Report, marks, shown.Problems)
	if shown.Report.Edition != marks.Edition {
		shown.Problems = append(shown.Problems, problem.Problem{Severity: problem.Warning, Code: codeEdited,
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
		p := problem.Problem{Severity: problem.Notice, Code: codeEdited, Path: preambleKey, Place: "题目、引言、落款", Message: "题目、引言或者落款写出以后改过", Fix: fix}
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
