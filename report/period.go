package report

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A period: from, and to with or without its year.
var periodPattern = regexp.MustCompile(`(\d{4})年(\d{1,2})月(\d{1,2})日(?:起)?(?:开始)?(?:至|到|—+|－|-|和|～|~)(?:(\d{4})年|(本年|当年))?(\d{1,2})月(\d{1,2})日`)

// statedPeriod: the period that the numbers are of is the report's year.
func statedPeriod(r *Report) []Problem {
	var problems []Problem
	for _, key := range r.proseKeys() {
		for line := range strings.SplitSeq(r.Prose[key].Text, "\n") {
			if !namesDay(line) {
				continue
			}
			for _, sentence := range sentences(plainText(line)) {
				if !containsAny(sentence, []string{"统计", "数据"}) || !containsAny(sentence, []string{"报告", "期限", "时限", "期间", "起止", "所列"}) {
					continue // a period of something else
				}
				m := periodPattern.FindStringSubmatch(sentence)
				if m == nil || !r.yearKnown() {
					continue
				}
				year := strconv.Itoa(r.Year)
				if m[1] == year && (m[4] == "" || m[4] == year) && m[2] == "1" && m[3] == "1" && m[6] == "12" && m[7] == "31" {
					continue
				}
				problems = append(problems, r.warn(codePeriod, key, "写的统计期限是“"+m[0]+"”，不是 "+year+" 年 1 月 1 日至 12 月 31 日",
					"核对是不是上年的文字没有改；确有原因的（如年中成立），在 accepted 里写明"))
			}
		}
	}
	return problems
}

// namesDay: a text has a year and a month side by side, as every period has.
func namesDay(text string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], "年")
		if i < 0 {
			return false
		}
		at += i + len("年")
		next, _ := utf8.DecodeRuneInString(text[at:])
		if strings.ContainsRune("0123456789０１２３４５６７８９ ", next) {
			return true
		}
	}
}

// otherYears: a sentence on this year's work that begins with another year was
// left from last year's report.
func otherYears(r *Report) []Problem {
	first, n := "", 0
	for _, section := range r.Template.Sections {
		if len(section.Covers) == 0 || !r.yearKnown() {
			continue
		}
		for line := range strings.SplitSeq(r.Prose[section.Key].Text, "\n") {
			for _, sentence := range sentences(plainText(line)) {
				if head := heading(sentence); head != "" {
					sentence = sentence[strings.Index(sentence, head):]
				}
				if len(sentence) < 7 || strings.Trim(sentence[:4], "0123456789") != "" || !strings.HasPrefix(sentence[4:], "年") {
					continue
				}
				year, _ := strconv.Atoi(sentence[:4])
				rest := strings.TrimPrefix(sentence[4+len("年"):], "度")
				ends := strings.HasPrefix(rest, "，") || strings.HasPrefix(rest, "全") || strings.HasPrefix(rest, "我") || strings.HasPrefix(rest, "本")
				if year == r.Year || year < 2008 || year > r.Year+1 || !ends || containsAny(sentence, []string{"以来", "年起", "将"}) {
					continue
				}
				if n++; n == 1 {
					first = sentence
				}
			}
		}
		if n > 0 {
			more := ""
			if n > 1 {
				more = "，这样的句子共 " + strconv.Itoa(n) + " 处"
			}
			return []Problem{r.warn(codeOtherYear, section.Key, "有一句以别的年份开头：“"+clip(first)+"”"+more,
				"核对是不是上年的文字没有改；与上年对比的，把本年写在前面")}
		}
	}
	return nil
}

// feePattern finds what a sentence says of the processing fee.
var feePattern = regexp.MustCompile(`信息处理费[^。；、0-9未《]{0,12}?([0-9][0-9,.]*)(万)?元`)

// feesAgree holds what other sections say of the processing fee against the
// section that reports it.
func feesAgree(r *Report) []Problem {
	const key = "other_matters"
	reported, ok := feeOf(r.Prose[key].Text)
	if !ok {
		return nil
	}
	for _, other := range r.proseKeys() {
		if other == key {
			continue
		}
		if fee, ok := feeOf(r.Prose[other].Text); ok && fee != reported {
			return []Problem{r.warn(codeFeeMismatch, other,
				"信息处理费写的是 "+fee+" 元，"+r.place(key)+"写的是 "+reported+" 元", "对照收费台账核对，改正写错的一处")}
		}
	}
	return nil
}

// feeOf is the processing fee that a text says, in 元; 0 where it says none.
func feeOf(text string) (string, bool) {
	if !strings.Contains(text, "信息处理费") {
		return "", false
	}
	text = plainText(text)
	if m := feePattern.FindStringSubmatch(text); m != nil {
		numbers := numerals(m[1] + m[2] + "元")
		if len(numbers) == 1 {
			return numbers[0].amount().value.String(), true
		}
	}
	for _, none := range []string{"未收取信息处理费", "未收取政府信息公开信息处理费", "没有收取信息处理费", "未收取任何信息处理费", "未产生信息处理费"} {
		if strings.Contains(text, none) {
			return "0", true
		}
	}
	return "", false
}
