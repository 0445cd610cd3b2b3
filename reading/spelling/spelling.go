// Package spelling reads what people write in a cell for a number.
package spelling

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"nianbao/reading/naming"
	"nianbao/templates"
)

// A Spelling is what a cell for a number says.
type Spelling struct {
	Text   string // as a report's file spells it; "" for a blank
	Habit  Habit  // what was changed on the way
	Doubt  string // why it is not taken for a number; "" when it is
	Remark string // what stands behind the number in brackets, and was left out
}

// A Habit is a way of writing that means what another spelling means.
type Habit int

const (
	Plain     Habit = iota
	Dash            // - for a blank
	Slashed         // ／ or \ for /
	FullWidth       // １２
	Thousands       // 1,234
	UnitTold        // 3.5万元 in a column of 万元
	Counted         // 23件
	Decimals        // 23.00 for a count
	Spaced          // 1 573 179
	None            // 无 for a blank
	Repeated        // one number in cells side by side that the file did not merge
)

const dashes = "-－—–─―‐‑‒−ー_＿"

// plainNumber is a number with or without thousands separators, and what follows it.
var plainNumber = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^([+-]?)(\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)(\.\d+)?([^\d].*)?$`)
})

// remarkBehind is a remark in brackets: （其中修订16件）. One of digits alone may be
// another number.
var remarkBehind = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(.*?) *([(\[〔【].*\p{Han}.*[)\]〕】])$`) })

// measure is what is counted, behind the number: 件, 宗, 件次. It holds no word
// that makes the number larger or rounds it (左右, 余件, 以上), and none of a date.
var measure = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\p{Han}{1,2}$`) })

const noMeasure = "〇一二三四五六七八九十百千万亿兆两半元角分年月日时号第届无未不左右余多约近许几数上下内外等"

// Read reads what stands in a cell for a number of a kind. unit is the one
// that the column's label names, "" if it names none.
func Read(kind templates.Kind, unit, raw string) Spelling {
	said := naming.Trim(raw)
	switch {
	case said == "":
		return Spelling{}
	case strings.Trim(said, dashes+" ") == "":
		return Spelling{Habit: Dash}
	case said == "无" || said == "没有":
		return Spelling{Habit: None}
	case said == "/":
		return Spelling{Text: "/"}
	case strings.Trim(said, `/／\＼∕`) == "" && len([]rune(said)) <= 2:
		return Spelling{Text: "/", Habit: Slashed}
	case strings.ContainsAny(said, "\n\r\v\f"):
		return Spelling{Doubt: "一格里写了几行"}
	}
	s := Spelling{}
	narrow := strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ';' // it parts two numbers
		case unicode.IsSpace(r):
			return ' '
		case naming.Invisible(r):
			return -1
		case '！' <= r && r <= '～':
			s.Habit = FullWidth
			return r - '！' + '!'
		case r == '−':
			s.Habit = FullWidth
			return '-'
		}
		return r
	}, said)
	if remark := remarkBehind().FindStringSubmatch(narrow); remark != nil {
		narrow, s.Remark = remark[1], said
	}
	parts := plainNumber().FindStringSubmatch(narrow)
	if parts == nil {
		return Spelling{Doubt: "不是通常写法的数"}
	}
	whole := strings.ReplaceAll(strings.ReplaceAll(parts[2], ",", ""), " ", "")
	switch {
	case strings.Contains(parts[2], " "):
		s.Habit = Spaced
	case whole != parts[2]:
		s.Habit = Thousands
	}
	fraction := parts[3]
	if kind == templates.Count && fraction != "" && strings.Trim(fraction, ".0") == "" {
		fraction, s.Habit = "", Decimals
	}
	s.Text = parts[1] + whole + fraction
	switch rest := strings.TrimLeft(parts[4], " "); {
	case rest == "":
	case kind == templates.StatedAmount && (rest == "元" || rest == "万元" || rest == "亿元"):
		s.Text += rest
	case kind == templates.Amount && unit != "" && (rest == unit || rest+"元" == unit):
		s.Habit = UnitTold
	case measure().MatchString(rest) && !strings.ContainsAny(rest, noMeasure):
		s.Habit = Counted
	default:
		return Spelling{Doubt: "不只是一个数"}
	}
	return s
}

// Numeric reports whether a cell is one of numbers, or of what stands for them,
// and not a label.
func Numeric(said string) bool {
	if said == "" {
		return false
	}
	if !naming.HasHan(said) {
		return naming.HasDigit(said) || len([]rune(said)) <= 2
	}
	if len(said) > 100 || !strings.ContainsAny(naming.First(said, 1), "0123456789０１２３４５６７８９+-−－＋无没") {
		return false
	}
	return Read(templates.Count, "", said).Doubt == "" || Read(templates.StatedAmount, "", said).Doubt == ""
}

var units = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?:单位:?|\()(元|百元|千元|万元|亿元)`) })

// UnitOf is the unit that a column's label names: 万元 of （单位：万元）.
func UnitOf(name string) string {
	if found := units().FindStringSubmatch(string(naming.Fold(name))); found != nil {
		return found[1]
	}
	return ""
}

// Whole is a whole number below 10^15.
func Whole(text string) (int, bool) {
	if len(text) == 0 || len(text) > 15 {
		return 0, false
	}
	n, err := strconv.Atoi(text)
	return n, err == nil
}
