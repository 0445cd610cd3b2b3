package naming

import (
	"strings"

	chinese "nianbao/templates/numeral"
)

// A numeral is how a heading or a label is numbered: 一、 （一） 1. （1） ①.
type Numeral struct {
	Kind  numeralKind
	Value int
}

type numeralKind int

const (
	Unnumbered numeralKind = iota
	Chapter                // 一、
	Bracketed              // （一）
	Arabic                 // 1. 1、 1．
	minor                  // （1） 1） ①
)

// circleMark stands before the two digits of a circled number in a folded text.
const circleMark = '\uE000'

// CutNumeral takes the numeral off a folded text.
func CutNumeral(text []rune) (Numeral, []rune) {
	if len(text) >= 3 && text[0] == circleMark {
		return Numeral{minor, int(text[1]-'0')*10 + int(text[2]-'0')}, cutMark(text[3:])
	}
	if value, n := partNumber(text); n > 0 {
		return Numeral{Chapter, value}, cutMark(text[n:])
	}
	open := len(text) > 0 && (text[0] == '(' || text[0] == '[')
	body := text
	if open {
		body = text[1:]
	}
	if value, n := HanNumber(body); n > 0 && n < len(body) {
		switch after := body[n]; {
		case open && (after == ')' || after == ']'):
			return Numeral{Bracketed, value}, cutMark(body[n+1:])
		case !open && strings.ContainsRune("、.,:．", after):
			return Numeral{Chapter, value}, body[n+1:]
		}
	}
	if value, n := arabicNumber(body); n > 0 && n < len(body) {
		switch after := body[n]; {
		case (after == ')' || after == ']'):
			return Numeral{minor, value}, cutMark(body[n+1:])
		case open:
		case strings.ContainsRune("、.,:", after) && (n+1 == len(body) || !digit(body[n+1])):
			return Numeral{Arabic, value}, body[n+1:]
		case HasHan(string(after)) && !strings.ContainsRune("年月日号件条项个次年万亿元", after):
			return Numeral{Arabic, value}, body[n:]
		}
	}
	return Numeral{}, text
}

// partNumber reads 第一部分 or 第一章.
func partNumber(text []rune) (value, length int) {
	if len(text) < 4 || text[0] != '第' {
		return 0, 0
	}
	value, n := HanNumber(text[1:])
	for _, word := range []string{"部分", "章"} {
		if n > 0 && strings.HasPrefix(string(text[1+n:min(len(text), 3+n)]), word) {
			return value, 1 + n + len([]rune(word))
		}
	}
	return 0, 0
}

// cutMark takes off the 、 of （一）、, a slip that is often seen.
func cutMark(text []rune) []rune {
	if len(text) > 0 && strings.ContainsRune("、.,:", text[0]) {
		return text[1:]
	}
	return text
}

func digit(r rune) bool { return '0' <= r && r <= '9' }

// arabicNumber reads up to two digits.
func arabicNumber(text []rune) (value, length int) {
	for length < len(text) && digit(text[length]) {
		value = value*10 + int(text[length]-'0')
		if length++; length > 2 {
			return 0, 0
		}
	}
	return value, length
}

// HanNumber reads a Chinese number up to 99: 二, 十, 二十一.
func HanNumber(text []rune) (value, length int) {
	value, bytes := chinese.Read(string(text[:min(len(text), 4)]))
	if value < 1 || value > 99 {
		return 0, 0
	}
	return value, bytes / len("一")
}
