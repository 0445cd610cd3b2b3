package reading

import (
	"strings"

	"nianbao/report"
	"nianbao/templates"
)

// An Edition is which edition of the form a file follows, and what shows it.
type Edition struct {
	Name     string // as a report asks for it; see templates.Load
	Evidence string // a sentence for people
}

// readSheets reads the tables by every edition and keeps the one that they fit
// best. Of equals it is that of the year, then the newest that is no variant.
func readSheets(f *flow, m *matcher, year int) *sheet {
	var best *sheet
	for _, name := range templates.Editions() {
		form, err := templates.Load(name)
		if err != nil {
			continue
		}
		s := newSheet(form, m)
		for _, t := range f.tables {
			s.read(t.grid)
		}
		s.other = append(s.other, f.large...)
		if best == nil || s.score() > best.score() || s.score() == best.score() && fits(form, year) > fits(best.form, year) {
			best = s
		}
	}
	return best
}

// fits ranks editions without the tables' word.
func fits(form *templates.Template, year int) int {
	rank := 0
	if year > 0 && form.FirstYear <= year && (form.LastYear == 0 || year <= form.LastYear) {
		rank += 4
	}
	if !form.Variant {
		rank += 2
	}
	if form.LastYear == 0 {
		rank++
	}
	return rank
}

// tellEdition says which edition was found, by the names that the others do not have.
func (u *understanding) tellEdition(s *sheet) Edition {
	form := s.form
	proof := u.proof(s)
	e := Edition{Name: form.Edition}
	years := count(form.FirstYear) + " 年起"
	if form.LastYear > 0 {
		years = count(form.FirstYear) + " 至 " + count(form.LastYear) + " 年"
	}
	what := form.Edition + " 版（" + form.Source + "，" + years + "用）"
	switch {
	case len(s.used) == 0:
		e.Evidence = "没有找到格式里的表，看不出是哪一版格式，先按 " + what
	case len(proof) == 0:
		e.Evidence = "找到的表各版相同，按年份用 " + what
	default:
		e.Evidence = "表里有" + list(proof, 3) + "，是 " + what + "的格式"
	}
	year := u.report.Year
	switch {
	case len(s.used) == 0:
		u.add(report.Problem{Severity: report.Warning, Code: codeEdition, Path: "edition", Message: e.Evidence, Fix: "核对文件"})
	case year > 0 && (year < form.FirstYear || form.LastYear > 0 && year > form.LastYear):
		u.add(report.Problem{Severity: report.Warning, Code: codeEdition, Path: "edition",
			Message: e.Evidence + "，而报告是 " + count(year) + " 年的", Fix: "核对年份；年份没错的，表用错了格式"})
	}
	return e
}

// proof names, for every other edition, what the file has and that one has not:
// a label if it can, else a number.
func (u *understanding) proof(s *sheet) []string {
	var proof []string
	said := map[string]bool{}
	for _, name := range templates.Editions() {
		other, err := templates.Load(name)
		if err != nil || name == s.form.Edition {
			continue
		}
		labels := map[string]bool{}
		for _, leaf := range other.Leaves() {
			labels[lastLabel(leaf.Row)], labels[lastLabel(leaf.Column)] = true, true
		}
		best := ""
		for _, leaf := range s.form.Leaves() {
			if len(s.values[leaf.Path]) == 0 {
				continue
			}
			for _, label := range []string{lastLabel(leaf.Column), lastLabel(leaf.Row)} {
				if !labels[label] {
					best = "“" + label + "”"
				}
			}
			if best != "" {
				break
			}
		}
		for _, leaf := range s.form.Leaves() {
			if _, ok := other.Leaf(leaf.Path); best == "" && !ok && len(s.values[leaf.Path]) > 0 {
				best = leaf.Table + "的“" + leaf.Row + "”一行"
			}
		}
		if best != "" && !said[best] {
			said[best] = true
			proof = append(proof, best)
		}
	}
	return proof
}

func lastLabel(name string) string {
	labels := strings.Split(name, " · ")
	return labels[len(labels)-1]
}
