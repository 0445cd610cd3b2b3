package report

import (
	"strings"
	"unicode/utf8"
)

// plainText is a text as the checks read it: without spaces, digits and
// brackets of one width.
func plainText(text string) string {
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

// sentences cuts a paragraph at 。！？, but not within brackets or quotes.
func sentences(paragraph string) []string {
	var out []string
	depth, from := 0, 0
	for i := 0; i+3 <= len(paragraph); {
		if i-from >= longestSentence && utf8.RuneStart(paragraph[i]) {
			out = append(out, paragraph[from:i])
			from, depth = i, 0
		}
		switch b := paragraph[i]; {
		case b < 0xe2:
			i++
			continue
		case b > 0xe3 && b < 0xef: // nearly all of a text
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

// heading is the lead-in of a paragraph that begins with （一）; "" for others.
func heading(paragraph string) string {
	if !strings.HasPrefix(paragraph, "（") {
		return ""
	}
	end := strings.Index(paragraph, "）")
	if end < 0 || end > len("（十一") || strings.Trim(paragraph[len("（"):end], "一二三四五六七八九十") != "" {
		return ""
	}
	return leadIn(paragraph[end+len("）"):])
}

// leadIn is what stands before a text's first comma, colon or full stop.
func leadIn(text string) string {
	if end := strings.IndexAny(text, "。，："); end >= 0 {
		return text[:end]
	}
	return text
}

// itemHeading is the lead-in of a paragraph or sentence that begins with 1. or
// （1） or 一是; "" for others.
func itemHeading(text string) string {
	rest := strings.TrimPrefix(text, "（")
	digits := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
	switch {
	case digits == 0 && len(rest) == len(text):
		for _, number := range []string{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"} {
			if after, ok := strings.CutPrefix(rest, number+"是"); ok {
				return leadIn(after)
			}
		}
		return ""
	case digits == 0 || digits > 2:
		return ""
	}
	rest = rest[digits:]
	for _, mark := range []string{".", "、", "）"} {
		if after, ok := strings.CutPrefix(rest, mark); ok && (mark == "）") == strings.HasPrefix(text, "（") {
			return leadIn(after)
		}
	}
	return ""
}

// withoutTitles empties titles in 《》 and words in “” with numbers, which count
// nothing; of other words in “” it drops the marks.
func withoutTitles(sentence string) string {
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
