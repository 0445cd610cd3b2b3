package prose

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

const hanDigits = "零一二三四五六七八九"

// readHan reads a number in Chinese digits; only with its unit is it one.
func readHan(clause string, start int) (n numeral, ok bool) {
	total, last := 0, 0
	end := start
	for end < len(clause) {
		c, size := utf8.DecodeRuneInString(clause[end:])
		if c == '两' {
			c = '二'
		}
		if c == '〇' {
			c = '零'
		}
		at := strings.IndexRune(hanDigits, c)
		switch {
		case at >= 0:
			last = last*10 + at/len("零")
		case c == '十' || c == '百' || c == '千' || c == '万':
			smallest := map[rune]int{'十': 10, '百': 100, '千': 1000, '万': 10000}[c]
			if c == '万' {
				total, last = (total+last)*smallest, 0
			} else {
				total, last = total+max(last, 1)*smallest, 0
			}
		default:
			size = 0
		}
		if size == 0 {
			break
		}
		end += size
	}
	n = numeral{start: start, end: end}
	before, _ := utf8.DecodeLastRuneInString(clause[:start])
	if strings.ContainsRune("第每某这那同逐任哪各", before) {
		return n, false
	}
	n.finish(clause, clause[end:])
	if n.unit == "" || n.unit == "元" {
		return n, false
	}
	n.digits = strconv.Itoa(total + last)
	return n, true
}
