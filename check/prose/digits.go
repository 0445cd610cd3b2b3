package prose

import (
	"strings"
	"unicode/utf8"
)

// longestNumber is that of the tables with its commas and point, in bytes.
const longestNumber = 24

// readDigits reads a number in digits. Where it is part of a date, a telephone
// number or a name, ok is false and end stands behind it.
func readDigits(clause string, start int) (n numeral, ok bool) {
	end := start
	for end < len(clause) && (isDigit(clause[end]) || clause[end] == '.' && end+1 < len(clause) && isDigit(clause[end+1]) ||
		clause[end] == ',' && threeDigits(clause[end+1:])) {
		end++
	}
	n = numeral{start: start, end: end}
	before, _ := utf8.DecodeLastRuneInString(clause[:start])
	if before == '第' || before == '-' || before == '/' || before == '@' || before == '.' || before == '〔' || before < 0x80 && before > ' ' && start > 0 {
		return n, false
	}
	if end-start > longestNumber {
		return n, false
	}
	n.digits = strings.ReplaceAll(clause[start:end], ",", "")
	if strings.Count(n.digits, ".") > 1 {
		return n, false
	}
	rest := clause[end:]
	for _, scale := range []struct {
		word     string
		exponent int32
	}{{"万", 4}, {"亿", 8}, {"千", 3}} {
		if strings.HasPrefix(rest, scale.word) {
			n.exponent = scale.exponent
			rest = rest[len(scale.word):]
			break
		}
	}
	n.finish(clause, rest)
	next, _ := utf8.DecodeRuneInString(clause[n.end:])
	return n, n.unit != "" || !strings.ContainsRune("年月日号时-—~/.:", next) && !(next < 0x80 && next > ' ')
}
