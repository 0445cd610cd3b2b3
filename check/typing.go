package check

import (
	"strings"
	"unicode"
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
