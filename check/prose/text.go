package prose

import (
	"strings"
	"unicode/utf8"
)

// Plain is a text as the checks read it: without spaces, digits and
// brackets of one width.
func Plain(text string) string {
	for i := 0; i < len(text); {
		if b := text[i]; 0xe4 <= b && b <= 0xe9 { // nearly all of a text: 一 to 鿿
			i += 3
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if even(r) != r {
			return strings.Map(even, text)
		}
		i += size
	}
	return text
}

func even(r rune) rune {
	switch {
	case '０' <= r && r <= '９':
		return r - '０' + '0'
	case r == ' ' || r == '\u3000' || r == '\u00a0' || r == '\t' || r == '\r':
		return -1
	case r == '％':
		return '%'
	case r == '．':
		return '.'
	case r == '(':
		return '（'
	case r == ')':
		return '）'
	case r == ';':
		return '；'
	case r == ':':
		return '：'
	case r == '<':
		return '〈'
	case r == '>':
		return '〉'
	}
	return r
}

// longestSentence is far more than anybody writes (in bytes). What goes on
// longer is cut: reading a sentence takes time with the square of its length.
const longestSentence = 3000

// Sentences cuts a paragraph at 。！？, but not within brackets or quotes.
func Sentences(paragraph string) []string {
	var out []string
	depth, from := 0, 0
	for i := 0; i+3 <= len(paragraph); {
		if i-from >= longestSentence {
			out = append(out, paragraph[from:i])
			from, depth = i, 0
		}
		switch b := paragraph[i]; {
		case b < 0xc0:
			i++
			continue
		case b < 0xe0:
			i += 2
			continue
		case b >= 0xf0:
			i += 4
			continue
		case b != 0xe2 && b != 0xe3 && b != 0xef: // nearly all of a text
			i += 3
			continue
		}
		end := i + 3
		switch paragraph[i:end] {
		case "（", "“", "《":
			depth++
		case "）", "”", "》":
			depth = max(depth-1, 0)
		case "。", "！", "？":
			if depth == 0 || paragraph[i:end] == "。" && i-from > 600 {
				out = append(out, paragraph[from:end])
				from, depth = end, 0
			}
		}
		i = end
	}
	if from < len(paragraph) {
		out = append(out, paragraph[from:])
	}
	return out
}

// WithoutTitles empties titles in 《》 and words in “” with numbers, which count
// nothing; of other words in “” it drops the marks.
func WithoutTitles(sentence string) string {
	for _, pair := range []struct{ open, shut string }{{"《", "》"}, {"“", "”"}} {
		if !strings.Contains(sentence, pair.open) {
			continue
		}
		var out strings.Builder
		rest := sentence
		for {
			i := strings.Index(rest, pair.open)
			if i < 0 {
				break
			}
			j := strings.Index(rest[i:], pair.shut)
			if j < 0 {
				break
			}
			out.WriteString(rest[:i])
			if inner := rest[i+len(pair.open) : i+j]; pair.open == "《" || strings.ContainsAny(inner, "0123456789一二两") {
				out.WriteString(pair.open + pair.shut)
			} else {
				out.WriteString(inner)
			}
			rest = rest[i+j+len(pair.shut):]
		}
		sentence = out.String() + rest
	}
	return sentence
}

// HasAny reports whether a text has one of some words.
func HasAny(text string, words []string) bool {
	for _, word := range words {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// withoutEveryChannel leaves out 通过网站、信函等渠道: by whatever way they came.
func withoutEveryChannel(text string) string {
	for _, lead := range []string{"通过", "以", "利用", "依托", "采取", "采用", "从"} {
		i := strings.Index(text, lead)
		if i < 0 {
			continue
		}
		for _, end := range []string{"等方式", "等渠道", "等途径", "等形式", "等多种渠道", "等多种方式", "等多种形式", "等各种渠道", "等各种方式", "各种渠道", "多种渠道", "各种方式", "各种途径", "各类渠道", "线上线下渠道", "线上线下"} {
			if j := strings.Index(text[i:], end); j >= 0 {
				return text[:i] + text[i+j+len(end):]
			}
		}
	}
	return text
}

func isDigits(text string) bool { return text != "" && strings.Trim(text, "0123456789") == "" }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// threeDigits: what follows a comma that groups thousands.
func threeDigits(text string) bool {
	return len(text) >= 3 && isDigit(text[0]) && isDigit(text[1]) && isDigit(text[2]) && (len(text) == 3 || !isDigit(text[3]))
}
