package document

import (
	"strconv"
	"strings"

	chinese "nianbao/templates/numeral"
)

// A numbering is one of the ways in which offices number the lines of a list.
type numbering int

const (
	unnumbered numbering = iota
	bracketed            // (1), （1）, 1）
	circled              // ①
	ordinal              // 第一，
	counted              // 一是
)

// lists finds neighbours that are numbered one after the other: to who hears the
// report they are items of a list.
func (d *Document) lists() {
	var last item
	first := -1
	for i, block := range d.Blocks {
		p, ok := block.(Paragraph)
		if !ok || p.Lead != "" {
			last = item{}
			continue
		}
		it := itemOf(p.Text)
		next := it.kind != unnumbered && it.kind == last.kind && it.value == last.value+1
		last = it
		if !next {
			first = i
			continue
		}
		if i == first+1 {
			opener := d.Blocks[first].(Paragraph)
			opener.Item, opener.List = itemOf(opener.Text).mark, true
			d.Blocks[first] = opener
		}
		p.Item = it.mark
		d.Blocks[i] = p
	}
}

// An item is how a line is numbered, by what mark and as the how manieth.
type item struct {
	kind  numbering
	mark  string
	value int
}

func itemOf(text string) item {
	if first := []rune(firstBytes(text)); len(first) > 1 && '①' <= first[0] && first[0] <= '⑳' {
		return item{circled, string(first[0]), int(first[0]-'①') + 1}
	}
	open := len(text) - len(strings.TrimLeft(text, "(（"))
	if n := leading(text[open:], "0123456789"); open <= len("（") && 0 < n && n <= 2 {
		for _, end := range []string{")", "）"} {
			if strings.HasPrefix(text[open+n:], end) && len(text) > open+n+len(end) {
				value, _ := strconv.Atoi(text[open : open+n])
				return item{bracketed, text[:open+n+len(end)], value}
			}
		}
	}
	from := 0
	if strings.HasPrefix(text, "第") {
		from = len("第")
	}
	n := leading(text[from:], chinese.Counting)
	if n == 0 {
		return item{}
	}
	numeral, rest := text[from:from+n], text[from+n:]
	for _, end := range []string{"，", "、"} {
		if from > 0 && strings.HasPrefix(rest, end) {
			return item{ordinal, text[:from+n+len(end)], han(numeral)}
		}
	}
	if from == 0 && strings.HasPrefix(rest, "是") && len(rest) > len("是") {
		return item{counted, text[:n+len("是")], han(numeral)}
	}
	return item{}
}

// firstBytes is enough of a text for its first two characters.
func firstBytes(text string) string { return text[:min(len(text), 8)] }

// leading is how many bytes of a text's beginning are of a set.
func leading(text, set string) int { return len(text) - len(strings.TrimLeft(text, set)) }

// han is the value of a Chinese number.
func han(s string) int {
	n, _ := chinese.Read(s)
	return n
}
