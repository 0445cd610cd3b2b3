package check

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// typing goes through a text once, character by character.
func typing(text string, found func(kind, at int)) {
	var open []rune // what would close the brackets that stand open
	var before, previous rune
	previousAt := 0
	unpaired := false
	for at, c := range text {
		if isCommonHan(c) && isCommonHan(previous) { // nearly all of a text
			before, previous, previousAt = previous, c, at
			continue
		}
		switch c {
		case '\n':
			if len(open) > 0 && !unpaired {
				found(3, previousAt)
			}
			open, unpaired = open[:0], false
		case '<', '‹':
			if len(open) > 0 && open[len(open)-1] == '》' {
				found(7, at)
			}
		case '(':
			if documentNumber(text[at+1:]) {
				found(8, at)
			}
		case 'O', 'o', 'l', 'I', 'О', 'о', 'Ο', 'ο':
			if letterDigit(text, at) {
				found(9, at)
			}
		case '《', '（', '“', '〔', '【':
			if c == '《' && len(open) > 0 && open[len(open)-1] == '》' {
				found(7, at)
			}
			open = append(open, closing(c))
		case '》', '）', '”', '〕', '】':
			if unpaired {
				break
			}
			if len(open) == 0 || open[len(open)-1] != c {
				found(3, at)
				unpaired = true
			} else {
				open = open[:len(open)-1]
			}
		}
		switch previous {
		case ',', ';', ':', '?', '!':
			if isHan(before) && isHan(c) {
				found(2, previousAt)
			}
		case ' ', '\u3000':
			if isHan(before) && isHan(c) {
				found(6, previousAt)
			}
		case '[':
			if '0' <= c && c <= '9' && len(text) >= at+5 && text[at+4] == ']' {
				found(4, previousAt)
			}
		case '，', '。', '；', '：', '、', '？':
			if c == previous || isDoubled(previous, c) {
				found(5, previousAt)
			}
		}
		before, previous, previousAt = previous, c, at
	}
	if len(open) > 0 && !unpaired {
		found(3, previousAt)
	}
}

// digitLike are letters that look like digits, of the Latin, Cyrillic and Greek scripts.
const digitLike = "OolIОоΟο"

// letterDigit: the letter at a place is the first in what is meant as a number, since it
// stands among digits and the word after them counts or dates something: 2O22年, l2件,
// 月O5日. A name is no number: O2O平台, ISO9001体系, O3日最大8小时平均, 45o角, I65软件业.
func letterDigit(text string, at int) bool {
	start := at
	for start > 0 && '0' <= text[start-1] && text[start-1] <= '9' {
		start--
	}
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	if start > 0 && !isHan(before) && !unicode.IsPunct(before) && !unicode.IsSpace(before) || strings.ContainsRune("./-_@:#%&", before) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(text[at:])
	if start == at && first != 'l' && first != 'I' && before != '年' && before != '月' { // no number begins with 0
		return false
	}
	digits, letters := 0, 0
	for _, c := range text[start:] {
		switch {
		case '0' <= c && c <= '9':
			digits++
		case strings.ContainsRune(digitLike, c):
			letters++
		default:
			return strings.ContainsRune("年月日件条次份个项人万亿元起部宗篇期家", c) && digits > 0 && (digits >= letters || start < at)
		}
	}
	return false
}

// documentNumber: a text begins with the number of a document, up to the bracket
// that closes it: 国办公开办函〔2021〕30号).
func documentNumber(text string) bool {
	inner, _, closed := strings.Cut(text, ")")
	return closed && len(inner) < 90 && strings.HasSuffix(inner, "号") && strings.ContainsAny(inner, "〔[") && strings.ContainsAny(inner, "〕]")
}

func closing(open rune) rune {
	switch open {
	case '《':
		return '》'
	case '（':
		return '）'
	case '“':
		return '”'
	case '〔':
		return '〕'
	}
	return '】'
}

// isDoubled: two marks of which one was meant.
func isDoubled(first, second rune) bool {
	switch [2]rune{first, second} {
	case [2]rune{'，', '。'}, [2]rune{'。', '，'}, [2]rune{'、', '，'}, [2]rune{'，', '、'}, [2]rune{'；', '。'}:
		return true
	}
	return false
}

func isCommonHan(c rune) bool { return '一' <= c && c <= '\u9fff' }

// isHan asks the large table only for rare characters.
func isHan(c rune) bool {
	return isCommonHan(c) || c > '\u2e7f' && (c < '\u3000' || c > '\u303f') && c < '\uff00' && unicode.Is(unicode.Han, c) || c > 0x1ffff && unicode.Is(unicode.Han, c)
}
