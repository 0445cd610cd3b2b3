package reading

import (
	"slices"
	"strconv"

	"nianbao/problem"
	"nianbao/report"
)

// check has the report judge its numbers: what it refuses is left blank, with its
// words and the place in the file.
func (u *understanding) check(s settled) *report.Report {
	judged, problems := u.report.Anew()
	for _, p := range problems {
		if _, ok := u.report.Numbers[p.Path]; ok {
			delete(u.report.Numbers, p.Path)
			p = problem.Problem{Severity: problem.Error, Code: problem.CodeImportNumber, Path: p.Path, Place: s.places[p.Path],
				Message: p.Place + "：" + p.Message + "，没有读进去", Fix: p.OnPaper()}
			u.add(p)
			continue
		}
		u.problems = append(u.problems, p)
	}
	var paths []string
	for path := range u.doubtful {
		if _, ok := u.report.Numbers[path]; !ok {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	judged.Doubt(paths...)
	return judged
}

// Blanks are the paths of the cells that the file leaves blank, but those that were
// not found in it, and sums.
func (r *Reading) Blanks() []string {
	var blank []string
	for _, leaf := range r.Report.Template.Leaves() {
		if leaf.Total || r.Places[leaf.Path] == "" || r.Report.Doubtful(leaf.Path) {
			continue
		}
		if number, given := r.Report.Numbers[leaf.Path]; !given || number.Origin == report.Computed {
			blank = append(blank, leaf.Path)
		}
	}
	return blank
}

// BlanksAsZero has the cells that the file leaves blank read as 0, but those that
// were not found in it, and returns how many they were. Sums are left to be
// computed.
func (r *Reading) BlanksAsZero() int {
	n := 0
	for _, path := range r.Blanks() {
		if r.Report.Put(path, "0") == nil {
			n++
		}
	}
	r.Report.Complete()
	return n
}

// summary says what was understood.
func (u *understanding) summary(s *supposition, r *Reading) []string {
	out := []string{r.Edition.Evidence}
	for k, section := range s.form.Sections {
		if section.Table == nil || len(s.used[k]) == 0 {
			continue
		}
		found, filled, all := 0, 0, 0
		for _, leaf := range s.form.Leaves() {
			if leaf.Table != section.Table.Name {
				continue
			}
			all++
			if len(s.values[leaf.Path]) > 0 {
				found++
			}
			if n, ok := r.Report.Numbers[leaf.Path]; ok && (n.Origin == report.Given || n.Origin == report.NotApplicable) {
				filled++
			}
		}
		var places []string
		for _, g := range s.used[k] {
			places = append(places, g.Place)
		}
		out = append(out, section.Table.Name+"（"+list(places, 3)+"）："+strconv.Itoa(all)+" 格找到 "+strconv.Itoa(found)+" 格，有数的 "+strconv.Itoa(filled)+" 格")
	}
	return out
}
