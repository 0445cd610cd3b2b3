package reading

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

// A signature is what closes a report.
type signature struct {
	signatory string
	date      string // YYYY-MM-DD; "" if it is no day of the calendar
	written   string // the date as the file has it
	from, to  int    // lines that it takes
}

var datePattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[（(]?([0-9０-９]{4}|[Ｏ0O` + chinese.Zeros + chinese.Digits + `]{4})年([0-9０-９]{1,2}|[` + chinese.Counting + `]{1,3})月([0-9０-９]{1,2}|[` + chinese.Counting + `]{1,3})日[）)]?$`)
})

// readDate reads a line that is a date and nothing else.
func readDate(line string) (date string, ok bool) {
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
	date = fmt.Sprintf("%04d-%02d-%02d", yearOf(parts[1]), dayOf(parts[2]), dayOf(parts[3]))
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

// findSignature looks for the last date on a line of its own, and an agency's
// name before or behind it.
func findSignature(lines []textLine, agency string) (signature, bool) {
	for i := len(lines) - 1; i >= 0; i-- {
		date, ok := readDate(lines[i].text)
		if front, behind, parted := partDate(lines[i].text); !ok && parted && signs(front, agency) {
			date, _ := readDate(behind)
			return signature{joinedUp(front), date, behind, i, i + 1}, true
		}
		if !ok {
			continue
		}
		s := signature{date: date, written: lines[i].text, from: i, to: i + 1}
		if i > 0 && signs(lines[i-1].text, agency) {
			s.signatory, s.from = lines[i-1].text, i-1
		} else if i+1 < len(lines) && signs(lines[i+1].text, agency) && i+2 == len(lines) {
			s.signatory, s.to = lines[i+1].text, i+2
		}
		s.signatory = joinedUp(s.signatory)
		return s, true
	}
	return signature{}, false
}

// partDate parts a line that ends in a date: 涞源县 2023年1月18日.
func partDate(line string) (front, date string, ok bool) {
	for at, r := range line {
		if at > 0 && naming.Blank(r) {
			if rest := trim(line[at:]); rest != "" {
				if _, ok := readDate(rest); ok {
					return trim(line[:at]), rest, true
				}
			}
		}
	}
	return "", "", false
}

// joinedUp is a text without blanks.
func joinedUp(s string) string { return strings.Join(strings.FieldsFunc(s, naming.Blank), "") }

// signs reports whether a line can be the name of who signs.
func signs(line, agency string) bool {
	line = joinedUp(line)
	if n := utf8.RuneCountInString(line); n < 3 || n > 40 || strings.ContainsAny(line, "。，；：！？,;:") {
		return false
	}
	if numeral, _ := naming.CutNumeral(naming.Fold(line)); numeral.Kind != naming.Unnumbered {
		return false
	}
	return agency != "" && strings.Contains(line, agency) || organ().MatchString(line)
}
