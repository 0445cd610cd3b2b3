package reading

import (
	"strings"
	"unicode"
)

// A label is a heading or the name of a row or column, reduced to what tells it
// from others: how it is numbered, and its words without spaces and marks.
type label struct {
	numeral numeral
	words   []rune
	text    string    // the words
	marks   [2]uint64 // which characters there are, roughly: a bit each
}

func newLabel(number numeral, words []rune) label {
	l := label{numeral: number, words: words, text: string(words)}
	for _, r := range words {
		l.marks[r>>6&1] |= 1 << (r & 63)
	}
	return l
}

// longestLabel is in characters. The form's longest label has 34; what is much
// longer is a text.
const longestLabel = 100

// parseLabel reduces a text to a label; false if it is empty or too long for one.
func parseLabel(text string) (label, bool) {
	if len(text) > 10*longestLabel {
		return label{}, false
	}
	folded := fold(text)
	number, rest := cutNumeral(folded)
	words := wordsOf(rest)
	if len(words) > longestLabel {
		return label{}, false
	}
	return newLabel(number, words), len(words) > 0 || number.kind != unnumbered
}

// wordsOf leaves out everything but letters and digits.
func wordsOf(folded []rune) []rune {
	words := make([]rune, 0, len(folded))
	for _, r := range folded {
		if isWord(r) {
			words = append(words, r)
		}
	}
	return words
}

func (l label) String() string { return l.text }

// fold spells a text in one way: half-width letters, digits and brackets, no
// spaces, no invisible characters, 其他 for 其它.
func fold(text string) []rune {
	out := make([]rune, 0, len(text)/2)
	for _, r := range text {
		switch {
		case unicode.IsSpace(r) || invisible(r):
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

// invisible: control characters, zero-width spaces, soft hyphens, byte order marks.
func invisible(r rune) bool {
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

// hasHan reports whether a text holds a Chinese character: no number does.
func hasHan(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) && r != '〇' }) >= 0
}

// hasDigit reports whether a text holds a digit of any script.
func hasDigit(text string) bool { return strings.IndexFunc(text, unicode.IsDigit) >= 0 }

func blank(r rune) bool { return unicode.IsSpace(r) || r == '\u2800' || r == '\u3164' }

// isWord: a character that tells labels apart.
func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
