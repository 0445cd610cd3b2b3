package prose

import (
	"strconv"
	"strings"
	"unicode/utf8"

	chinese "nianbao/templates/numeral"
)

// readHan reads a number in Chinese digits; only with its unit is it one.
func readHan(clause string, start int) (n numeral, ok bool) {
	value, length := chinese.Read(clause[start:])
	end := start + length
	n = numeral{start: start, end: end}
	before, _ := utf8.DecodeLastRuneInString(clause[:start])
	if strings.ContainsRune("第每某这那同逐任哪各", before) {
		return n, false
	}
	n.finish(clause, clause[end:])
	if n.unit == "" || n.unit == "元" {
		return n, false
	}
	n.digits = strconv.Itoa(value)
	return n, true
}
