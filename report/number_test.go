package report

import (
	"testing"

	"nianbao/templates"
)

func TestParseNumber(t *testing.T) {
	number := func(text string) value { return value{kind: isNumber, text: text} }
	text := func(text string) value { return value{kind: isText, text: text} }
	for _, c := range []struct {
		kind templates.Kind
		in   value
		want string // the value, or the code
	}{
		{templates.Count, number("0"), "0"},
		{templates.Count, number("9570"), "9570"},
		{templates.Count, number("999999999999999"), "999999999999999"},
		{templates.Count, number("1000000000000000"), codeFormat},
		{templates.Count, number("1e3"), codeFormat},
		{templates.Count, number("1E3"), codeFormat},
		{templates.Count, number("007"), codeFormat},
		{templates.Count, number("00"), codeFormat},
		{templates.Count, number("+3"), codeFormat},
		{templates.Count, number("-0"), codeFormat},
		{templates.Count, number("-0.0"), codeFormat},
		{templates.Count, number("-3"), codeNegative},
		{templates.Count, number("-1.5"), codeNegative},
		{templates.Count, number("1.5"), codeFraction},
		{templates.Count, number("3.0"), codeFraction},
		{templates.Count, number(".5"), codeFormat},
		{templates.Count, number("5."), codeFormat},
		{templates.Count, number("--5"), codeFormat},
		{templates.Count, number("2023-01-18"), codeFormat},
		{templates.Count, number("e"), codeFormat},
		{templates.Count, text("/"), "/"},
		{templates.Count, text("／"), codeFormat},
		{templates.Count, text("—"), codeFormat},
		{templates.Count, text("无"), codeFormat},
		{templates.Count, text(""), codeFormat},
		{templates.Count, text(" "), codeFormat},
		{templates.Count, text("12"), codeQuoted},
		{templates.Count, text(" 12 "), codeQuoted},
		{templates.Count, text("１２"), codeQuoted},
		{templates.Count, text("1,234"), codeQuoted},
		{templates.Count, text("-3"), codeNegative},
		{templates.Count, text("1.5"), codeFraction},
		{templates.Count, text("12件"), codeFormat},
		{templates.Count, text("两"), codeFormat},
		{templates.Count, text("+3"), codeFormat},
		{templates.Change, number("0"), "0"},
		{templates.Change, number("-3"), "-3"},
		{templates.Change, number("3"), "3"},
		{templates.Change, number("+3"), codeFormat},
		{templates.Change, number("-0"), codeFormat},
		{templates.Change, number("0.5"), codeFraction},
		{templates.Change, text("+3"), "3"},
		{templates.Change, text("-3"), "-3"},
		{templates.Change, text("+0"), codeFormat},
		{templates.Change, text("+3.5"), codeFraction},
		{templates.Change, text("+"), codeFormat},
		{templates.Change, text("3"), codeQuoted},
		{templates.Change, text("+03"), codeFormat},
		{templates.Change, text("+1234567890123456"), codeFormat},
		{templates.Amount, number("59237.2449"), "59237.2449"},
		{templates.Amount, number("96171.6"), "96171.6"},
		{templates.Amount, number("0.00"), "0"},
		{templates.Amount, number("-1"), codeNegative},
		{templates.Amount, number("1e3"), codeFormat},
		{templates.Amount, number("01.5"), codeFormat},
		{templates.Amount, number("12345678901.23456"), codeFormat},
		{templates.Amount, text("1835"), codeQuoted},
		{templates.Amount, text("1835万元"), codeFormat},
		{templates.StatedAmount, number("25.1"), "25.1"},
		{templates.StatedAmount, text("251000元"), "251000"},
		{templates.StatedAmount, text("25.1万元"), "25.1"},
		{templates.StatedAmount, text("1.2亿元"), "1.2"},
		{templates.StatedAmount, text("/"), "/"},
		{templates.StatedAmount, text("251,000元"), codeFormat},
		{templates.StatedAmount, text("-5元"), codeNegative},
		{templates.StatedAmount, text("元"), codeFormat},
		{templates.StatedAmount, text("251000"), codeQuoted},
		{templates.StatedAmount, number("-1"), codeNegative},
	} {
		got, fault := parseNumber(c.kind, c.in)
		answer := got.Value.String()
		switch {
		case fault != nil:
			answer = fault.code
			if fault.message == "" || fault.fix == "" {
				t.Errorf("%q as %q: a fault without words", c.in.text, c.kind)
			}
		case got.Text != c.in.text:
			t.Errorf("%q is kept as %q", c.in.text, got.Text)
		case got.Origin == NotApplicable:
			answer = slash
		}
		if answer != c.want {
			t.Errorf("%q as %q: got %s, want %s", c.in.text, c.kind, answer, c.want)
		}
	}
}
