package prose

import (
	"unicode/utf8"

	chinese "nianbao/templates/numeral"
)

// numerals finds the numbers of a clause. Chinese ones count where a unit
// follows; 第 before or a letter beside takes a number out.
func numerals(clause string) []numeral {
	var found []numeral
	for i := nextDigit(clause, 0); i < len(clause); i = nextDigit(clause, i) {
		var n numeral
		ok := false
		if isDigit(clause[i]) {
			n, ok = readDigits(clause, i)
		} else {
			n, ok = readHan(clause, i)
		}
		i = max(n.end, i+1)
		if ok {
			n.text = clause[n.start:n.end]
			found = append(found, n)
		}
	}
	return found
}

// nextDigit is where the next number may begin; len(clause) if none does.
func nextDigit(clause string, i int) int {
	for i < len(clause) {
		switch b := clause[i]; {
		case isDigit(b):
			return i
		case b < 0xe0 || i+3 > len(clause):
			i++
			continue
		}
		c, size := utf8.DecodeRuneInString(clause[i:])
		if chinese.Begins(c) {
			return i
		}
		i += size
	}
	return i
}
