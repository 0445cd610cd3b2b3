package report

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/problem"
	"nianbao/templates"
)

// MaxDigits is how many digits a number may have. The largest that a real
// report has is 9 long; beyond 15 a spreadsheet would already have lost some.
const MaxDigits = 15

// A Fault is what is wrong with the text of a cell. Form is what to do in a form,
// where no quotes are typed; "": Fix will do.
type Fault struct{ Code, Message, Fix, Form string }

// ParseQuoted reads what stands in quotes in a cell of a kind: /, +3, 251000元.
func ParseQuoted(kind templates.Kind, text string) (Number, *Fault) {
	switch {
	case text == Slash:
		return Number{Text: Slash, Origin: NotApplicable}, nil
	case kind == templates.Change && len(text) > 1 && (text[0] == '+' || text[0] == '-'):
		if digits := text[1:]; isPlain(digits) && digits != "0" {
			number, fault := ParsePlain(kind, strings.TrimPrefix(text, "+"))
			number.Text = text
			return number, fault
		}
	case kind == templates.StatedAmount:
		if amount, ok := cutUnit(text); ok && isPlain(amount) {
			number, fault := ParsePlain(kind, amount)
			number.Text = text
			return number, fault
		}
	}
	return Number{}, quotedFault(kind, text)
}

// ParsePlain reads a number that was typed without quotes. It must be spelled
// plainly, for it is printed as it was typed.
func ParsePlain(kind templates.Kind, text string) (Number, *Fault) {
	digits, negative := strings.CutPrefix(text, "-")
	whole := kind == templates.Count || kind == templates.Change
	switch {
	case kind == templates.Change && text == "+0":
		return Number{}, &Fault{problem.CodeFormat, "0 不带加号", "写成 0", ""}
	case kind == templates.Change && strings.HasPrefix(text, "+"):
		return Number{}, &Fault{problem.CodeFormat, problem.Clip(text) + " 带加号，要放在双引号里", `写成 "` + problem.Clip(text) + `"，或者不写加号`, "写成 " + problem.Clip(text[1:])}
	case !isPlain(digits) || negative && strings.Trim(digits, "0.") == "":
		return Number{}, &Fault{problem.CodeFormat, problem.Clip(text) + " 不是通常写法的数", "只用数字写全：不用科学记数法，前面不补 0、不写加号，0 不带负号", ""}
	case len(digits) > MaxDigits+strings.Count(digits, "."):
		return Number{}, &Fault{problem.CodeFormat, problem.Clip(text) + " 超过 " + strconv.Itoa(MaxDigits) + " 位", "核对是不是多打了数字", ""}
	case negative && kind != templates.Change:
		return Number{}, &Fault{problem.CodeNegative, "填的是负数 " + problem.Clip(text), "这一格不小于 0；没有发生的填 0", ""}
	case whole && strings.Contains(digits, "."):
		return Number{}, &Fault{problem.CodeFraction, "填的是小数 " + problem.Clip(text), "这一格是件数，填整数", ""}
	}
	amount, err := decimal.NewFromString(text)
	if err != nil {
		return Number{}, &Fault{problem.CodeFormat, problem.Clip(text) + " 不是数", "填一个数", ""}
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
func quotedFault(kind templates.Kind, text string) *Fault {
	plain := halfWidth(text)
	unit := ""
	if kind == templates.StatedAmount {
		if amount, ok := cutUnit(plain); ok {
			plain, unit = amount, plain[len(amount):]
		}
	}
	quoted := "“" + problem.Clip(text) + "”"
	digits := len(plain) - len(strings.TrimLeft(plain, "0123456789."))
	_, wrong := ParsePlain(kind, plain)
	switch {
	case plain == "":
		return &Fault{problem.CodeFormat, "这一格是空的文字", "没有发生的填 0；还不知道的填 null", "没有发生的填 0"}
	case wrong == nil && unit != "":
		return &Fault{problem.CodeFormat, quoted + "不是通常写法的数", `写成 "` + plain + unit + `"`, "写成 " + plain + unit}
	case wrong == nil:
		return &Fault{problem.CodeQuoted, "应为数，写成了文字" + quoted, "去掉双引号，写成 " + plain, "写成 " + plain}
	case isPlain(plain) || isPlain(strings.TrimLeft(plain, "-+")):
		return wrong
	case strings.Trim(plain, `/\—–-－无`) == "":
		return &Fault{problem.CodeFormat, "应为数，写成了文字" + quoted, `没有发生的填 0；本机关没有这项业务的填 "/"`, "没有发生的填 0；本机关没有这项业务的填 /"}
	case digits > 0 && strings.ContainsAny(plain[digits:], "万亿元%％‰eE"):
		// Its value depends on the unit: no digits are proposed that could be copied.
		fix, form := "按这一格的单位换算好再填数，不写单位：单位是万元的，元数要除以 10000；件数写全，不写万、亿", ""
		if kind == templates.StatedAmount {
			fix, form = `写全数和单位，放在双引号里，如 "251000元"、"25.1万元"`, "写全数和单位，如 251000元、25.1万元"
		}
		return &Fault{problem.CodeFormat, "应为数，写成了文字" + quoted, fix, form}
	case digits > 0 && isPlain(plain[:digits]):
		return &Fault{problem.CodeFormat, "应为数，写成了文字" + quoted, "只写数，不写单位和说明：" + plain[:digits], ""}
	}
	fix, form := "填阿拉伯数字，不加双引号；没有发生的填 0", "填阿拉伯数字；没有发生的填 0"
	if kind == templates.StatedAmount {
		fix, form = `填阿拉伯数字；带单位的加双引号，如 "251000元"；没有发生的填 0`, "填阿拉伯数字，可以带单位，如 251000元；没有发生的填 0"
	}
	return &Fault{problem.CodeFormat, "应为数，写成了文字" + quoted, fix, form}
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
