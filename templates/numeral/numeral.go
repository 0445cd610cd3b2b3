// Package numeral reads and writes Chinese numbers, as they stand before headings
// and items and within sentences: 二, 十二, 一百零三, 二〇二四.
package numeral

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Counting are the characters that number headings and items, up to 九十九.
const Counting = "一二三四五六七八九十"

// Digits, by their value, are those of a number without places: 二〇二四. Zeros are
// the signs that people type for 〇.
const (
	Digits = "〇一二三四五六七八九"
	Zeros  = "〇○零"
)

// Digit is a digit's value; -1 for any other character.
func Digit(c rune) int {
	if strings.ContainsRune(Zeros, c) {
		return 0
	}
	if at := strings.IndexRune(Digits, c); at >= 0 {
		return at / len("〇")
	}
	return -1
}

// Begins reports whether a number in a sentence may begin with c; 千 and 万 follow
// another character.
func Begins(c rune) bool {
	switch c {
	case '一', '二', '三', '四', '五', '六', '七', '八', '九', '两', '十', '百', '零', '〇':
		return true
	}
	return false
}

const (
	digits = "零一二三四五六七八九"
	places = "十百千"

	legalDigits = "零壹贰叁肆伍陆柒捌玖"
	legalPlaces = "拾佰仟"
)

// most is where Read stops to count: no report speaks of more.
const most = 1_000_000_000_000

// Read reads the number that a text begins with, and how many bytes it takes; 0
// where it begins with none. 两 is 二, 〇 is 零, and digits without places follow each
// other: 二〇二四.
func Read(text string) (n, length int) {
	total, last := 0, 0
	for length < len(text) {
		c, size := utf8.DecodeRuneInString(text[length:])
		switch c {
		case '两':
			c = '二'
		case '〇':
			c = '零'
		}
		switch at := strings.IndexRune(digits, c); {
		case at >= 0:
			last = min(last*10+at/len("零"), most)
		case c == '万':
			total, last = min((total+last)*10_000, most), 0
		default:
			place := strings.IndexRune(places, c)
			if place < 0 {
				return total + last, length
			}
			value := 10
			for range place / len("十") {
				value *= 10
			}
			total, last = min(total+max(last, 1)*value, most), 0
		}
		length += size
	}
	return total + last, length
}

// Write writes a number from 0 to 9,999: 十二, 一百零三; others in digits.
func Write(n int) string { return write(n, digits, places, n < 20) }

// Legal writes a number as on cheques: 壹拾贰.
func Legal(n int) string { return write(n, legalDigits, legalPlaces, false) }

// write is Write in other characters. Short leaves out the first one of 一十.
func write(n int, signs, places string, short bool) string {
	if n < 0 || n >= 10_000 {
		return strconv.Itoa(n)
	}
	digit, unit := []rune(signs), []rune(places)
	if n < 10 {
		return string(digit[n])
	}
	var b strings.Builder
	gap := false
	for place, value := 3, 1000; place >= 0; place, value = place-1, value/10 {
		d := n / value % 10
		switch {
		case d == 0:
			gap = b.Len() > 0
			continue
		case gap:
			b.WriteRune(digit[0])
			gap = false
		}
		if !(short && place == 1) {
			b.WriteRune(digit[d])
		}
		if place > 0 {
			b.WriteRune(unit[place-1])
		}
	}
	return b.String()
}
