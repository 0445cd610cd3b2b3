// Package textline tells what a line of text is by itself: a title, a signature, a
// date, or something that stands around the text.
package textline

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"nianbao/reading/naming"
	chinese "nianbao/templates/numeral"
)

// ReadTitle reads some lines as a title: an agency, a year and what reports call
// themselves, in any order that people write them in, with the remarks of a web
// page around them.
func ReadTitle(lines []string, name string) (Title, bool) {
	var b strings.Builder
	for _, l := range lines {
		if utf8.RuneCountInString(l) > longestAgency+20 {
			return Title{}, false
		}
		b.WriteString(l)
	}
	said := Flat(b.String())
	if utf8.RuneCountInString(said) > longestAgency+40 || strings.ContainsAny(said, "。；！？;>") {
		return Title{}, false
	}
	if numeral, _ := naming.CutNumeral(naming.Fold(said)); numeral.Kind == naming.Chapter || numeral.Kind == naming.Bracketed {
		return Title{}, false // a heading
	}
	said, behind := cutRemarks(said)
	front, tail, ok := cutName(said, name)
	if !ok {
		return Title{}, false
	}
	t := Title{Exact: tail == name}
	years := Year().FindAllString(tail+" "+front+" "+behind, -1)
	for _, year := range years {
		if t.Year == 0 {
			t.Year = YearOf(year)
		}
	}
	t.Agency = agencyOf(front)
	if _, _, alone := cutName(lines[len(lines)-1], name); len(lines) > 1 && alone && t.Agency != "" && !AgencyLike(t.Agency) {
		return Title{}, false // what stands above is something else
	}
	if utf8.RuneCountInString(t.Agency) > longestAgency || strings.ContainsAny(ordinal().ReplaceAllString(t.Agency, ""), "0123456789，,：:、") {
		return Title{}, false
	}
	return t, true
}

// ordinal is the number that an agency's name may have in digits: 第42街道办事处. Others
// are of the page, such as that of an annex.
var ordinal = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`第[0-9]{1,4}`) })

// Flat is a line without blanks and quotation marks.
func Flat(line string) string {
	return strings.Map(func(r rune) rune {
		if naming.Blank(r) || naming.Invisible(r) || strings.ContainsRune("《》“”\"", r) {
			return -1
		}
		return r
	}, line)
}

// nameWords are what reports call themselves by, beside the form's own words:
// the form's title less the words that it begins with must be made of these.
var nameWords = []string{"工作", "年度", "情况", "总结", "报告", "年报", "的", "年"}

// cutName cuts a title before the report's name: what it is about, as in the
// form's title, and then a report or a 年报.
func cutName(said, name string) (front, tail string, ok bool) {
	// The form's title is 政府 · 信息公开 · 工作年度报告.
	words := []rune(name)
	about, whose := string(words[2:6]), string(words[:2])
	at := strings.LastIndex(said, about)
	if at < 0 {
		return "", "", false
	}
	rest := said[at+len(about):]
	for _, end := range []string{"公示", "公布", "公开", "正文", "全文"} {
		rest = strings.TrimSuffix(rest, end)
	}
	if !strings.HasSuffix(rest, "报告") && !strings.HasSuffix(rest, "年报") {
		return "", "", false
	}
	plain := Year().ReplaceAllString(rest, "")
	for plain != "" {
		word := slices.IndexFunc(nameWords, func(w string) bool { return strings.HasPrefix(plain, w) })
		if word < 0 {
			return "", "", false
		}
		plain = plain[len(nameWords[word]):]
	}
	front = said[:at]
	tail = about + rest
	// 涞源县人民政府信息公开…: the agency's last word is the name's first.
	if cut, ok := strings.CutSuffix(front, whose); ok && !strings.HasSuffix(cut, "人民") {
		front, tail = cut, whose+tail
	} else if ok {
		tail = whose + tail
	}
	return strings.TrimSuffix(front, "政务"), tail, true
}

// agencyOf is what is left of a title's front without its years and what a page
// or a letter puts around the name.
func agencyOf(front string) string {
	front = BracketedYear().ReplaceAllString(front, "")
	front = Year().ReplaceAllString(front, "")
	for _, mark := range []string{"|", "｜", "——", "—", "_", "-", "：", ":", "】", "]"} {
		if at := strings.LastIndex(front, mark); at >= 0 && at+len(mark) < len(front) {
			front = front[at+len(mark):]
		}
	}
	for again := true; again; {
		again = false
		for _, word := range []string{"关于", "现公布", "现将", "发布", "附件", "附"} {
			if cut, ok := strings.CutPrefix(front, word); ok && utf8.RuneCountInString(cut) >= 2 {
				front, again = cut, true
			}
		}
		for _, word := range []string{"关于", "的", "印发", "发布", "公布", "度", "本"} {
			if cut, ok := strings.CutSuffix(front, word); ok {
				front, again = cut, true
			}
		}
		if cut, _ := cutRemarks(front); cut != front && isRemark(front[len(cut):]) {
			front, again = cut, true
		}
		if strings.HasPrefix(front, "（") || strings.HasPrefix(front, "(") {
			if at := strings.IndexAny(front, "）)"); at >= 0 && at+1 < len(front) {
				_, size := utf8.DecodeRuneInString(front[at:])
				front, again = front[at+size:], true
			}
		}
	}
	if name, _, ok := strings.Cut(front, "关于"); ok && AgencyLike(name) {
		front = name // 涞源县教育局关于报送
	}
	return strings.Trim(front, "·•.、，,－-—")
}

// BracketedYear is a year in brackets.
var BracketedYear = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`[（(【\[]` + Year().String() + `[）)】\]]`)
})

// isRemark: what stands in the brackets is of the page, not of the name: （图片版）.
func isRemark(bracketed string) bool {
	return strings.ContainsAny(bracketed, "版稿图报附")
}

// cutRemarks takes remarks in brackets off the end: （送审稿）（图片版）.
func cutRemarks(said string) (rest, remarks string) {
	rest = said
	for {
		rest = strings.TrimRight(rest, "*＊")
		cut := cutBrackets(rest)
		if cut == rest {
			return rest, remarks
		}
		remarks, rest = rest[len(cut):]+remarks, cut
	}
}

// cutBrackets takes one pair of brackets off the end.
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

// organ is how the names of bodies end.
var organ = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(府|局|委|委员会|办|办公室|室|处|厅|署|院|会|部|中心|站|所|队|馆|社|校|学|司|行|台|团|公司|集团|管委会)(（[^（）]*）|\([^()]*\))?$`)
})

// A Title is what a report's title says.
type Title struct {
	Agency string
	Year   int
	Exact  bool // it has the form's very words
}

// longestAgency is in characters, as the report's check has it.
const longestAgency = 60

// Year is one of this century, in digits of any kind.
var Year = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:(?:20|２０)[0-9０-９]{2}|二[ＯO0` + chinese.Zeros + `][ＯO0` + chinese.Zeros + chinese.Digits + `]{2})(?:年度|年)?`)
})

// area is how the names of areas end, beside those of bodies (organ).
var area = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(省|市|县|区|州|盟|旗|乡|镇|街道|兵团|师|苏木|办事处)$`)
})

// AgencyLike reports whether a text can be the name of an agency.
func AgencyLike(said string) bool {
	n := utf8.RuneCountInString(said)
	return 2 <= n && n <= longestAgency && (organ().MatchString(said) || area().MatchString(said)) && !strings.ContainsAny(said, "，。；：！？,;:、")
}

// YearOf reads ２０２２年 or 二〇二二年; 0 if it is no year of a report.
func YearOf(said string) int {
	digits := ""
	for _, r := range said {
		switch {
		case '0' <= r && r <= '9':
			digits += string(r)
		case '０' <= r && r <= '９':
			digits += string(r - '０' + '0')
		case r == 'O', r == 'Ｏ':
			digits += "0"
		case chinese.Digit(r) >= 0:
			digits += strconv.Itoa(chinese.Digit(r))
		}
	}
	year, _ := strconv.Atoi(digits)
	if year < 2000 || year > 2100 {
		return 0
	}
	return year
}
