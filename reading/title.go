package reading

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"nianbao/problem"
	"nianbao/reading/naming"
	"nianbao/reading/textline"
	"nianbao/report"
)

// A title is one with the lines that it takes: from..to.
type title struct {
	textline.Title
	from, to int
}

// mostTitleLines is over how many lines a title may run.
const mostTitleLines = 4

// findTitle looks for the report's title among lines: agency, year and the
// form's name of the report. The last one before the text counts, for a web
// page has its own title further up, and links to other reports below; others
// that differ are returned too.
func findTitle(lines []textLine, name string) (best *title, others []title) {
	found := titlesIn(lines, name)
	start := slices.IndexFunc(lines, func(l textLine) bool {
		numeral, _ := naming.CutNumeral(naming.Fold(naming.First(l.text, 20)))
		return numeral == line1
	})
	for i := range found {
		t := &found[i]
		if best == nil || better(t, best) && (start < 0 || t.from < start || best.from >= start) {
			best = t
		}
	}
	for _, t := range found {
		if best != nil && (t.Agency != best.Agency || t.Year != best.Year) && t.from >= best.to {
			others = append(others, t)
		}
	}
	return best, others
}

// line1 numbers the first section.
var line1 = naming.Numeral{Kind: naming.Chapter, Value: 1}

func titlesIn(lines []textLine, name string) (found []title) {
	for from := range lines {
		for n := 1; n <= mostTitleLines && from+n <= len(lines); n++ {
			if n > 1 && textline.Around(lines[from].text) {
				break
			}
			if said, ok := textline.ReadTitle(texts(lines[from:from+n]), name); ok {
				t := title{said, from, from + n}
				if below := from + n; t.Year == 0 && below < len(lines) && onlyYear(lines[below].text) > 0 {
					t.Year, t.to = onlyYear(lines[below].text), below+1
				}
				found = append(found, wholeTitle(t, lines, name))
				break
			}
		}
	}
	return found
}

// onlyYear is the year of a line that says nothing else: （2024年度）; 0 of others.
func onlyYear(line string) int {
	flat := textline.Flat(line)
	if textline.BracketedYear().FindString(flat) == flat || textline.Year().FindString(flat) == flat {
		return textline.YearOf(flat)
	}
	return 0
}

// wholeTitle takes in the lines above a title that belong to its paragraph: an
// agency's name may run over two.
func wholeTitle(t title, lines []textLine, name string) title {
	from := t.from
	for from > 0 && !lines[from].first && t.to-from < mostTitleLines {
		from--
	}
	if whole, ok := textline.ReadTitle(texts(lines[from:t.to]), name); ok && from < t.from {
		return title{whole, from, t.to}
	}
	return t
}

// lineAbove is a line above the title that looks like a part of it and was not
// taken for one, such as the beginning of a long name in a paragraph of its own;
// "" if there is none.
func (t *title) lineAbove(lines []textLine) string {
	if t.from == 0 {
		return ""
	}
	above, first := lines[t.from-1], lines[t.from]
	if !above.centre || !first.centre || above.strong != first.strong || above.level != first.level {
		return ""
	}
	return above.text
}

// better prefers a title that names agency and year, then the form's words, then the later.
func better(a, b *title) bool {
	weight := func(t *title) int {
		n := 0
		if t.Agency != "" {
			n += 4
		}
		if t.Year > 0 {
			n += 2
		}
		if t.Exact {
			n++
		}
		return n
	}
	return weight(a) >= weight(b)
}

// agencyBelow is the agency on the line below a title that has none.
func agencyBelow(lines []textLine, t *title) string {
	if t.to >= len(lines) {
		return ""
	}
	said := strings.Trim(textline.Flat(lines[t.to].text), "（）()")
	if !textline.AgencyLike(said) {
		return ""
	}
	t.to++
	return said
}

// announced is what the text in front of the first section says of the report:
// “现公布涞源县2024年政府信息公开工作年度报告。”
func announced(lines []textLine, name string) (textline.Title, bool) {
	for _, l := range lines {
		for clause := range strings.FieldsFuncSeq(textline.Flat(l.text), func(r rune) bool { return strings.ContainsRune("，。；：,;:（(", r) }) {
			for end := len(clause); end > 0; {
				if t, ok := textline.ReadTitle([]string{clause[:end]}, name); ok && (t.Year > 0 || textline.AgencyLike(t.Agency)) {
					if !textline.AgencyLike(t.Agency) {
						t.Agency = ""
					}
					return t, true
				}
				end = strings.LastIndex(clause[:end-1], "报告")
				if end >= 0 {
					end += len("报告")
				}
				if end >= len(clause) {
					break
				}
			}
		}
	}
	return textline.Title{}, false
}

// period is a year's whole: 2024年1月1日至12月31日.
var period = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(20[0-9]{2})年1月1日[起]?[至到—-]+(?:20[0-9]{2}年)?12月31`)
})

// yearOfPeriod is the year whose numbers the text says it holds; 0: it says none.
func yearOfPeriod(lines []textLine) int {
	for _, l := range lines {
		if found := period().FindStringSubmatch(textline.Flat(l.text)); found != nil {
			return textline.YearOf(found[1])
		}
	}
	return 0
}

// readTitle reads agency and year.
func (u *understanding) readTitle() *title {
	// The title stands before the first table of the form; looking at all lines
	// costs little, and a title in a table's cell is found too.
	form := likeliest(0)[0]
	head := u.flow.lines[:min(len(u.flow.lines), titleWithin)]
	t, others := findTitle(head, form.Title)
	if t == nil || t.Agency == "" || t.Year == 0 {
		t = u.completeTitle(t, head, form.Title)
	}
	if t == nil {
		u.add(problem.Problem{Severity: problem.Error, Code: problem.CodeImportTitle, Path: "agency", Message: "没有找到报告的标题，机关名称和年份空着", Fix: "填上机关名称和年份"})
		u.doubt("year")
		return nil
	}
	place := ""
	if t.from < len(u.flow.lines) {
		place = u.flow.lines[t.from].place
	}
	if t.Agency == "" {
		u.add(problem.Problem{Severity: problem.Error, Code: problem.CodeImportTitle, Path: "agency", Place: place, Message: "标题里没有机关名称", Fix: "填上机关名称"})
	}
	if t.Year == 0 {
		u.add(problem.Problem{Severity: problem.Error, Code: problem.CodeImportTitle, Path: "year", Place: place, Message: "标题里没有年份", Fix: "填上年份"})
	}
	for _, o := range others {
		u.add(problem.Problem{Severity: problem.Warning, Code: problem.CodeImportTitle, Place: u.flow.lines[o.from].place,
			Message: "后面还有一个标题，机关或者年份不同：" + quote(o.Agency+" "+strconv.Itoa(o.Year)), Fix: "核对机关名称和年份"})
	}
	if above := t.lineAbove(u.flow.lines); above != "" {
		u.add(problem.Problem{Severity: problem.Warning, Code: problem.CodeImportTitle, Path: "agency", Place: u.flow.lines[t.from-1].place,
			Message: "标题上面还有一行" + quote(above) + "，没有当作机关名称的一部分", Fix: "核对机关名称"})
	}
	u.report.Agency, u.report.Year, u.report.AgencyLevel = t.Agency, t.Year, report.LevelOf(t.Agency)
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
		numeral, _ := naming.CutNumeral(naming.Fold(naming.First(l.text, 20)))
		return numeral == line1
	})
	if start < 0 {
		start = len(head)
	}
	var told []problem.Problem
	tell := func(path, what, where string) {
		told = append(told, problem.Problem{Severity: problem.Warning, Code: problem.CodeImportTitle, Path: path, Message: "标题里没有" + what + "，取自" + where, Fix: "核对" + what})
	}
	if t != nil && found.Agency == "" {
		if found.Agency = agencyBelow(head, &found); found.Agency != "" {
			from = found.to
		}
	}
	lines := head[min(from, len(head)):min(len(head), max(start, from)+3)]
	if said, ok := announced(lines, name); ok {
		if found.Agency == "" && said.Agency != "" {
			found.Agency = said.Agency
			tell("agency", "机关名称", "说明报告的那一句：“"+said.Agency+"”")
		}
		if found.Year == 0 && said.Year > 0 {
			found.Year = said.Year
			tell("year", "年份", "说明报告的那一句："+count(said.Year)+" 年")
		}
	}
	if found.Year == 0 {
		if found.Year = yearOfPeriod(lines); found.Year > 0 {
			tell("year", "年份", "数据的统计期限："+count(found.Year)+" 年")
		}
	}
	if t == nil && found.Agency == "" {
		return nil
	}
	for _, p := range told {
		u.add(p)
	}
	return &found
}

// titleWithin is how many lines from the top the title is looked for.
const titleWithin = 400

// secondReport is the title of another report in the same file: tables of the
// form stand before it and behind it.
func (u *understanding) secondReport(s *supposition, first *title) *title {
	if first == nil {
		return nil
	}
	for _, t := range titlesIn(u.flow.lines, likeliest(0)[0].Title) {
		if t.from < first.to || t.Agency == "" || t.Year == 0 || t.Agency == first.Agency && t.Year == first.Year {
			continue
		}
		before, behind := false, false
		for _, grids := range s.used {
			for _, spot := range u.flow.tables {
				if slices.Contains(grids, spot.grid) {
					before = before || spot.before > first.from && spot.before <= t.from
					behind = behind || spot.before > t.from
				}
			}
		}
		if before && behind {
			return &t
		}
	}
	return nil
}
