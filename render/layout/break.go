package layout

import (
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"nianbao/render/style"
)

// breakLines cuts text into lines: first is the room of the first line, rest
// that of the others. Joined, the lines are the text.
func (s *setter) breakLines(text []character, first, rest style.Length) []line {
	if len(text) == 0 {
		return nil
	}
	if fits(text, first) {
		return []line{{characters: text, last: true}}
	}
	may := opportunities(text, s.habits.LatinBreaks)
	var lines []line
	for start, room := 0, first; start < len(text); room = rest {
		end, hung := lineEnd(text, may, start, room, s.habits.Hanging)
		lines = append(lines, line{characters: text[start:end], hung: hung})
		start = end
	}
	lines[len(lines)-1].last = true
	return lines
}

// fits reports whether a text is one line, as most cells' are, by lineEnd's rule.
func fits(text []character, room style.Length) bool {
	used := style.Length(0)
	for _, c := range text {
		if used+natural(c) > room && c.rune != ' ' {
			return false
		}
		used += c.advance + c.space
	}
	return true
}

// lineEnd is where a line that begins at start ends: at the last opportunity
// that leaves it within room, a mark that has none left hung; or,
// where a single piece is wider than a line, inside the piece.
func lineEnd(text []character, may []bool, start int, room style.Length, hang bool) (end int, hung bool) {
	used, best := style.Length(0), 0
	for i := start; i < len(text); i++ {
		c := text[i]
		if used+natural(c) > room && c.rune != ' ' {
			switch {
			case hang && style.MayHang(c.rune) && may[i+1] && i > start && !afterLatin(text[start:i]):
				return i + 1, true
			case best > start:
				return best, false
			}
			return max(i, start+1), false
		}
		used += c.advance + c.space
		if may[i+1] {
			best = i + 1
		}
	}
	return len(text), false
}

// afterLatin reports whether the last letter or digit is Latin. Office programs
// take the rules of its language for the marks behind it, and hang none.
func afterLatin(text []character) bool {
	for i := len(text) - 1; i >= 0; i-- {
		if r := text[i].rune; unicode.IsLetter(r) || unicode.IsDigit(r) {
			return text[i].latin
		}
	}
	return false
}

// opportunities says before which characters a line may break: where Unicode's
// line breaking algorithm (UAX #14) allows it (in Latin text, behind spaces and hyphens
// alone, unless latinBreaks), and between Han characters and
// marks also where that algorithm is shy of quotation marks, but never against
// GB/T 15834-2011, 5.1.
func opportunities(text []character, latinBreaks bool) []bool {
	runes := make([]rune, len(text))
	for i, c := range text {
		runes[i] = c.rune
	}
	may := besideLatin(text, runes)
	for i := 1; i < len(text); i++ {
		a, b := runes[i-1], runes[i]
		if !text[i-1].latin && !text[i].latin {
			may[i] = true
		}
		if inNumber(a, b) || !latinBreaks && text[i-1].latin && text[i].latin && a != ' ' && a != '-' {
			may[i] = false
		}
		if a == '-' && text[i].latin && i > 1 && unicode.IsDigit(runes[i-2]) {
			may[i] = true // a telephone number may break behind its hyphen, as office programs do
		}
		if style.NeverFirst(b) && a != ' ' || style.NeverLast(a) || b == ' ' {
			may[i] = false
		}
	}
	may[len(text)] = true
	return may
}

// besideLatin says before which characters UAX #14 allows a break, right where one of the
// two neighbours is Latin. It is asked for those parts of a text alone that hold any.
func besideLatin(text []character, runes []rune) []bool {
	may := make([]bool, len(text)+1)
	for from := 0; from < len(text); {
		to, latin := stretch(text, from)
		if latin {
			unicodeBreaks(runes[from:to], may[from:])
		}
		from = to
	}
	return may
}

// stretch is how far a text reaches that has to be asked for as one: to between two
// ideographs, where a line may always break and nothing before counts for what follows
// (LB31); and whether anything in it is Latin: elsewhere the algorithm has no say.
func stretch(text []character, from int) (to int, latin bool) {
	for to = from; to < len(text); to++ {
		if to > from && ideograph(text[to-1].rune) && ideograph(text[to].rune) {
			break
		}
		latin = latin || text[to].latin
	}
	return to, latin
}

// ideograph tells of the unified ideographs, which are of class ID.
func ideograph(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF }

// unicodeBreaks says before which characters of a text UAX #14 allows a break.
func unicodeBreaks(text []rune, may []bool) {
	remaining := string(text)
	for at, state := 0, -1; len(remaining) > 0; {
		var segment string
		segment, remaining, _, state = uniseg.FirstLineSegmentInString(remaining, state)
		at += utf8.RuneCountInString(segment)
		may[at] = true
	}
}

// inNumber reports whether two neighbours belong to one number with its point, comma
// and per cent sign.
func inNumber(a, b rune) bool {
	digit := func(r rune) bool { return r >= '0' && r <= '9' }
	return digit(a) && (digit(b) || b == '.' || b == ',' || b == '%') || (a == '.' || a == ',') && digit(b)
}
