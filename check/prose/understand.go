package prose

import (
	"strings"
	"unicode/utf8"

	"nianbao/templates"
)

// A stretch of a text that a lexicon is asked about is never longer (in bytes).
const longestStretch = 600

// unread is the first stretch of a text that is made up of no words of the lexicons;
// "" where all of it is understood. Of the ways to part the text into words the
// one that leaves least over counts.
func (w *reader) unread(text string, lexicons ...*templates.Lexicon) string {
	if text == "" {
		return ""
	}
	if len(text) > longestStretch {
		return firstRunes(text, 8)
	}
	var left [longestStretch + 1]int16 // bytes left over up to here
	var from [longestStretch + 1]int16 // where the last word of it began; negative: left over
	for i := 1; i <= len(text); i++ {
		left[i] = 1 << 14
	}
	for i := 0; i < len(text); {
		first, size := utf8.DecodeRuneInString(text[i:])
		step := func(n, cost int) {
			if sum := left[i] + int16(cost); sum < left[i+n] {
				left[i+n], from[i+n] = sum, int16(i)
				if cost > 0 {
					from[i+n] = int16(-i - 1)
				}
			}
		}
		for _, lexicon := range lexicons {
			for _, word := range lexicon.Beginning(first) {
				if strings.HasPrefix(text[i:], word) {
					step(len(word), 0)
				}
			}
		}
		if n := dateAt(text[i:]); n > 0 {
			step(n, 0)
		}
		if n := w.ownNameAt(text[i:]); n > 0 {
			step(n, 0)
		}
		step(size, size)
		i += size
	}
	if left[len(text)] == 0 {
		return ""
	}
	at, end := 0, 0
	for i := len(text); i > 0; {
		j := int(from[i])
		if j >= 0 {
			i = j
			continue
		}
		j = -j - 1
		if at != i {
			end = i
		}
		at, i = j, j
	}
	return text[at:end]
}

func firstRunes(text string, n int) string {
	for i := range text {
		if n == 0 {
			return text[:i]
		}
		n--
	}
	return text
}

// dateAt is the length of a date, or a share, that a text begins with: 12月, 31日.
func dateAt(text string) int {
	n := 0
	for n < len(text) && isDigit(text[n]) {
		n++
	}
	if n == 0 || n > 4 {
		return 0
	}
	for _, unit := range []string{"月", "日", "年", "个工作日", "小时"} {
		if strings.HasPrefix(text[n:], unit) {
			return n + len(unit)
		}
	}
	return 0
}

// pieces is what a context says besides the words of the fit.
func (f fit) pieces(c context) []string {
	var out []string
	from := 0
	for i := len(f.before) - 1; i >= 0; i-- { // found from the number outwards
		out = append(out, c.before[from:f.before[i].from])
		from = f.before[i].to
	}
	out = append(out, c.before[from:])
	from = 0
	for _, s := range f.after {
		out = append(out, c.after[from:s.from])
		from = s.to
	}
	return append(out, c.after[from:])
}
