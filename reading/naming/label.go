// Package naming tells labels and headings from one another: what a file calls a
// row, a column or a section, and which of the form's it is. Words count, not
// spaces, marks or widths; numerals must not contradict; where two of the form's
// are as near, none is taken.
package naming

import (
	"slices"
	"strings"
	"unicode"
)

// A label is a heading or the name of a row or column, reduced to what tells it
// from others: how it is numbered, and its words without spaces and marks.
type Label struct {
	Numeral Numeral
	Words   []rune
	Text    string    // the words
	marks   [2]uint64 // which characters there are, roughly: a bit each
	sorted  []rune    // the words' characters in the order of their codes
}

// New is a label of words that were folded and cut already.
func New(number Numeral, words []rune) Label {
	l := Label{Numeral: number, Words: words, Text: string(words), sorted: slices.Clone(words)}
	slices.Sort(l.sorted)
	for _, r := range words {
		l.marks[r>>6&1] |= 1 << (r & 63)
	}
	return l
}

// longestLabel is in characters. The form's longest label has 34; what is much
// longer is a text.
const longestLabel = 100

// Parse reduces a text to a label; false if it is empty or too long for one.
func Parse(text string) (Label, bool) {
	if len(text) > 10*longestLabel {
		return Label{}, false
	}
	folded := Fold(text)
	number, rest := CutNumeral(folded)
	words := WordsOf(rest)
	if len(words) > longestLabel {
		return Label{}, false
	}
	return New(number, words), len(words) > 0 || number.Kind != Unnumbered
}

// WordsOf leaves out everything but letters and digits.
func WordsOf(folded []rune) []rune {
	words := make([]rune, 0, len(folded))
	for _, r := range folded {
		if IsWord(r) {
			words = append(words, r)
		}
	}
	return words
}

// CutRemark takes off what stands in brackets at a text's end, unless it parts
// something off: 其中…, 不含….
func CutRemark(text string) (string, bool) {
	folded := Trim(text)
	for _, pair := range []string{"（）", "()", "〔〕", "[]"} {
		open, shut := string([]rune(pair)[0]), string([]rune(pair)[1])
		if inner, ok := strings.CutSuffix(folded, shut); ok {
			at := strings.LastIndex(inner, open)
			return inner[:max(at, 0)], at > 0 && !strings.ContainsAny(inner[at:], "中不未非无没除")
		}
	}
	return text, false
}

// String is the label's words.
func (l Label) String() string { return l.Text }

// Fold spells a text in one way: half-width letters, digits and brackets, no
// spaces, no invisible characters, 其他 for 其它.
func Fold(text string) []rune {
	out := make([]rune, 0, len(text)/2)
	for _, r := range text {
		switch {
		case '一' <= r && r <= '龥' && r != '它', 'a' <= r && r <= 'z', '0' <= r && r <= '9':
			out = append(out, r) // nearly all of them
		case unicode.IsSpace(r) || Invisible(r):
		case '！' <= r && r <= '～':
			out = append(out, r-'！'+'!')
		case strings.ContainsRune("〔〖【［", r):
			out = append(out, '[')
		case strings.ContainsRune("〕〗】］", r):
			out = append(out, ']')
		case r == '它':
			out = append(out, '他')
		case superscript(r):
		case circled(r) > 0:
			// A circle numbers what follows: ①.
			out = append(out, circleMark, '0'+rune(circled(r)/10), '0'+rune(circled(r)%10))
		default:
			out = append(out, r)
		}
	}
	return out
}

// Invisible: control characters, zero-width spaces, soft hyphens, byte order marks.
func Invisible(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r)
}

// superscript: digits that refer to a footnote.
func superscript(r rune) bool {
	return r == '¹' || r == '²' || r == '³' || '⁰' <= r && r <= '⁹'
}

// circled is the number of ①, ⑴ or ⒈; 0 for any other character.
func circled(r rune) int {
	for _, first := range []rune{'①', '⑴', '⒈', '❶', '⓵'} {
		count := rune(20)
		if first == '❶' || first == '⓵' {
			count = 10
		}
		if first <= r && r < first+count {
			return int(r-first) + 1
		}
	}
	return 0
}

// HasHan reports whether a text holds a Chinese character: no number does.
func HasHan(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) && r != '〇' }) >= 0
}

// HasDigit reports whether a text holds a digit of any script.
func HasDigit(text string) bool { return strings.IndexFunc(text, unicode.IsDigit) >= 0 }

// Blank reports whether a character leaves no ink.
func Blank(r rune) bool { return unicode.IsSpace(r) || r == '\u2800' || r == '\u3164' }

// IsWord: a character that tells labels apart.
func IsWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// Trim takes blanks and invisible characters off both ends.
func Trim(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return Blank(r) || Invisible(r) })
}

// OneLine is a text without line breaks and other blanks in it.
func OneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return Blank(r) || Invisible(r) }), " ")
}

// First is the first n characters of a text.
func First(s string, n int) string {
	for at := range s {
		if n == 0 {
			return s[:at]
		}
		n--
	}
	return s
}
