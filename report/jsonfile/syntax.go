package jsonfile

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/problem"
	"nianbao/report"
)

// What the scanner can wait for in vain.
const (
	expectValue  = "一个值"
	expectKey    = "带双引号的键"
	expectColon  = "冒号"
	expectComma  = "逗号或右括号"
	expectQuote  = "右引号"
	expectEscape = "转义"
)

// fail says why reading ends here. It returns false, which is what every
// reading function then returns.
func (s *scanner) fail(expected string) bool {
	at, code, what, fix := s.position, problem.CodeSyntax, "", ""
	switch next := s.nextRune(); {
	case s.atEnd():
		if expected != expectQuote && expected != expectEscape {
			at = s.last // what follows is blank
		}
		what, fix = s.cutOff(expected)
	case next == utf8.RuneError:
		code, what, fix = problem.CodeEncoding, "有一个字节不是 UTF-8 文字", report.FixDamaged
	case expected == expectEscape:
		what, fix = "反斜线后面的“"+s.ahead()+"”没有意义", `文字里的反斜线要写两个：\\；换行写 \n`
	case expected == expectKey && next == '}':
		at = s.last
		what, fix = "最后一项后面多了一个逗号", "删去“}”前面的逗号"
	case expected == expectComma && s.textBroken(next):
		what = "文字在前一个双引号处已经结束，后面却还有“" + s.ahead() + "”"
		fix = `文字里面的引号用“”，或者写成 \"`
	case expected == expectComma && startsValue(next):
		at = s.last
		if at.offset == s.offset {
			what, fix = "这个值后面多了“"+s.ahead()+"”", "数只写数字，不写单位、逗号；文字要用双引号括起"
		} else {
			what, fix = "这一项后面漏了逗号", "在它后面补上半角逗号"
		}
	case fullWidth[next] != 0:
		what = fmt.Sprintf("这里不能用 %c", next)
		fix = fmt.Sprintf("换成半角的 %c", fullWidth[next])
	default:
		what = "这里应是" + expected + "，却是“" + s.ahead() + "”"
		fix = s.advice(expected, next)
	}
	column := 1 + utf8.RuneCount(s.src[at.lineStart:at.offset])
	p := problem.Problem{
		Code: code, Path: s.path(), Line: at.line,
		Message: fmt.Sprintf("第 %d 列：%s", column, what), Fix: fix,
	}
	if s.atEnd() && expected == expectComma {
		s.found.mismatch(p)
	} else {
		s.found.add(p)
	}
	return false
}

// unclosed says that a text runs on past its line.
func (s *scanner) unclosed(start position) bool {
	s.position = start
	column := 1 + utf8.RuneCount(s.src[start.lineStart:start.offset])
	s.found.add(problem.Problem{
		Code: problem.CodeSyntax, Path: s.path(), Line: start.line,
		Message: fmt.Sprintf("第 %d 列：这个双引号没有配对，文字到行末也没有结束", column),
		Fix:     "在文字末尾补上双引号",
	})
	return false
}

// unopened says that an object lacks its bracket: what was read as its text is
// its first key.
func (s *scanner) unopened(m *member) bool {
	m.value.flawed = true
	s.found.add(problem.Problem{
		Code: problem.CodeSyntax, Path: s.path(), Line: m.value.line,
		Message: "“" + problem.Clip(m.key) + "”的冒号后面漏了左括号“{”",
		Fix:     "在“" + problem.Clip(m.value.text) + "”前面补上“{”，并核对后面有没有与它相配的“}”",
	})
	return false
}

// cutOff says what is missing where a file ends too early.
func (s *scanner) cutOff(expected string) (what, fix string) {
	what = "文件到这里就断了"
	var missing []string
	if expected == expectQuote || expected == expectEscape {
		missing = append(missing, "右引号")
	}
	if n := len(s.open); n > 0 {
		closing := make([]byte, n)
		for i, b := range s.open {
			closing[n-1-i] = b.closing
		}
		missing = append(missing, fmt.Sprintf("“%s”（最里面的括号是第 %d 行开始的）", closing, s.open[n-1].line))
	}
	if len(missing) > 0 {
		what += "，还差" + strings.Join(missing, "和")
	}
	return what, "多半是文件没有存全：从原处重新取一份；内容是全的，就补上缺的部分"
}

// textBroken: the last token was a text, and more text follows without a comma:
// its quotes hold quotes.
func (s *scanner) textBroken(next rune) bool {
	return s.last.offset > 0 && s.src[s.last.offset-1] == '"' && s.last.line == s.line &&
		next != '"' && next >= utf8.RuneSelf && fullWidth[next] == 0
}

func startsValue(r rune) bool {
	return strings.ContainsRune(`"{[-+.`, r) || unicode.IsLetter(r) || unicode.IsDigit(r)
}

// fullWidth are the marks that a Chinese input method types for JSON's own.
var fullWidth = map[rune]rune{
	'，': ',', '：': ':', '“': '"', '”': '"', '＂': '"', '‘': '"', '’': '"', '\'': '"',
	'｛': '{', '｝': '}', '［': '[', '］': ']', '【': '[', '】': ']', '、': ',', '；': ',',
}

// advice is what helps against an unexpected character.
func (s *scanner) advice(expected string, next rune) string {
	rest := string(s.src[s.offset:min(len(s.src), s.offset+2)])
	switch {
	case unicode.IsSpace(next):
		return "换成半角空格"
	case rest == "//" || rest == "/*" || next == '#':
		return "JSON 里不能写注释，删去"
	case expected == expectValue && strings.ContainsRune("oOοОоΟ〇○", next):
		return "数字零写 0，不是字母 O"
	case expected == expectValue && next == '/':
		return `不适用的格写成 "/"（带双引号）`
	case expected == expectValue && (next == ',' || next == '}' || next == ']'):
		return "补上值：没有发生的填 0，还不知道的填 null"
	case expected == expectValue && unicode.IsDigit(next):
		return "数字换成半角的"
	case expected == expectValue:
		return "文字要用半角双引号括起；没有发生的填 0，还不知道的填 null（小写）"
	case expected == expectKey && unicode.IsDigit(next):
		return "逗号后面应是下一个键；如果是千分位的逗号，删去"
	case expected == expectKey:
		return "键要用半角双引号括起，逗号不能多"
	case expected == expectColon:
		return "键和值之间用半角冒号"
	}
	return "对照 nianbao new 生成的空白报告，看这里多了或少了什么"
}
