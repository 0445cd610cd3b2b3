package reading

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// A title is what a report's title says.
type title struct {
	agency string
	year   int
	from   int // lines that it takes: from..to
	to     int
	exact  bool // it has the form's very words
}

// mostTitleLines is over how many lines a title may run.
const mostTitleLines = 4

// longestAgency is in characters, as the report's check has it.
const longestAgency = 60

var yearPattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:(?:20|２０)[0-9０-９]{2}|二[〇○零ＯO0][〇○零ＯO0一二三四五六七八九]{2})(?:年度|年)?`)
})

// findTitle looks for the report's title among lines: agency, year and the
// form's name of the report. The last one before the text counts, for a web
// page has its own title further up, and links to other reports below; others
// that differ are returned too.
func findTitle(lines []textLine, name string) (best *title, others []title) {
	found := titlesIn(lines, name)
	start := slices.IndexFunc(lines, func(l textLine) bool {
		numeral, _ := cutNumeral(fold(firstRunes(l.text, 20)))
		return numeral == line1
	})
	for i := range found {
		t := &found[i]
		if best == nil || better(t, best) && (start < 0 || t.from < start || best.from >= start) {
			best = t
		}
	}
	for _, t := range found {
		if best != nil && (t.agency != best.agency || t.year != best.year) && t.from >= best.to {
			others = append(others, t)
		}
	}
	return best, others
}

// line1 numbers the first section.
var line1 = numeral{chapter, 1}

func titlesIn(lines []textLine, name string) (found []title) {
	for from := range lines {
		for n := 1; n <= mostTitleLines && from+n <= len(lines); n++ {
			if n > 1 && furniture(lines[from].text) {
				break
			}
			if t, ok := readTitle(lines[from:from+n], name); ok {
				t.from, t.to = from, from+n
				if below := from + n; t.year == 0 && below < len(lines) && onlyYear(lines[below].text) > 0 {
					t.year, t.to = onlyYear(lines[below].text), below+1
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
	flat := flatTitle(line)
	if bracketedYear().FindString(flat) == flat || yearPattern().FindString(flat) == flat {
		return yearOf(flat)
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
	if whole, ok := readTitle(lines[from:t.to], name); ok && from < t.from {
		whole.from, whole.to = from, t.to
		return whole
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
		if t.agency != "" {
			n += 4
		}
		if t.year > 0 {
			n += 2
		}
		if t.exact {
			n++
		}
		return n
	}
	return weight(a) >= weight(b)
}

// place is how the names of areas end, beside those of bodies (organ).
var area = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(省|市|县|区|州|盟|旗|乡|镇|街道|兵团|师|苏木|办事处)$`)
})

// agencyLike reports whether a text can be the name of an agency.
func agencyLike(said string) bool {
	n := utf8.RuneCountInString(said)
	return 2 <= n && n <= longestAgency && (organ().MatchString(said) || area().MatchString(said)) && !strings.ContainsAny(said, "，。；：！？,;:、")
}

// agencyBelow is the agency on the line below a title that has none.
func agencyBelow(lines []textLine, t *title) string {
	if t.to >= len(lines) {
		return ""
	}
	said := strings.Trim(flatTitle(lines[t.to].text), "（）()")
	if !agencyLike(said) {
		return ""
	}
	t.to++
	return said
}

// announced is what the text in front of the first section says of the report:
// “现公布涞源县2024年政府信息公开工作年度报告。”
func announced(lines []textLine, name string) (title, bool) {
	for _, l := range lines {
		for clause := range strings.FieldsFuncSeq(flatTitle(l.text), func(r rune) bool { return strings.ContainsRune("，。；：,;:（(", r) }) {
			for end := len(clause); end > 0; {
				if t, ok := readTitle([]textLine{{text: clause[:end]}}, name); ok && (t.year > 0 || agencyLike(t.agency)) {
					if !agencyLike(t.agency) {
						t.agency = ""
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
	return title{}, false
}

// period is a year's whole: 2024年1月1日至12月31日.
var period = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(20[0-9]{2})年1月1日[起]?[至到—-]+(?:20[0-9]{2}年)?12月31`)
})

// yearOfPeriod is the year whose numbers the text says it holds; 0: it says none.
func yearOfPeriod(lines []textLine) int {
	for _, l := range lines {
		if found := period().FindStringSubmatch(flatTitle(l.text)); found != nil {
			return yearOf(found[1])
		}
	}
	return 0
}

// yearOf reads ２０２２年 or 二〇二二年; 0 if it is no year of a report.
func yearOf(said string) int {
	digits := ""
	for _, r := range said {
		switch {
		case '0' <= r && r <= '9':
			digits += string(r)
		case '０' <= r && r <= '９':
			digits += string(r - '０' + '0')
		case r == 'O':
			digits += "0"
		case hanDigit(r) >= 0:
			digits += strconv.Itoa(hanDigit(r))
		}
	}
	year, _ := strconv.Atoi(digits)
	if year < 2000 || year > 2100 {
		return 0
	}
	return year
}
