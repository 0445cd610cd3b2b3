// Package unfill is the way back from a filled document to its report.
package unfill

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"nianbao/document"
	"nianbao/manuscript"
	"nianbao/problem"
	"nianbao/reading/tabular"
	"nianbao/report"
	"nianbao/templates"
)

// Report is the way back from a document to its report, for a Word file that is
// as the program left it: nothing in it has to be looked for. False where the
// file does not print what its marks say that it printed.
func Report(m *manuscript.Manuscript, marks document.Marks) (*report.Report, []problem.Problem, bool) {
	form, err := templates.Load(marks.Edition)
	if err != nil || len(m.Blocks) == 0 || m.Blocks[0].Paragraph == nil {
		return nil, nil, false
	}
	r := &report.Report{
		Template: form, Edition: form.Edition, Sealed: marks.Sealed, Scope: marks.Scope, AgencyLevel: marks.AgencyLevel,
		Prose: map[string]report.Prose{}, Numbers: map[string]report.Number{},
	}
	r.Agency, r.Year = titleOf(m.Blocks[0].Paragraph.Text, form.Title)
	section, lines := -1, map[string][]string{}
	for _, b := range m.Blocks[1:] {
		switch p := b.Paragraph; {
		case b.Table != nil:
			if section < 0 || form.Sections[section].Table == nil {
				return nil, nil, false
			}
			takeTable(r, form.Sections[section].Key, b.Table)
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
				r.Date = dateOf(said)
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
	r.TitleLines = TitleLines(m, r)
	for _, path := range marks.Computed {
		delete(r.Numbers, path)
	}
	out, problems := r.Anew()
	return out, problems, true
}

// titleOf reads a title that Fill made. A draft prints × for what is missing.
func titleOf(text, name string) (agency string, year int) {
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

// dateOf turns 2023年1月18日 into 2023-01-18; what is printed otherwise was given so.
func dateOf(said string) string {
	var year, month, day int
	if n, _ := fmt.Sscanf(said, "%4d年%2d月%2d日", &year, &month, &day); n != 3 || said != fmt.Sprintf("%d年%d月%d日", year, month, day) {
		return said
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
}

// takeTable takes the numbers of a table from where Fill puts them: a row of the
// form and one of the file have the same cells, whatever grid they stand on.
func takeTable(r *report.Report, section string, t *manuscript.Table) {
	rows := make([][]string, max(t.Rows, 0))
	for i := range t.Cells {
		if c := &t.Cells[i]; c.Row >= 0 && c.Row < len(rows) {
			rows[c.Row] = append(rows[c.Row], tabular.Text(c))
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
