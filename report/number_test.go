package report

import (
	"testing"

	"nianbao/problem"
	"nianbao/templates"
)

func TestParseNumber(t *testing.T) {
	type typed struct {
		text   string
		quoted bool
	}
	number := func(text string) typed { return typed{text, false} }
	text := func(text string) typed { return typed{text, true} }
	for _, c := range []struct {
		kind templates.Kind
		in   typed
		want string // the value, or the code
	}{
		{templates.Count, number("0"), "0"},
		{templates.Count, number("9570"), "9570"},
		{templates.Count, number("999999999999999"), "999999999999999"},
		{templates.Count, number("1000000000000000"), problem.CodeFormat},
		{templates.Count, number("1e3"), problem.CodeFormat},
		{templates.Count, number("1E3"), problem.CodeFormat},
		{templates.Count, number("007"), problem.CodeFormat},
		{templates.Count, number("00"), problem.CodeFormat},
		{templates.Count, number("+3"), problem.CodeFormat},
		{templates.Count, number("-0"), problem.CodeFormat},
		{templates.Count, number("-0.0"), problem.CodeFormat},
		{templates.Count, number("-3"), problem.CodeNegative},
		{templates.Count, number("-1.5"), problem.CodeNegative},
		{templates.Count, number("1.5"), problem.CodeFraction},
		{templates.Count, number("3.0"), problem.CodeFraction},
		{templates.Count, number(".5"), problem.CodeFormat},
		{templates.Count, number("5."), problem.CodeFormat},
		{templates.Count, number("--5"), problem.CodeFormat},
		{templates.Count, number("2023-01-18"), problem.CodeFormat},
		{templates.Count, number("e"), problem.CodeFormat},
		{templates.Count, text("/"), "/"},
		{templates.Count, text("／"), problem.CodeFormat},
		{templates.Count, text("—"), problem.CodeFormat},
		{templates.Count, text("无"), problem.CodeFormat},
		{templates.Count, text(""), problem.CodeFormat},
		{templates.Count, text(" "), problem.CodeFormat},
		{templates.Count, text("12"), problem.CodeQuoted},
		{templates.Count, text(" 12 "), problem.CodeQuoted},
		{templates.Count, text("１２"), problem.CodeQuoted},
		{templates.Count, text("1,234"), problem.CodeQuoted},
		{templates.Count, text("-3"), problem.CodeNegative},
		{templates.Count, text("1.5"), problem.CodeFraction},
		{templates.Count, text("12件"), problem.CodeFormat},
		{templates.Count, text("两"), problem.CodeFormat},
		{templates.Count, text("+3"), problem.CodeFormat},
		{templates.Change, number("0"), "0"},
		{templates.Change, number("-3"), "-3"},
		{templates.Change, number("3"), "3"},
		{templates.Change, number("+3"), problem.CodeFormat},
		{templates.Change, number("-0"), problem.CodeFormat},
		{templates.Change, number("0.5"), problem.CodeFraction},
		{templates.Change, text("+3"), "3"},
		{templates.Change, text("-3"), "-3"},
		{templates.Change, text("+0"), problem.CodeFormat},
		{templates.Change, text("+3.5"), problem.CodeFraction},
		{templates.Change, text("+"), problem.CodeFormat},
		{templates.Change, text("3"), problem.CodeQuoted},
		{templates.Change, text("+03"), problem.CodeFormat},
		{templates.Change, text("+1234567890123456"), problem.CodeFormat},
		{templates.Amount, number("59237.2449"), "59237.2449"},
		{templates.Amount, number("96171.6"), "96171.6"},
		{templates.Amount, number("0.00"), "0"},
		{templates.Amount, number("-1"), problem.CodeNegative},
		{templates.Amount, number("1e3"), problem.CodeFormat},
		{templates.Amount, number("01.5"), problem.CodeFormat},
		{templates.Amount, number("12345678901.23456"), problem.CodeFormat},
		{templates.Amount, text("1835"), problem.CodeQuoted},
		{templates.Amount, text("1835万元"), problem.CodeFormat},
		{templates.StatedAmount, number("25.1"), "25.1"},
		{templates.StatedAmount, text("251000元"), "251000"},
		{templates.StatedAmount, text("25.1万元"), "25.1"},
		{templates.StatedAmount, text("1.2亿元"), "1.2"},
		{templates.StatedAmount, text("/"), "/"},
		{templates.StatedAmount, text("251,000元"), problem.CodeFormat},
		{templates.StatedAmount, text("-5元"), problem.CodeNegative},
		{templates.StatedAmount, text("元"), problem.CodeFormat},
		{templates.StatedAmount, text("251000"), problem.CodeQuoted},
		{templates.StatedAmount, number("-1"), problem.CodeNegative},
	} {
		parse := ParsePlain
		if c.in.quoted {
			parse = ParseQuoted
		}
		got, fault := parse(c.kind, c.in.text)
		answer := got.Value.String()
		switch {
		case fault != nil:
			answer = fault.Code
			if fault.Message == "" || fault.Fix == "" {
				t.Errorf("%q as %q: a fault without words", c.in.text, c.kind)
			}
		case got.Text != c.in.text:
			t.Errorf("%q is kept as %q", c.in.text, got.Text)
		case got.Origin == NotApplicable:
			answer = Slash
		}
		if answer != c.want {
			t.Errorf("%q as %q: got %s, want %s", c.in.text, c.kind, answer, c.want)
		}
	}
}
