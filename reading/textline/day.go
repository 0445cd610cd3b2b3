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

// A Day is a line that is a date and nothing else.
type Day struct {
	Date    string // YYYY-MM-DD; "" if the line does not say which day it is
	Lacks   string // what it then lacks, in the words that are told
	Written string // as the file has it
	Digits  bool   // 20230118, 2023.1: digits that are a date only beside a name
	Sign    bool   // 2023-01-18: as programs write dates
}

const (
	yearDigits  = `([0-9]{4}|[O` + chinese.Zeros + chinese.Digits + `]{4})`
	countDigits = `([0-9]{1,2}|元|[` + chinese.Counting + `]{1,3})`
	// between is what people put between year, month and day.
	between = `[-./—–]`
)

// dayPatterns are the ways in which a day is written; year, month and day in this order.
var dayPatterns = sync.OnceValue(func() []*regexp.Regexp {
	var patterns []*regexp.Regexp
	for _, written := range []string{
		yearDigits + `年` + countDigits + `月` + countDigits + `[日号]`,
		`([0-9]{4})` + between + `([0-9]{1,2})` + between + `([0-9]{1,2})日?`,
		`(20[0-9]{2})([01][0-9])([0-3][0-9])`,
		// Written in part.
		yearDigits + `年` + countDigits + `月([日号]?)`,
		`([0-9]{4})` + between + `([0-9]{1,2})()`,
		`(年?)` + countDigits + `月` + countDigits + `[日号]`,
		`(?:([0-9]{4}|[O` + chinese.Zeros + chinese.Digits + `]{4})?)年` + countDigits + `?月` + countDigits + `?[日号]`,
	} {
		patterns = append(patterns, regexp.MustCompile(`^\(?`+written+`\)?$`))
	}
	return patterns
})

// longestDay is in characters, without blanks.
const longestDay = 20

// ReadDay reads a line that is a date and nothing else, also one that is not
// written out: 1月18日, 2023年1月, 　年　月　日.
func ReadDay(line string) (Day, bool) {
	if len(line) > 200 {
		return Day{}, false
	}
	flat := strings.Map(func(r rune) rune {
		if r == '_' || r == '×' || r == 'X' || r == 'x' {
			return -1 // what people write to be filled in
		}
		return r
	}, string(naming.Fold(line)))
	if flat == "" || utf8.RuneCountInString(flat) > longestDay {
		return Day{}, false
	}
	for i, p := range dayPatterns() {
		parts := p.FindStringSubmatch(flat)
		if parts == nil {
			continue
		}
		day := Day{Written: line, Digits: i == 2 || i == 4, Sign: i == 1}
		year, month, of := YearOf(parts[1]), dayOf(parts[2]), dayOf(parts[3])
		date := fmt.Sprintf("%04d-%02d-%02d", year, month, of)
		_, err := time.Parse(time.DateOnly, date)
		switch {
		case i <= 2 && err == nil && year > 0:
			day.Date = date
		case i <= 2:
			day.Lacks = "不是真实的日期"
		case month == 0 || month > 0 && of == 0 && year == 0:
			day.Lacks = "没有填完整"
		case year == 0:
			day.Lacks = "没有写哪一年"
		default:
			day.Lacks = "没有写哪一天"
		}
		if i == 2 && day.Date == "" {
			return Day{}, false // a number
		}
		return day, true
	}
	return Day{}, false
}

// ReadDate reads a line that is a date, written out, and nothing else.
func ReadDate(line string) (date string, ok bool) {
	day, ok := ReadDay(line)
	ok = ok && !day.Digits && !day.Sign && (day.Lacks == "" || day.Lacks == "不是真实的日期")
	return day.Date, ok
}

// dayOf reads 18, 十八 or 元; 0 where nothing is written.
func dayOf(said string) int {
	if said == "元" {
		return 1
	}
	if value, n := naming.HanNumber([]rune(said)); n > 0 && n == utf8.RuneCountInString(said) {
		return value
	}
	n, _ := strconv.Atoi(said)
	return n
}
