package workbook

import (
	"math"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/manuscript"
	"nianbao/problem"
)

// builtIn are the formats of numbers that files name by number alone (18.8.30); the
// others show numbers as they are, or dates.
var builtIn = map[string]string{"1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "9": "0%", "10": "0.00%",
	"37": "#,##0;-#,##0", "38": "#,##0;-#,##0", "39": "#,##0.00;-#,##0.00", "40": "#,##0.00;-#,##0.00"}

// look tells of a number that people see otherwise than it is stored, and of one that
// has more digits than these programs keep.
func (g *grid) look(at, style, stored, text string) {
	if !g.marking {
		return
	}
	place := "工作表“" + g.name + "”" + at
	if tooLong(stored) {
		g.tell("long", manuscript.Note{Code: problem.CodeImportNumber, Place: place, Warn: true,
			Message: at + "的数超过 15 位，Excel 只保留 15 位，后面的位数已经丢了，读到的是 " + text, Fix: "核对这一格；确实有这么多位的，设成文本再填"})
	}
	n, ok := index(style, len(g.formats))
	if !ok || g.formats[n] == "" {
		return
	}
	if shown, differs := shows(g.formats[n], text); differs {
		what := "显示成“" + shown + "”"
		if shown == "" {
			what = "不显示出来"
		}
		g.tell("shown", manuscript.Note{Code: problem.CodeImportNumber, Place: place, Warn: true,
			Message: at + "存的数是 " + text + "，在表里" + what + "；读的是 " + text, Fix: "核对以哪个为准；把这一格的数字格式改成“常规”，看到的就是存的"})
	}
}

// tooLong: a stored number has digits beyond the 15 that are kept, more than the
// arithmetic of such programs leaves behind.
func tooLong(stored string) bool {
	f, err := strconv.ParseFloat(stored, 64)
	if err != nil || math.IsInf(f, 0) {
		return false
	}
	if f == math.Trunc(f) && math.Abs(f) >= 1e15 {
		return true
	}
	kept, err := strconv.ParseFloat(strconv.FormatFloat(f, 'e', 14, 64), 64)
	return err == nil && math.Abs(kept-f) > 4*(math.Nextafter(math.Abs(f), math.Inf(1))-math.Abs(f))
}

// shows is how a format shows a number, where that is another one than is stored:
// rounded, as a percentage, in thousands, with digits of the format's own, or not
// at all. Of formats with conditions, fractions or powers nothing is said.
func shows(code, text string) (shown string, differs bool) {
	value, err := decimal.NewFromString(text)
	if err != nil || strings.ContainsAny(code, "<>=") {
		return "", false
	}
	sections := splitFormat(code)
	section, own := sections[0], false // own: the section is that of negative numbers
	switch {
	case value.IsNegative() && len(sections) > 1:
		section, own = sections[1], true
	case value.IsZero() && len(sections) > 2:
		section = sections[2]
	}
	f, ok := readFormat(section)
	if !ok {
		return "", false
	}
	if f.digits == 0 {
		said := f.before + f.behind
		return said, !value.IsZero() || strings.ContainsAny(said, "123456789")
	}
	scaled := value.Shift(int32(2*f.percents - 3*f.thousands)).Round(int32(f.decimals))
	signed := !own || strings.ContainsAny(f.before, "-－(（")
	digits := strings.ContainsAny(f.before+f.behind, "0123456789")
	number := scaled.StringFixed(int32(f.decimals))
	if own {
		number = scaled.Abs().StringFixed(int32(f.decimals))
	}
	return f.before + number + strings.Repeat("%", f.percents) + f.behind, digits || !signed || !scaled.Equal(value) || f.percents > 0
}

// A format is one section of a number's format.
type format struct {
	digits, decimals, percents, thousands int
	before, behind                        string // what it says around the number
}

// splitFormat parts a format at the semicolons that stand in no quotation marks.
func splitFormat(code string) []string {
	var out []string
	from, quoted := 0, false
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '\\':
			i++
		case '"':
			quoted = !quoted
		case ';':
			if !quoted {
				out, from = append(out, code[from:i]), i+1
			}
		}
	}
	return append(out, code[from:])
}

// readFormat reads a section; false where it is of a kind of which nothing is said.
func readFormat(section string) (format, bool) {
	var f format
	if section == "" {
		return f, true
	}
	commas, point := 0, false
	say := func(s string) {
		if f.digits == 0 {
			f.before += s
		} else {
			f.behind += s
		}
	}
	runes := []rune(section)
	for i := 0; i < len(runes); i++ {
		switch c := runes[i]; c {
		case '0', '#', '?':
			f.digits++
			commas = 0
			if point {
				f.decimals++
			}
		case '.':
			point = true
		case ',':
			commas++
		case '%':
			f.percents++
		case '\\', '!':
			if i++; i < len(runes) {
				say(string(runes[i]))
			}
		case '_', '*':
			i++
		case '"':
			end := i + 1
			for end < len(runes) && runes[end] != '"' {
				end++
			}
			say(string(runes[i+1 : min(end, len(runes))]))
			i = end
		case '[':
			for i < len(runes) && runes[i] != ']' {
				i++
			}
		case 'G', 'g', '@', 'E', 'e', '/':
			return f, false // General, text, powers and fractions
		default:
			say(string(c))
		}
	}
	f.thousands = commas // behind the last digit
	return f, true
}
