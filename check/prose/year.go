package prose

import (
	"strconv"
	"strings"
)

// yearWords are the ways of naming the years next to this one.
var yearWords = []struct{ word, name string }{
	{"上一", "上年"}, {"上", "上年"}, {"去", "上年"},
	{"下一", "下年"}, {"下", "下年"}, {"次", "下年"}, {"明", "下年"}, {"来", "下年"}, {"翌", "下年"},
	{"本", "本年"}, {"今", "本年"},
}

// namedYears says 上年, 本年 and 下年 for the years of a report, 某年 for others.
func namedYears(sentence string, year int) string {
	var out strings.Builder
	rest := sentence
	for {
		i := strings.Index(rest, "年")
		if i < 0 {
			break
		}
		end := i + len("年")
		if from, name := yearName(rest[:i], year); name != "" {
			out.WriteString(rest[:from])
			out.WriteString(name)
			for _, tail := range []string{"度", "年底", "底", "末", "初"} {
				if strings.HasPrefix(rest[end:], tail) {
					end += len(tail)
					break
				}
			}
			if name == "本年" && strings.HasPrefix(rest[end:], "以来") {
				end += len("以来") // all of this year
			}
		} else {
			out.WriteString(rest[:end])
		}
		rest = rest[end:]
	}
	if out.Len() == 0 {
		return sentence
	}
	out.WriteString(rest)
	return out.String()
}

// yearName names the year that a text ends with, without its 年, and says where
// it begins; "" where none is named.
func yearName(text string, year int) (from int, name string) {
	if n := len(text); n >= 4 && isDigits(text[n-4:]) && (n == 4 || !isDigit(text[n-5])) {
		switch named, _ := strconv.Atoi(text[n-4:]); named {
		case year - 1:
			return n - 4, "上年"
		case year:
			return n - 4, "本年"
		case year + 1:
			return n - 4, "下年"
		}
		return n - 4, "某年"
	}
	for _, w := range yearWords {
		if strings.HasSuffix(text, w.word) {
			return len(text) - len(w.word), w.name
		}
	}
	return 0, ""
}

// otherYear: the clause, or one before it in the sentence, turns to a year
// that is not the report's.
func (w *reader) otherYear(text string, expected bool) bool {
	if !expected {
		text = carries.Replace(withoutBrackets(text))
		for _, word := range []string{"上年", "下年", "某年", "历年", "以来", "近三年", "近五年"} {
			if strings.Contains(text, word) {
				return true
			}
		}
	}
	for i := len(w.prior) - 2; i >= 0; i-- {
		prior := w.prior[i]
		for _, start := range []string{"其中", "而", "截至", "截止", "自"} {
			prior = strings.TrimPrefix(prior, start)
		}
		switch {
		case strings.HasPrefix(prior, "本年"):
			return false
		case strings.Contains(prior, "以来") || strings.HasPrefix(prior, "近三年"):
			return true
		case strings.HasPrefix(prior, "上年"), strings.HasPrefix(prior, "某年"), strings.HasPrefix(prior, "下年"):
			if !strings.Contains(prior, "结") && !strings.Contains(prior, "转") && !strings.Contains(prior, "遗留") {
				return true
			}
		}
	}
	return false
}

// carries say of what came over from last year; they do not turn to it.
var carries = strings.NewReplacer("上年结转", "", "上年转结", "", "上年转入", "", "上年遗留", "", "上年未办结", "", "上年尚未办结", "")

// withoutBrackets leaves out what only explains: （含上年结转）.
func withoutBrackets(text string) string {
	for {
		before, rest, open := strings.Cut(text, "（")
		_, after, closed := strings.Cut(rest, "）")
		if !open || !closed {
			return text
		}
		text = before + after
	}
}

// untilNumber is a clause up to a number; all of it for a statement of none.
func untilNumber(c clause, n numeral) string {
	if n.end == 0 {
		return c.text
	}
	return c.text[:n.start]
}

// partOfYear: the clause, or one before it without a number, names months that are
// not all of the year: 上半年, 截至6月底, 12月.
func (w *reader) partOfYear(text string) bool {
	if monthsOnly(text) {
		return true
	}
	for i := len(w.prior) - 2; i >= 0 && len(numerals(w.prior[i])) == 0; i-- {
		if monthsOnly(w.prior[i]) {
			return true
		}
	}
	return false
}

func monthsOnly(text string) bool {
	if HasAny(text, []string{"半年", "季度", "每月", "月均"}) {
		return true
	}
	at := strings.LastIndex(text, "月")
	if at < 0 || at == 0 || !isDigit(text[at-1]) {
		return false
	}
	month := strings.TrimRight(text[:at], "0123456789")
	if text[len(month):at] != "12" {
		return true
	}
	return !hasSuffixOf(month, []string{"至", "到", "—", "-", "截止", "截至本年", "截止本年"}) && !hasPrefixOf(text[at+len("月"):], []string{"底", "末", "31日"})
}
