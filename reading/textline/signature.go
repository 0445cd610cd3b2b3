package textline

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"nianbao/reading/naming"
	chinese "nianbao/templates/numeral"
)

// A Signature is what closes a report.
type Signature struct {
	Signatory string
	Date      string // YYYY-MM-DD; "" if it is no day of the calendar
	Written   string // the date as the file has it
	From, To  int    // lines that it takes
}

var datePattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[（(]?([0-9０-９]{4}|[Ｏ0O` + chinese.Zeros + chinese.Digits + `]{4})年([0-9０-９]{1,2}|[` + chinese.Counting + `]{1,3})月([0-9０-９]{1,2}|[` + chinese.Counting + `]{1,3})日[）)]?$`)
})

// ReadDate reads a line that is a date and nothing else.
func ReadDate(line string) (date string, ok bool) {
	flat := strings.Map(func(r rune) rune {
		if naming.Blank(r) {
			return -1
		}
		return r
	}, line)
	parts := datePattern().FindStringSubmatch(flat)
	if parts == nil {
		return "", false
	}
	date = fmt.Sprintf("%04d-%02d-%02d", YearOf(parts[1]), dayOf(parts[2]), dayOf(parts[3]))
	if _, err := time.Parse(time.DateOnly, date); err != nil {
		return "", true
	}
	return date, true
}

// dayOf reads 18, １８ or 十八.
func dayOf(said string) int {
	if value, n := naming.HanNumber([]rune(said)); n > 0 && n == utf8.RuneCountInString(said) {
		return value
	}
	n, _ := strconv.Atoi(string(naming.Fold(said)))
	return n
}

// FindSignature looks for the last date on a line of its own, and an agency's
// name before or behind it.
func FindSignature(lines []string, agency string) (Signature, bool) {
	for i := len(lines) - 1; i >= 0; i-- {
		date, ok := ReadDate(lines[i])
		if front, behind, parted := partDate(lines[i]); !ok && parted && signs(front, agency) {
			date, _ := ReadDate(behind)
			return Signature{Joined(front), date, behind, i, i + 1}, true
		}
		if !ok {
			continue
		}
		s := Signature{Date: date, Written: lines[i], From: i, To: i + 1}
		if i > 0 && signs(lines[i-1], agency) {
			s.Signatory, s.From = lines[i-1], i-1
		} else if i+1 < len(lines) && signs(lines[i+1], agency) && i+2 == len(lines) {
			s.Signatory, s.To = lines[i+1], i+2
		}
		s.Signatory = Joined(s.Signatory)
		return s, true
	}
	return Signature{}, false
}

// partDate parts a line that ends in a date: 涞源县 2023年1月18日.
func partDate(line string) (front, date string, ok bool) {
	for at, r := range line {
		if at > 0 && naming.Blank(r) {
			if rest := naming.Trim(line[at:]); rest != "" {
				if _, ok := ReadDate(rest); ok {
					return naming.Trim(line[:at]), rest, true
				}
			}
		}
	}
	return "", "", false
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
