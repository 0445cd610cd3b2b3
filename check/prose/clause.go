package prose

import (
	"strings"
	"unicode/utf8"

	chinese "nianbao/templates/numeral"
)

// A clause is a piece of a sentence between commas, without its brackets; what
// these hold follows as clauses of its own.
type clause struct {
	text   string
	inside bool   // within brackets
	opens  bool   // the first of a bracket
	closes bool   // the last of a bracket
	stem   string // of one that opens: what the clause around it says up to there
}

// An aside is a bracket of a clause that holds numbers.
type aside struct{ held, stem string }

func clausesOf(sentence string, inside bool) []clause {
	var out []clause
	closings := brackets(sentence)
	var before string // what stands before a bracket that was taken out
	var inner []aside
	from := 0
	end := func(at int) {
		if text := before + sentence[from:at]; text != "" {
			out = append(out, clause{text: text, inside: inside})
		}
		before = ""
		for _, b := range inner {
			clauses := clausesOf(b.held, true)
			if len(clauses) > 0 {
				clauses[0].opens, clauses[len(clauses)-1].closes = true, true
				clauses[0].stem = b.stem
			}
			out = append(out, clauses...)
		}
		inner = nil
	}
	for i := 0; i < len(sentence); {
		r, size := utf8.DecodeRuneInString(sentence[i:])
		switch r {
		case '（':
			j, closed := closings[i]
			if !closed {
				break
			}
			held := sentence[i+size : j]
			size = j + len("）") - i
			if held != "" && !hasNumber(held) {
				break // it only says more of what is counted: 予以公开（含部分公开）1816件
			}
			before += sentence[from:i]
			inner = append(inner, aside{held, before})
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
func hasNumber(held string) bool {
	return strings.ContainsAny(held, "0123456789") || len(numerals(held)) > 0 || strings.Trim(held, chinese.Counting) == ""
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

// withoutExcept is a clause that makes an exception, 除2件结转下年办理外, as what it says.
func withoutExcept(text string) string {
	rest, ok := strings.CutPrefix(text, "除")
	if !ok {
		return text
	}
	for _, end := range []string{"以外", "之外", "外"} {
		if said, ok := strings.CutSuffix(rest, end); ok {
			return strings.TrimPrefix(said, "了")
		}
	}
	if rest != "" && isDigit(rest[0]) {
		return rest // 除2件结转下年办理，其他13件均已答复
	}
	return text
}
