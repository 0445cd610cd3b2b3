package check

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"nianbao/check/prose"
	"nianbao/problem"
	"nianbao/report"
)

// A period: from, and to with or without its year.
var periodPattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(\d{4})年(\d{1,2})月(\d{1,2})日(?:起|始)?(?:开始)?，?(?:截?至|到|—+|－|–|-|和|～|~)(?:(\d{4})年|(本年|当年))?(\d{1,2})月(\d{1,2})日`)
})

// statedPeriod: the period that the numbers are of is the report's year.
func statedPeriod(r *report.Report) []problem.Problem {
	var problems []problem.Problem
	for _, key := range r.ProseKeys() {
		for line := range strings.SplitSeq(r.Prose[key].Text, "\n") {
			if !namesDay(line) {
				continue
			}
			for _, sentence := range prose.Sentences(prose.WithoutTitles(prose.Plain(line))) {
				if !prose.HasAny(sentence, []string{"统计", "数据"}) || !prose.HasAny(sentence, []string{"报告", "期限", "时限", "期间", "起止", "所列"}) {
					continue // a period of something else
				}
				m := periodPattern().FindStringSubmatch(sentence)
				if m == nil || !r.YearKnown() {
					continue
				}
				year := strconv.Itoa(r.Year)
				if m[1] == year && (m[4] == "" || m[4] == year) && m[2] == "1" && m[3] == "1" && m[6] == "12" && m[7] == "31" {
					continue
				}
				problems = append(problems, r.Warn(problem.CodePeriod, key, "写的统计期限是“"+m[0]+"”，不是 "+year+" 年 1 月 1 日至 12 月 31 日",
					"").With(reasoned("核对是不是上年的文字没有改；确有原因的（如年中成立）", "，")).About(problem.Subject{Quote: m[0]}))
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
func otherYears(r *report.Report) []problem.Problem {
	first, n := "", 0
	for _, section := range r.Template.Sections {
		if len(section.Covers) == 0 || !r.YearKnown() {
			continue
		}
		for line := range strings.SplitSeq(r.Prose[section.Key].Text, "\n") {
			for _, sentence := range prose.Sentences(prose.Plain(line)) {
				opening := openingYear(sentence)
				if opening == "" || strings.HasPrefix(opening, strconv.Itoa(r.Year)) || prose.HasAny(opening, []string{"以来", "年起", "将"}) {
					continue
				}
				if n++; n == 1 {
					first = opening
				}
			}
		}
		if n > 0 {
			more := ""
			if n > 1 {
				more = "，这样的句子共 " + strconv.Itoa(n) + " 处"
			}
			return []problem.Problem{r.Warn(problem.CodeOtherYear, section.Key, "有一句以别的年份开头：“"+problem.Clip(first)+"”"+more,
				"核对是不是上年的文字没有改；与上年对比的，把本年写在前面").
				About(problem.Subject{Quote: first, Number: strconv.Itoa(n)})}
		}
	}
	return nil
}

// openingYear is a sentence from the year on that it begins with, after a
// heading or not: 2023年，…; （三）信息管理情况2023年，…; "" where it begins with
// none, or with one that only dates something.
func openingYear(sentence string) string {
	if head := prose.Heading(sentence); head != "" {
		sentence = sentence[strings.Index(sentence, head):]
		if at := len(strings.TrimRight(head, "0123456789年度")); at > 0 {
			sentence = sentence[at:]
		}
	}
	if len(sentence) < 4 || strings.Trim(sentence[:4], "0123456789") != "" || !strings.HasPrefix(sentence[4:], "年") {
		return ""
	}
	year, _ := strconv.Atoi(sentence[:4])
	rest := strings.TrimPrefix(sentence[4+len("年"):], "度")
	if year < 2008 || year > 2100 || !startsWithAny(rest, "，", "全", "我", "本", "共收到", "共受理", "收到", "未收到", "受理", "主动公开政府信息", "通过") || startsWithAny(rest, "通过的", "通过了") {
		return ""
	}
	return sentence
}

func startsWithAny(text string, starts ...string) bool {
	for _, start := range starts {
		if strings.HasPrefix(text, start) {
			return true
		}
	}
	return false
}
