package jsonfile

import (
	"fmt"
	"strconv"
	"unicode"
	"unicode/utf8"

	"nianbao/problem"
)

// A flaw is the first of the characters in a text that have one fault.
type flaw struct {
	what   string
	fix    string
	before string // the characters in front of it
	line   int
	count  int
}

// safe is a fast yes for the characters that texts are made of.
func safe(r rune) bool {
	return ' ' <= r && r < 0x7f || 0x3000 <= r && r < 0xd800 || 0x2010 <= r && r < 0x2028 ||
		0xff00 <= r && r < 0xfff0
}

// add adds a character unless it cannot be printed. What is pasted from office
// programs brings line breaks and invisible characters of its own along.
func (t *textReader) add(r rune, line int) {
	switch {
	case safe(r) || r == '\n':
	case r == '\r':
		t.returns = true
	case r == utf8.RuneError:
		t.flaw(&t.encoding, line, "有一个“�”：文字转换编码时损坏了", fixDamaged)
		return
	case r == '\t':
		t.flaw(&t.control, line, "有制表符（Tab）", "删去，或者换成空格")
		return
	case r == '\v' || r == '\f' || r == '\u2028' || r == '\u2029': // Word's soft return and page break
		r = '\n'
	case unicode.Is(unicode.Cc, r) || noncharacter(r):
		t.flaw(&t.control, line, "有控制字符 "+codePoint(r), "删去这个字符")
		return
	case unicode.Is(unicode.Cf, r): // zero-width spaces, direction marks: nobody sees them go
		return
	}
	t.out = utf8.AppendRune(t.out, r)
}

const fixDamaged = "从原稿重新录入这一处，文件另存为 UTF-8"

func codePoint(r rune) string { return fmt.Sprintf("U+%04X", r) }

// noncharacter: Unicode 16, 23.7; never to be exchanged, and no font has one.
func noncharacter(r rune) bool { return r&0xfffe == 0xfffe || 0xfdd0 <= r && r <= 0xfdef }

func (t *textReader) flaw(f *flaw, line int, what, fix string) {
	f.count++
	if f.count == 1 {
		*f = flaw{what: what, fix: fix, line: line, count: 1, before: lastRunes(t.out, 8)}
	}
}

// report says a text's flaws, if it has any.
func (s *scanner) report(t *textReader) bool {
	for _, f := range []struct {
		code string
		flaw
	}{{problem.CodeControl, t.control}, {problem.CodeEncoding, t.encoding}} {
		if f.count == 0 {
			continue
		}
		message := f.what
		if f.before != "" {
			message = "“" + f.before + "”之后" + message
		}
		if f.count > 1 {
			message += "；这段文字里这样的地方共 " + strconv.Itoa(f.count) + " 处"
		}
		s.found.add(problem.Problem{Code: f.code, Path: s.path(), Line: f.line, Message: message, Fix: f.fix})
	}
	return t.control.count+t.encoding.count > 0
}
