package report

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/templates"
)

// maxDigits is how many digits a number may have. The largest that a real
// report has is 9 long; beyond 15 a spreadsheet would already have lost some.
const maxDigits = 15

// A fault is what is wrong with a cell.
type fault struct{ code, message, fix string }

// parseNumber reads what stands in a cell of a kind. JSON numbers must be
// spelled plainly, for they are printed as they are.
func parseNumber(kind templates.Kind, v value) (Number, *fault) {
	if v.kind == isNumber {
		return parsePlain(kind, v.text)
	}
	switch {
	case v.text == slash:
		return Number{Text: slash, Origin: NotApplicable}, nil
	case kind == templates.Change && len(v.text) > 1 && (v.text[0] == '+' || v.text[0] == '-'):
		if digits := v.text[1:]; isPlain(digits) && digits != "0" {
			number, fault := parsePlain(kind, strings.TrimPrefix(v.text, "+"))
			number.Text = v.text
			return number, fault
		}
	case kind == templates.StatedAmount:
		if amount, ok := cutUnit(v.text); ok && isPlain(amount) {
			number, fault := parsePlain(kind, amount)
			number.Text = v.text
			return number, fault
		}
	}
	return Number{}, quotedFault(kind, v.text)
}

// parsePlain reads a number that was typed without quotes.
func parsePlain(kind templates.Kind, text string) (Number, *fault) {
	digits, negative := strings.CutPrefix(text, "-")
	whole := kind == templates.Count || kind == templates.Change
	switch {
	case kind == templates.Change && text == "+0":
		return Number{}, &fault{codeFormat, "0 不带加号", "写成 0"}
	case kind == templates.Change && strings.HasPrefix(text, "+"):
		return Number{}, &fault{codeFormat, clip(text) + " 带加号，要放在双引号里", `写成 "` + clip(text) + `"，或者不写加号`}
	case !isPlain(digits) || negative && strings.Trim(digits, "0.") == "":
		return Number{}, &fault{codeFormat, clip(text) + " 不是通常写法的数", "只用数字写全：不用科学记数法，前面不补 0、不写加号，0 不带负号"}
	case len(digits) > maxDigits+strings.Count(digits, "."):
		return Number{}, &fault{codeFormat, clip(text) + " 超过 " + strconv.Itoa(maxDigits) + " 位", "核对是不是多打了数字"}
	case negative && kind != templates.Change:
		return Number{}, &fault{codeNegative, "填的是负数 " + clip(text), "这一格不小于 0；没有发生的填 0"}
	case whole && strings.Contains(digits, "."):
		return Number{}, &fault{codeFraction, "填的是小数 " + clip(text), "这一格是件数，填整数"}
	}
	amount, err := decimal.NewFromString(text)
	if err != nil {
		return Number{}, &fault{codeFormat, clip(text) + " 不是数", "填一个数"}
	}
	return Number{Text: text, Value: amount}, nil
}

// isPlain: digits without a needless 0 in front, with or without decimals.
func isPlain(text string) bool {
	whole, decimals, dotted := strings.Cut(text, ".")
	return isDigits(whole) && (whole == "0" || whole[0] != '0') && (!dotted || isDigits(decimals))
}

func isDigits(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == ""
}

// cutUnit takes the unit off a stated amount: 251000元, 25.1万元.
func cutUnit(text string) (amount string, ok bool) {
	if amount, ok = strings.CutSuffix(text, "元"); !ok {
		return text, false
	}
	for _, unit := range []string{"万", "亿"} {
		if shorter, ok := strings.CutSuffix(amount, unit); ok {
			return shorter, true
		}
	}
	return amount, true
}

// quotedFault says what is wrong with a text where a number belongs.
func quotedFault(kind templates.Kind, text string) *fault {
	plain := halfWidth(text)
	unit := ""
	if kind == templates.StatedAmount {
		if amount, ok := cutUnit(plain); ok {
			plain, unit = amount, plain[len(amount):]
		}
	}
	quoted := "“" + clip(text) + "”"
	digits := len(plain) - len(strings.TrimLeft(plain, "0123456789."))
	_, wrong := parsePlain(kind, plain)
	switch {
	case plain == "":
		return &fault{codeFormat, "这一格是空的文字", "没有发生的填 0；还不知道的填 null"}
	case wrong == nil && unit != "":
		return &fault{codeFormat, quoted + "不是通常写法的数", `写成 "` + plain + unit + `"`}
	case wrong == nil:
		return &fault{codeQuoted, "应为数，写成了文字" + quoted, "去掉双引号，写成 " + plain}
	case isPlain(plain) || isPlain(strings.TrimLeft(plain, "-+")):
		return &fault{wrong.code, wrong.message, wrong.fix}
	case strings.Trim(plain, `/\—–-－无`) == "":
		return &fault{codeFormat, "应为数，写成了文字" + quoted, `没有发生的填 0；本机关没有这项业务的填 "/"`}
	case digits > 0 && strings.ContainsAny(plain[digits:], "万亿元%％‰eE"):
		// Its value depends on the unit: no digits are proposed that could be copied.
		fix := "按这一格的单位换算好再填数，不写单位：单位是万元的，元数要除以 10000；件数写全，不写万、亿"
		if kind == templates.StatedAmount {
			fix = `写全数和单位，放在双引号里，如 "251000元"、"25.1万元"`
		}
		return &fault{codeFormat, "应为数，写成了文字" + quoted, fix}
	case digits > 0 && isPlain(plain[:digits]):
		return &fault{codeFormat, "应为数，写成了文字" + quoted, "只写数，不写单位和说明：" + plain[:digits]}
	}
	fix := "填阿拉伯数字，不加双引号；没有发生的填 0"
	if kind == templates.StatedAmount {
		fix = `填阿拉伯数字；带单位的加双引号，如 "251000元"；没有发生的填 0`
	}
	return &fault{codeFormat, "应为数，写成了文字" + quoted, fix}
}

// halfWidth spells a number in ASCII, without spaces and thousands separators.
func halfWidth(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ' || r == '\u3000' || r == '\u00a0' || r == ',' || r == '，':
			return -1
		case r == '−':
			return '-'
		case '！' <= r && r <= '～':
			return r - '！' + '!'
		}
		return r
	}, text)
}
