package report

import (
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// A numeral is a number of the prose with its unit: 7件, 1,286条, 1.2万件, 两件,
// 300余件.
type numeral struct {
	start, end int             // in the clause
	text       string          // as written, with its unit
	unit       string          // "": none that anything is counted in
	value      decimal.Decimal // in whole units
	step       decimal.Decimal // how far a rounded number may be off; 0: not at all
	more       bool            // 余 or 多: at least value, and less than the next round step
}

// proseUnits are what the prose counts in. 次 and 个 stand before longer words
// (次会议, 个工作日), which the phrases sort out.
var proseUnits = []string{"件", "项", "宗", "起", "例", "条", "份", "部", "封", "次", "个", "元"}

// longestNumber is that of the tables with its commas and point, in bytes.
const longestNumber = 24

const hanDigits = "零一二三四五六七八九"

// numerals finds the numbers of a clause. Chinese ones count where a unit
// follows; 第 before or a letter beside takes a number out.
func numerals(clause string) []numeral {
	var found []numeral
	for i := 0; i < len(clause); {
		c, size := utf8.DecodeRuneInString(clause[i:])
		var n numeral
		ok := false
		switch {
		case '0' <= c && c <= '9':
			n, ok = readDigits(clause, i)
		case strings.ContainsRune("一二三四五六七八九两十百零〇", c):
			n, ok = readHan(clause, i)
		}
		if !ok {
			i += max(size, n.end-i)
			continue
		}
		i = n.end
		n.text = clause[n.start:n.end]
		found = append(found, n)
	}
	return found
}

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
	digits := strings.ReplaceAll(clause[start:end], ",", "")
	value, err := decimal.NewFromString(digits)
	if err != nil || strings.Count(digits, ".") > 1 {
		return n, false
	}
	_, decimals, _ := strings.Cut(digits, ".")
	exponent := int32(0)
	rest := clause[end:]
	for _, scale := range []struct {
		word     string
		exponent int32
	}{{"万", 4}, {"亿", 8}, {"千", 3}} {
		if strings.HasPrefix(rest, scale.word) {
			exponent = scale.exponent
			rest = rest[len(scale.word):]
			break
		}
	}
	n.value = value.Shift(exponent)
	if exponent > 0 || len(decimals) > 0 {
		n.step = decimal.New(1, exponent-int32(len(decimals)))
	}
	n.finish(clause, rest, value, exponent)
	next, _ := utf8.DecodeRuneInString(clause[n.end:])
	return n, n.unit != "" || !strings.ContainsRune("年月日号时-—~/.:", next) && !(next < 0x80 && next > ' ')
}

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
	n = numeral{start: start, end: end, value: decimal.NewFromInt(int64(total + last))}
	before, _ := utf8.DecodeLastRuneInString(clause[:start])
	if strings.ContainsRune("第每某这那同逐任哪各", before) {
		return n, false
	}
	n.finish(clause, clause[end:], n.value, 0)
	if n.unit == "" || n.unit == "元" {
		return n, false
	}
	return n, true
}

// finish reads 余 or 多 and the unit.
func (n *numeral) finish(clause, rest string, shown decimal.Decimal, exponent int32) {
	for _, word := range []string{"余", "多"} {
		if strings.HasPrefix(rest, word) {
			n.more = true
			rest = rest[len(word):]
			if exponent == 0 && strings.HasPrefix(rest, "万") { // 30多万件
				exponent, n.value, rest = 4, n.value.Shift(4), rest[len("万"):]
			}
			n.step = roundStep(shown).Shift(exponent)
			break
		}
	}
	n.end = len(clause) - len(rest)
	for _, unit := range proseUnits {
		if strings.HasPrefix(rest, unit) {
			n.unit = unit
			n.end += len(unit)
			return
		}
	}
}

// roundStep is the unit of a number's last digit that is not 0: 100 for 300,
// 10 for 120, 0.1 for 1.5.
func roundStep(n decimal.Decimal) decimal.Decimal {
	if n.IsZero() {
		return decimal.NewFromInt(1)
	}
	exponent := n.Exponent()
	coefficient := n.Coefficient().String()
	trimmed := strings.TrimRight(coefficient, "0")
	return decimal.New(1, exponent+int32(len(coefficient)-len(trimmed)))
}

// agrees reports whether the number may stand for a cell that holds value.
func (n numeral) agrees(value decimal.Decimal) bool {
	switch {
	case n.more:
		return value.Cmp(n.value) >= 0 && value.LessThan(n.value.Add(n.step))
	case n.step.IsPositive():
		return value.Sub(n.value).Abs().LessThan(n.step)
	}
	return value.Equal(n.value)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// threeDigits: what follows a comma that groups thousands.
func threeDigits(text string) bool {
	return len(text) >= 3 && isDigit(text[0]) && isDigit(text[1]) && isDigit(text[2]) && (len(text) == 3 || !isDigit(text[3]))
}
