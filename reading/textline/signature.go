package textline

import (
	"strings"
	"unicode/utf8"

	"nianbao/reading/naming"
)

// A Signature is what closes a report.
type Signature struct {
	Signatory string
	Day
	Above    string // another name on the line above
	From, To int    // lines that it takes
}

// FindSignature looks for the last date on a line of its own, and an agency's
// name before or behind it. A date that is not written out signs only beside such
// a name, or at the very end.
func FindSignature(lines []string, agency string) (Signature, bool) {
	for i := len(lines) - 1; i >= 0; i-- {
		if s, ok := inOneLine(lines[i], agency); ok && (s.Lacks == "" || i >= len(lines)-2) {
			s.From, s.To = i, i+1
			return s, true
		}
		day, ok := ReadDay(lines[i])
		if !ok {
			continue
		}
		s := Signature{Day: day, From: i, To: i + 1}
		if i > 0 && signs(lines[i-1], agency) {
			s.Signatory, s.From = lines[i-1], i-1
			if i > 1 && signs(lines[i-2], agency) {
				s.Above, s.From = Joined(lines[i-2]), i-2
			}
		} else if i+1 < len(lines) && signs(lines[i+1], agency) && i+2 == len(lines) {
			s.Signatory, s.To = lines[i+1], i+2
		}
		if s.Signatory == "" && (s.Digits || s.Lacks != "" && i+1 < len(lines)) {
			continue // 2023.1, or a number
		}
		s.Signatory = Joined(s.Signatory)
		if agency != "" && !strings.Contains(s.Signatory, agency) && strings.Contains(s.Above, agency) && onlyRank(s.Signatory) {
			s.Signatory, s.Above = s.Above+s.Signatory, "" // one name on two lines
		}
		return s, true
	}
	return Signature{}, false
}

// Unsigned: the last of a text's lines is a name under which no date stands.
func Unsigned(lines []string, agency string) (name string, ok bool) {
	i := len(lines) - 1
	if i < 1 || !signs(lines[i], agency) || !strings.ContainsAny(lines[i-1][max(0, len(lines[i-1])-len("。")):], "。.！") {
		return "", false
	}
	return Joined(lines[i]), true
}

// onlyRank: a line says which office of a body signs, and not of which: 办公室.
func onlyRank(line string) bool { return utf8.RuneCountInString(line) <= 4 }

// inOneLine parts a line that ends or begins with a date: 涞源县 2023年1月18日.
func inOneLine(line, agency string) (Signature, bool) {
	if utf8.RuneCountInString(line) > 80 || !strings.ContainsAny(line, "日号月./-．／－") {
		return Signature{}, false
	}
	for at := range line {
		if at == 0 {
			continue
		}
		for _, part := range [][2]string{{line[:at], line[at:]}, {line[at:], line[:at]}} {
			if !signs(part[0], agency) {
				continue
			}
			if day, ok := ReadDay(part[1]); ok && !day.Digits {
				return Signature{Signatory: Joined(part[0]), Day: day}, true
			}
		}
	}
	return Signature{}, false
}

// Joined is a text without blanks.
func Joined(s string) string { return strings.Join(strings.FieldsFunc(s, naming.Blank), "") }

// signs reports whether a line can be the name of who signs.
func signs(line, agency string) bool {
	line = Joined(line)
	if n := utf8.RuneCountInString(line); n < 3 || n > 40 || strings.ContainsAny(line, "。，；：！？,;:") {
		return false
	}
	if numeral, _ := naming.CutNumeral(naming.Fold(line)); numeral.Kind != naming.Unnumbered {
		return false
	}
	return agency != "" && strings.Contains(line, agency) || organ().MatchString(line)
}
