package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/problem"
)

// Safe is a fast yes for the characters that texts are made of.
func Safe(r rune) bool {
	return ' ' <= r && r < 0x7f || 0x3000 <= r && r < 0xd800 || 0x2010 <= r && r < 0x2028 ||
		0xff00 <= r && r < 0xfff0
}

// Character is what becomes of a character of a text: itself, a line break, or
// nothing (-1). What is pasted from office programs brings line breaks and
// invisible characters of its own along. The Fault is that of one that cannot stand.
func Character(r rune) (rune, *Fault) {
	switch {
	case Safe(r) || r == '\n':
	case r == utf8.RuneError:
		return -1, &Fault{Code: problem.CodeEncoding, Message: "有一个“�”：文字转换编码时损坏了", Fix: FixDamaged}
	case r == '\t':
		return -1, &Fault{Code: problem.CodeControl, Message: "有制表符（Tab）", Fix: "删去，或者换成空格"}
	case r == '\v' || r == '\f' || r == '\u2028' || r == '\u2029': // Word's soft return and page break
		return '\n', nil
	case unicode.Is(unicode.Cc, r) || noncharacter(r):
		return -1, &Fault{Code: problem.CodeControl, Message: "有看不见的控制字符", Fix: fmt.Sprintf("删去这个字符（U+%04X）", r), Form: "删去它；找不到的，把这一句重新打一遍"}
	case unicode.Is(unicode.Cf, r): // zero-width spaces, direction marks: nobody sees them go
		return -1, nil
	}
	return r, nil
}

// FixDamaged is what to do about characters that were damaged on their way.
const FixDamaged = "从原稿重新录入这一处，文件另存为 UTF-8"

// noncharacter: Unicode 16, 23.7; never to be exchanged, and no font has one.
func noncharacter(r rune) bool { return r&0xfffe == 0xfffe || 0xfdd0 <= r && r <= 0xfdef }

// cleaned is a text as a report keeps it: \n alone ends its lines, and what cannot
// stand is left out. The fault is that of the first such character.
func cleaned(text string) (string, *Fault) {
	if strings.IndexFunc(text, func(r rune) bool { return !Safe(r) && r != '\n' }) < 0 {
		return text, nil
	}
	var first *Fault
	var out strings.Builder
	for _, r := range strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text) {
		kept, fault := Character(r)
		if first == nil {
			first = fault
		}
		if kept >= 0 {
			out.WriteRune(kept)
		}
	}
	return out.String(), first
}
