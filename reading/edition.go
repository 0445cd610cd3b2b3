package reading

import (
	"cmp"
	"slices"
	"strings"

	"nianbao/problem"
	"nianbao/reading/naming"
	"nianbao/templates"
)

// bestSupposition reads the tables by every edition and keeps the one that they fit
// best, of equals the likeliest.
func bestSupposition(f *flow, m *naming.Matcher, year int) *supposition {
	var best *supposition
	for _, form := range likeliest(year) {
		s := suppose(form, m)
		for _, t := range f.tables {
			s.read(t.grid)
		}
		s.other = append(s.other, f.large...)
		if best == nil || s.score() > best.score() {
			best = s
		}
		if s.perfect() {
			break
		}
	}
	return best
}

// perfect: every number of the form was found once, by the form's very names, and
// the tables have nothing else. What another edition has more would have been left over.
func (s *supposition) perfect() bool {
	if s.lost > 0 || len(s.extras) > 0 || len(s.other) > 0 || len(s.doubtful) > 0 {
		return false
	}
	for _, leaf := range s.form.Leaves() {
		if v := s.values[leaf.Path]; len(v) != 1 || !v[0].exact {
			return false
		}
	}
	return true
}

// likeliest are all editions, in the order in which a report of a year may follow
// them when its tables do not tell: those of the year's family first, then newer
// before older ones, and in a family the national one before its variants.
func likeliest(year int) []*templates.Template {
	editions, err := templates.All()
	if err != nil {
		panic(err) // the program's own files, which its tests load
	}
	family := ""
	if form, err := templates.ForYear(year); err == nil {
		family = form.Family()
	}
	slices.SortStableFunc(editions, func(a, b *templates.Template) int {
		return cmp.Or(
			order(a.Family() == family, b.Family() == family),
			cmp.Compare(b.FirstYear, a.FirstYear),
			cmp.Compare(b.Family(), a.Family()),
			order(!a.Variant(), !b.Variant()))
	})
	return editions
}

// order puts what is so before what is not.
func order(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// tellEdition says which edition was found, by the names that the others do not have.
func (u *understanding) tellEdition(s *supposition) Edition {
	form := s.form
	proof := u.proof(s)
	e := Edition{Name: form.Edition}
	what := form.FullName()
	switch {
	case len(s.used) == 0:
		e.Evidence = "没有找到格式里的表，看不出是哪一版格式，先按 " + what
	case len(proof) == 0:
		e.Evidence = "找到的表各版相同，按年份用 " + what
	default:
		e.Evidence = "表里有" + list(proof, 3) + "，是 " + what
	}
	year := u.report.Year
	switch {
	case len(s.used) == 0:
		u.add(problem.Problem{Severity: problem.Warning, Code: problem.CodeImportEdition, Path: "edition", Message: e.Evidence, Fix: "核对文件"})
	case year > 0 && !form.Covers(year):
		u.add(problem.Problem{Severity: problem.Warning, Code: problem.CodeImportEdition, Path: "edition",
			Message: e.Evidence + "，而报告是 " + count(year) + " 年的", Fix: "核对年份；年份没错的，表用错了格式"})
	}
	return e
}

// proof names what the file has and other editions have not, a label if it can,
// else a number. It is held against the national editions, a variant's own among
// them: what a locality prints otherwise proves nothing of other places' files.
func (u *understanding) proof(s *supposition) []string {
	var proof []string
	said := map[string]bool{}
	for _, other := range likeliest(s.form.FirstYear) {
		if other == s.form || other.Variant() {
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
