package reading

import (
	"regexp"
	"strings"
	"sync"
	"unicode"

	"nianbao/templates"
)

// A spelling is what a cell for a number says.
type spelling struct {
	text   string // as a report's file spells it; "" for a blank
	habit  habit  // what was changed on the way
	doubt  string // why it is not taken for a number; "" when it is
	fitted string // doubtless, the unit that was taken off
}

// A habit is a way of writing that means what another spelling means.
type habit int

const (
	plain     habit = iota
	dash            // - for a blank
	slashed         // ／ or \ for /
	fullWidth       // １２
	thousands       // 1,234
	unitTold        // 3.5万元 in a column of 万元
)

const dashes = "-－—–─―‐‑‒−ー_＿"

// plainNumber is a number with or without thousands separators, and what follows it.
var plainNumber = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(.*)$`) })

// spell reads what stands in a cell for a number of a kind. unit is the one
// that the column's label names, "" if it names none.
func spell(kind templates.Kind, unit, raw string) spelling {
	said := trim(raw)
	switch {
	case said == "":
		return spelling{}
	case strings.Trim(said, dashes+" ") == "":
		return spelling{habit: dash}
	case said == "/":
		return spelling{text: "/"}
	case strings.Trim(said, `/／\＼∕`) == "" && len([]rune(said)) <= 2:
		return spelling{text: "/", habit: slashed}
	case strings.ContainsAny(said, "\n\r\v\f"):
		return spelling{doubt: "一格里写了几行"}
	}
	s := spelling{}
	narrow := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' ' // a tab within parts two numbers
		case invisible(r):
			return -1
		case '！' <= r && r <= '～':
			s.habit = fullWidth
			return r - '！' + '!'
		case r == '−':
			s.habit = fullWidth
			return '-'
		}
		return r
	}, said)
	parts := plainNumber().FindStringSubmatch(narrow)
	if parts == nil {
		return spelling{doubt: "不是通常写法的数"}
	}
	whole := strings.ReplaceAll(parts[2], ",", "")
	if whole != parts[2] {
		s.habit = thousands
	}
	s.text = parts[1] + whole + parts[3]
	switch rest := strings.TrimLeftFunc(parts[4], unicode.IsSpace); {
	case rest == "":
	case kind == templates.StatedAmount && (rest == "元" || rest == "万元" || rest == "亿元"):
		s.text += rest
	case kind == templates.Amount && rest == unit && unit != "":
		s.habit = unitTold
	default:
		return spelling{doubt: "不只是一个数"}
	}
	return s
}

var units = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?:单位:?|\()(元|百元|千元|万元|亿元)`) })

// unitOf is the unit that a column's label names: 万元 of （单位：万元）.
func unitOf(name string) string {
	if found := units().FindStringSubmatch(string(fold(name))); found != nil {
		return found[1]
	}
	return ""
}
