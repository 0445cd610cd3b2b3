// Package contact holds where the public may ask, which is data, against what the
// text prints of it.
package contact

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"nianbao/problem"
	"nianbao/report"
)

// A way of asking, and how a text states it.
type way struct {
	path, name string
	value      func(*report.Contact) string
	stated     func() *regexp.Regexp // its last group is what is stated
	agree      func(data, stated string) bool
}

// ways are in the order of the data.
var ways = []way{
	{"contact.address", "地址", func(c *report.Contact) string { return c.Address },
		stating(`(?:^|[^网站页箱件])地\s*址\s*[:：为是]+\s*([^，,；;。）)\n]{4,80})`), sameAddress},
	{"contact.postcode", "邮政编码", func(c *report.Contact) string { return c.Postcode },
		stating(`邮(?:政)?编(?:码)?\s*[:：为是]*\s*([0-9０-９]{6})(?:[^0-9０-９]|$)`), func(a, b string) bool { return digitsOf(a) == digitsOf(b) }},
	{"contact.telephone", "联系电话", func(c *report.Contact) string { return c.Telephone },
		stating(`(?:^|[^督报诉务线真])电\s*话(?:号码)?\s*[:：为是]*\s*([0-9０-９（(+][0-9０-９（()）\-－—–、 ]{5,60})`), sameTelephone},
	{"contact.email", "电子邮箱", func(c *report.Contact) string { return c.Email },
		stating(`([A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,})`), strings.EqualFold},
}

func stating(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// Check reports each way of asking of which the text states another than the data has,
// and a telephone number that the text does not print.
func Check(r *report.Report) []problem.Problem {
	if r.Contact == nil {
		return nil
	}
	var problems []problem.Problem
	for _, w := range ways {
		data := w.value(r.Contact)
		if data == "" || r.Doubtful(w.path) {
			continue
		}
		where, other := "", "" // the first that the text states, where none is that of the data
		agrees := w.path == "contact.telephone" && printed(r, data)
		for _, key := range r.ProseKeys() {
			for _, found := range w.stated().FindAllStringSubmatch(r.Prose[key].Text, -1) {
				stated := strings.TrimSpace(found[len(found)-1])
				agrees = agrees || w.agree(data, stated)
				if other == "" {
					where, other = key, stated
				}
			}
		}
		switch {
		case agrees:
		case other != "":
			p := r.Warn(problem.CodeContactDiffers, w.path, w.name+"填的是 "+problem.Clip(data)+"，文字里写的是 "+problem.Clip(other), "").
				With(problem.Mend{File: "核对以哪个为准；印出来的是文字里的（" + where + "）", Form: "核对以哪个为准；印出来的是文字里的"})
			problems = append(problems, p.About(problem.Subject{Quote: other}))
		case w.path == "contact.telephone":
			p := r.Note(problem.CodeContactUnprinted, w.path, "联系电话 "+problem.Clip(data)+" 在报告的文字里没有出现，不会印出来", "")
			problems = append(problems, p.With(problem.Mend{File: "要让公众看到，就写进引言（preamble）或正文", Form: "要让公众看到，就写进引言或正文"}))
		}
	}
	return problems
}

// printed: one of some telephone numbers stands in the text.
func printed(r *report.Report, data string) bool {
	numbers := strings.Fields(digitsOf(data))
	for _, prose := range r.Prose {
		said := digitsOf(prose.Text)
		if slices.ContainsFunc(numbers, func(number string) bool { return strings.Contains(said, number) }) {
			return true
		}
	}
	return false
}

// shortestLocal is how many digits a telephone number has without the area's.
const shortestLocal = 7

// sameTelephone: one of the numbers of the one text is one of the other's, with the
// area's digits before it or without.
func sameTelephone(data, stated string) bool {
	for _, a := range strings.Fields(digitsOf(data)) {
		for _, b := range strings.Fields(digitsOf(stated)) {
			if len(a) >= shortestLocal && len(b) >= shortestLocal && (strings.HasSuffix(a, b) || strings.HasSuffix(b, a)) {
				return true
			}
		}
	}
	return false
}

// sameAddress: the one says the other, more closely or with the place before it.
func sameAddress(data, stated string) bool {
	a, b := plain(data), plain(stated)
	if strings.Contains(a, b) || strings.Contains(b, a) {
		return true
	}
	x, y := strings.Fields(digitsOf(a)), strings.Fields(digitsOf(b))
	n := min(len(x), len(y))
	return slices.Equal(x[:n], y[:n]) && shared(a, b) >= leastShared
}

// leastShared is in characters: a street's name and its number.
const leastShared = 4

// shared is the length of the longest text that two texts share.
func shared(a, b string) int {
	x, y := []rune(a), []rune(b)
	longest := 0
	row := make([]int, len(y)+1)
	for i := range x {
		before := 0
		for j := range y {
			up := row[j+1]
			if row[j+1] = 0; x[i] == y[j] {
				row[j+1] = before + 1
				longest = max(longest, row[j+1])
			}
			before = up
		}
	}
	return longest
}

// plain is an address without blanks and brackets, its digits half width.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case '０' <= r && r <= '９':
			return r - '０' + '0'
		case unicode.IsSpace(r) || strings.ContainsRune("（）()", r):
			return -1
		}
		return r
	}, s)
}

// digitsOf are the digits of a text with spaces between its numbers; what stands within
// a telephone number, as in （0312）732-1234, is left out.
func digitsOf(text string) string {
	var out strings.Builder
	for _, r := range text {
		switch {
		case '０' <= r && r <= '９':
			out.WriteRune(r - '０' + '0')
		case unicode.IsDigit(r):
			out.WriteRune(r)
		case strings.ContainsRune("-－—–()（） +", r):
		default:
			out.WriteByte(' ')
		}
	}
	return out.String()
}
