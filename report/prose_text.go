package report

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// plainText is a text as the checks read it: without spaces, digits and
// brackets of one width.
func plainText(text string) string {
	return strings.Map(func(r rune) rune {
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
		case r == '〈' || r == '<':
			return '〈'
		case r == '>':
			return '〉'
		}
		return r
	}, text)
}

// longestSentence is far more than anybody writes (in bytes). What goes on
// longer is cut: reading a sentence takes time with the square of its length.
const longestSentence = 3000

// sentences cuts a paragraph at 。！？, but not within brackets or quotes.
func sentences(paragraph string) []string {
	var out []string
	depth, from := 0, 0
	for i, r := range paragraph {
		if i-from >= longestSentence {
			out = append(out, paragraph[from:i])
			from, depth = i, 0
		}
		switch r {
		case '（', '“', '《':
			depth++
		case '）', '”', '》':
			depth = max(depth-1, 0)
		case '。', '！', '？':
			if depth == 0 || r == '。' && depth > 0 && i-from > 600 {
				out = append(out, paragraph[from:i+len("。")])
				from, depth = i+len("。"), 0
			}
		}
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
	head, _, _ := strings.Cut(paragraph, "。")
	head, _, _ = strings.Cut(head, "，")
	return head[end+len("）"):]
}

// withoutTitles empties titles in 《》 and words in “”: numbers in them count nothing.
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
			inner := rest[i+len(pair.open) : i+j]
			out.WriteString(rest[:i])
			if strings.ContainsAny(inner, "0123456789一二两") && pair.open == "“" || pair.open == "《" {
				inner = ""
			}
			out.WriteString(pair.open + inner + pair.shut)
			rest = rest[i+j+len(pair.shut):]
		}
		sentence = out.String() + rest
	}
	return sentence
}

// yearWords bring the ways of naming a year to three.
var yearWords = strings.NewReplacer(
	"上一年度", "上年", "上一年", "上年", "上年度", "上年", "去年度", "上年", "去年", "上年",
	"下一年度", "下年", "下一年", "下年", "下年度", "下年", "次年度", "下年", "次年", "下年", "明年", "下年", "来年", "下年", "翌年", "下年",
	"本年度", "本年", "今年", "本年")

// namedYears says 上年, 本年 and 下年 for the years of a report, 某年 for others.
func namedYears(sentence string, year int) string {
	if strings.Contains(sentence, "年") {
		sentence = yearWords.Replace(sentence)
	}
	var out strings.Builder
	rest := sentence
	for {
		i := strings.Index(rest, "年")
		if i < 0 {
			break
		}
		end := i + len("年")
		if i >= 4 && strings.Trim(rest[i-4:i], "0123456789") == "" && (i == 4 || !isDigit(rest[i-5])) {
			n, _ := strconv.Atoi(rest[i-4 : i])
			name := "某年"
			switch n {
			case year - 1:
				name = "上年"
			case year:
				name = "本年"
			case year + 1:
				name = "下年"
			}
			out.WriteString(rest[:i-4] + name)
			for _, tail := range []string{"度", "年底", "底", "末", "初"} {
				if strings.HasPrefix(rest[end:], tail) {
					end += len(tail)
					break
				}
			}
		} else {
			out.WriteString(rest[:end])
		}
		rest = rest[end:]
	}
	out.WriteString(rest)
	return out.String()
}

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
	closings := brackets(sentence)
	var text strings.Builder
	var inner []string // what the brackets of the clause hold
	end := func() {
		if text.Len() > 0 {
			out = append(out, clause{text: text.String(), inside: inside})
		}
		text.Reset()
		for _, b := range inner {
			clauses := clausesOf(b, true)
			if len(clauses) > 0 {
				clauses[0].opens, clauses[len(clauses)-1].closes = true, true
			}
			out = append(out, clauses...)
		}
		inner = nil
	}
	for i := 0; i < len(sentence); {
		r, size := utf8.DecodeRuneInString(sentence[i:])
		switch r {
		case '（':
			j, ok := closings[i]
			if !ok {
				break
			}
			held := sentence[i+size : j]
			if !strings.ContainsAny(held, "0123456789一两") && held != "" {
				// It only says more of what is counted: 予以公开（含部分公开）1816件.
				text.WriteString(sentence[i : j+len("）")])
			} else {
				inner = append(inner, held)
			}
			i = j + len("）")
			continue
		case '，', '；', '：', '。', '！', '？', ',':
			if r == ',' && text.Len() > 0 && i+1 < len(sentence) && isDigit(sentence[i-1]) && threeDigits(sentence[i+1:]) {
				break
			}
			end()
			if r == '；' {
				out = append(out, clause{text: "；", inside: inside})
			}
			i += size
			continue
		}
		text.WriteString(sentence[i : i+size])
		i += size
	}
	end()
	return out
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
