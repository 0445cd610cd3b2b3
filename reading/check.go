package reading

import (
	"slices"
	"strconv"

	"nianbao/problem"
	"nianbao/report"
	"nianbao/report/jsonfile"
)

// check has the report's own reader judge the numbers: what it would refuse in
// a file is left blank here, with its words and the place in the file.
func (u *understanding) check(s settled) *report.Report {
	decoded, problems := jsonfile.Decode(jsonfile.Encode(u.report))
	bad := false
	for _, p := range problems {
		if _, ok := u.report.Numbers[p.Path]; ok && p.Severity == problem.Error {
			delete(u.report.Numbers, p.Path)
			u.add(problem.Problem{Severity: problem.Error, Code: codeNumber, Path: p.Path, Place: s.places[p.Path],
				Message: p.Place + "：" + p.Message + "，没有读进去", Fix: p.Fix})
			bad = true
		}
	}
	if bad {
		decoded, problems = jsonfile.Decode(jsonfile.Encode(u.report))
	}
	for _, p := range problems {
		if p.Code != problem.CodeNotApplicable {
			p.Line = 0
			u.problems = append(u.problems, p)
		}
	}
	var paths []string
	for path := range u.doubtful {
		if _, ok := u.report.Numbers[path]; !ok {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	decoded.Doubt(paths...)
	return decoded
}

// summary says what was understood.
func (u *understanding) summary(s *sheet, r *Reading) []string {
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
			if r.Report.Numbers[leaf.Path].Line > 0 {
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

func count(n int) string { return strconv.Itoa(n) }
