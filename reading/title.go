package reading

import (
	"regexp"
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
	return regexp.MustCompile(`(?:[0-9０-９]{4}|[〇○零Ｏ0O一二三四五六七八九]{4})\s*年度?`)
})

// findTitle looks for the report's title among lines: agency, year and the
// form's name of the report. The last one before the text counts, for a web
// page has its own title further up; others that differ are returned too.
func findTitle(lines []textLine, name string) (best *title, others []title) {
	var found []title
	for from := range lines {
		for n := 1; n <= mostTitleLines && from+n <= len(lines); n++ {
			if t, ok := readTitle(lines[from:from+n], name); ok {
				t.from, t.to = from, from+n
				found = append(found, wholeTitle(t, lines, name))
				break
			}
		}
	}
	for i := range found {
		t := &found[i]
		if best == nil || better(t, best) {
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

// readTitle reads some lines as a title.
func readTitle(lines []textLine, name string) (title, bool) {
	var b strings.Builder
	for _, l := range lines {
		if utf8.RuneCountInString(l.text) > longestAgency+20 {
			return title{}, false
		}
		b.WriteString(l.text)
	}
	said := strings.Map(func(r rune) rune {
		if blank(r) || strings.ContainsRune("《》“”", r) {
			return -1
		}
		return r
	}, b.String())
	if utf8.RuneCountInString(said) > longestAgency+30 || strings.ContainsAny(said, "。，；：！？,;>|／") {
		return title{}, false
	}
	said = strings.TrimRight(cutBrackets(said), "*＊")
	half := string([]rune(name)[:utf8.RuneCountInString(name)/2])
	at := strings.LastIndex(said, half)
	if at < 0 {
		return title{}, false
	}
	tail := said[at:]
	t := title{exact: tail == name}
	if !t.exact && !likeName(tail, name) {
		return title{}, false
	}
	front := said[:at]
	if year := yearPattern().FindStringIndex(front); year != nil {
		t.year = yearOf(front[year[0]:year[1]])
		front = front[:year[0]] + front[year[1]:]
	}
	front = strings.TrimPrefix(front, "关于")
	// 涞源县人民政府信息公开…: the agency's last word is the name's first.
	if first := string([]rune(name)[:2]); strings.HasSuffix(front, "人民") {
		front += first
	}
	if utf8.RuneCountInString(front) > longestAgency || strings.ContainsAny(front, "0123456789") && t.year == 0 {
		return title{}, false
	}
	t.agency = front
	return t, true
}

// likeName: the report's name with some of its words: 政府信息公开年度报告.
func likeName(said, name string) bool {
	a, b := []rune(said), []rune(name)
	return len(a) <= len(b)+2 && len(a) >= len(b)-4 && a[len(a)-1] == b[len(b)-1] &&
		subsequence(a, b)*10 >= min(len(a), len(b))*9
}

// cutBrackets takes a remark in brackets off the end: （送审稿）.
func cutBrackets(s string) string {
	for _, pair := range []string{"（）", "()", "【】", "[]"} {
		marks := []rune(pair)
		if strings.HasSuffix(s, string(marks[1])) {
			if at := strings.LastIndex(s, string(marks[0])); at > 0 {
				return s[:at]
			}
		}
	}
	return s
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
