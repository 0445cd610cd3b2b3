package check

import (
	"strconv"
	"strings"

	"nianbao/problem"
	"nianbao/report"
)

// A slip of typing is counted; its first place is quoted.
type typingSlip struct {
	code, what, fix string
	n               int
	path, quote     string
}

// leftovers are what a form or an office program left in the prose, and slips
// of typing: one notice a kind, and a warning where a number is wrong.
func leftovers(r *report.Report) []problem.Problem {
	slips := []typingSlip{
		{code: problem.CodeLeftover, what: "还有没填的占位文字", fix: "填上内容，或者删去"},
		{code: problem.CodeBookmark, what: "带着 Word 的书签", fix: "删去方括号里的这一段"},
		{code: problem.CodeHalfWidth, what: "汉字之间用了半角标点", fix: "改成全角的：，。；：？！"},
		{code: problem.CodeUnpaired, what: "括号、引号或书名号不成对", fix: "补上缺的一半，或者删去多的一半"},
		{code: problem.CodeYearBracket, what: "文号的年份用了方括号", fix: "改成六角括号，如〔2021〕"},
		{code: problem.CodeDoubled, what: "标点重复", fix: "只留一个"},
		{code: problem.CodeSpace, what: "汉字之间有空格", fix: "删去空格"},
		{code: problem.CodeInnerTitle, what: "书名号里面的书名没有用单书名号", fix: "里面的一层改成〈〉，如《关于印发〈…办法〉的通知》"},
		{code: problem.CodeHalfBracket, what: "文号用了半角括号", fix: "改成全角的（）"},
		{code: problem.CodeLetterDigit, what: "数字里混有看起来像 0 或者 1 的字母", fix: "改成数字，再核对这个数"},
	}
	for _, key := range r.ProseKeys() {
		text := r.Prose[key].Text
		found := func(kind, at int) {
			s := &slips[kind]
			if s.n++; s.n == 1 {
				s.path, s.quote = key, around(text, at)
			}
		}
		for _, at := range crosses(text) {
			found(0, at)
		}
		for _, word := range []string{"××", "ＸＸ", "（文字描述）", "(文字描述)", "待补充", "此处填写", "请填写", "待填"} {
			if at := strings.Index(text, word); at >= 0 {
				found(0, at)
			}
		}
		for at := 0; ; at++ {
			i := strings.Index(text[at:], "[bookmark:")
			if i < 0 {
				break
			}
			at += i
			found(1, at)
		}
		typing(text, found)
	}
	for _, name := range [][2]string{{"agency", r.Agency}, {"signatory", withoutPerson(r.Signatory)}} {
		typing(name[1], func(kind, at int) {
			if s := &slips[kind]; s.code == problem.CodeSpace && !r.Doubtful(name[0]) {
				if s.n++; s.n == 1 {
					s.path, s.quote = name[0], around(name[1], at)
				}
			}
		})
	}
	var problems []problem.Problem
	for _, s := range slips {
		if s.n == 0 {
			continue
		}
		message := s.what + "：“" + s.quote + "”"
		if s.n > 1 {
			message += "，共 " + strconv.Itoa(s.n) + " 处，这是第一处"
		}
		said := r.Note(s.code, s.path, message, s.fix)
		if s.code == problem.CodeLetterDigit {
			said.Severity = problem.Warning
		}
		problems = append(problems, said.About(problem.Subject{Quote: s.quote, Number: strconv.Itoa(s.n)}))
	}
	return problems
}

// withoutPerson takes the name of a person off who signs: names of two characters are
// set with a blank between them.
func withoutPerson(signatory string) string {
	words := strings.Fields(signatory)
	if n := len(words); n >= 2 && len([]rune(words[n-1])) == 1 && len([]rune(words[n-2])) == 1 {
		words = words[:n-2]
		if n > 3 {
			return strings.Join(words, " ")
		}
		return strings.Join(words, "")
	}
	return signatory
}

// around is what stands around a place of a text.
func around(text string, at int) string {
	line := strings.LastIndexByte(text[:at], '\n') + 1
	before := []rune(text[line:at])
	end, _, _ := strings.Cut(text[at:], "\n")
	after := []rune(end)
	before = before[max(0, len(before)-8):]
	after = after[:min(len(after), 12)]
	return string(before) + string(after)
}
