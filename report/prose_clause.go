package report

import (
	"strings"
	"unicode/utf8"
)

// A clause is a piece of a sentence between commas, without its brackets; what
// these hold follows as clauses of its own.
type clause struct {
	text   string
	inside bool // within brackets
	opens  bool // the first of a bracket
	closes bool // the last of a bracket
}

func clausesOf(sentence string, inside bool) []clause {
	var out []clause
	var before string // what stands before a bracket that was taken out
	var held []string // what the brackets of the clause hold
	closings := brackets(sentence)
	from := 0
	end := func(at int) {
		if text := before + sentence[from:at]; text != "" {
			out = append(out, clause{text: text, inside: inside})
		}
		before = ""
		for _, b := range held {
			inner := clausesOf(b, true)
			if len(inner) > 0 {
				inner[0].opens, inner[len(inner)-1].closes = true, true
			}
			out = append(out, inner...)
		}
		held = nil
	}
	for i := 0; i < len(sentence); {
		r, size := utf8.DecodeRuneInString(sentence[i:])
		switch r {
		case '（':
			j, ok := closings[i]
			if !ok {
				break
			}
			size = j + len("）") - i
			inner := sentence[i+len("（") : j]
			if inner != "" && !hasNumber(inner) {
				break // it only says more of what is counted: 予以公开（含部分公开）1816件
			}
			held = append(held, inner)
			before += sentence[from:i]
			from = i + size
		case '，', '；', '：', '。', '！', '？', ',':
			if r == ',' && i > from && i+1 < len(sentence) && isDigit(sentence[i-1]) && threeDigits(sentence[i+1:]) {
				break
			}
			end(i)
			if r == '；' {
				out = append(out, clause{text: "；", inside: inside})
			}
			from = i + size
		}
		i += size
	}
	end(len(sentence))
	return out
}

// hasNumber: a bracket holds a number, or only numbers a heading: （三）.
func hasNumber(inner string) bool {
	return strings.ContainsAny(inner, "0123456789") || len(numerals(inner)) > 0 || strings.Trim(inner, "一二三四五六七八九十") == ""
}

// brackets tell where each bracket of a text is closed; one that nothing closes
// is not among them.
func brackets(text string) map[int]int {
	if !strings.Contains(text, "（") {
		return nil
	}
	pairs := map[int]int{}
	var open []int
	for i, r := range text {
		switch r {
		case '（':
			open = append(open, i)
		case '）':
			if len(open) > 0 {
				pairs[open[len(open)-1]] = i
				open = open[:len(open)-1]
			}
		}
	}
	return pairs
}
