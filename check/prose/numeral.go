package prose

import (
	"strconv"
	"strings"
	"unicode/utf8"

	chinese "nianbao/templates/numeral"
)

// A numeral is a number of the prose with its unit: 7件, 1,286条, 1.2万件, 两件,
// 300余件.
type numeral struct {
	start, end int    // in the clause
	text       string // as written, with its unit
	digits     string // 1.2 of 1.2万件
	exponent   int32  // 4 of 1.2万件
	more       bool   // 余 or 多: at least the number, and less than the next round step
	unit       string // "": none that anything is counted in
}

// proseUnits are what the prose counts in. 次 and 个 stand before longer words
// (次会议, 个工作日), which the phrases sort out.
var proseUnits = []string{"件次", "件", "项", "宗", "起", "例", "条", "份", "部", "封", "次", "个", "元"}

// finish reads 余 or 多 and the unit from what follows the digits.
func (n *numeral) finish(clause, rest string) {
	for _, word := range []string{"余", "多"} {
		if strings.HasPrefix(rest, word) {
			n.more = true
			rest = rest[len(word):]
			if n.exponent == 0 && strings.HasPrefix(rest, "万") { // 30多万件
				n.exponent, rest = 4, rest[len("万"):]
			}
			break
		}
	}
	n.end = len(clause) - len(rest)
	for _, time := range []string{"个工作日", "个自然日", "个月", "个小时", "个季度", "个星期", "个周", "个年度", "个日"} {
		if strings.HasPrefix(rest, time) {
			return // how long, and not how many
		}
	}
	for _, unit := range proseUnits {
		if strings.HasPrefix(rest, unit) {
			n.unit = strings.TrimSuffix(unit, "次")
			if n.unit == "" {
				n.unit = unit
			}
			n.end += len(unit)
			return
		}
	}
}

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
