package web

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// attributes are those of an element that matter here, names of properties and
// of values in small letters.
type attributes struct {
	style, align, face  string
	hidden, selected    bool
	kind, start, value  string // of lists and their items
	role, title         string
	class, id           string
	rowSpan, columnSpan string
}

func attributesOf(z *html.Tokenizer, more bool) (a attributes) {
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "style":
			a.style = strings.ToLower(string(value))
		case "align":
			a.align = strings.ToLower(strings.TrimSpace(string(value)))
		case "face":
			a.face = strings.ToLower(string(value))
		case "hidden":
			a.hidden = true
		case "selected":
			a.selected = true
		case "type":
			a.kind = string(value)
		case "start":
			a.start = string(value)
		case "value":
			a.value = string(value)
		case "class":
			a.class = string(value)
		case "id":
			a.id = string(value)
		case "title":
			a.title = strings.ToLower(string(value))
		case "role":
			a.role = strings.ToLower(string(value))
		case "rowspan":
			a.rowSpan = string(value)
		case "colspan":
			a.columnSpan = string(value)
		}
	}
	return a
}

// Browsers take spans of 1,000 columns. Here what is wider than the table is
// squeezed afterwards, so that any number above the columns of a table serves.
const (
	maxColumnSpan = 100
	maxRowSpan    = 65534
)

// columnSpanOf and rowSpanOf read spans as the HTML standard has it: what is no
// number, or 0 columns, is 1; 0 rows are all that follow in the group.
func columnSpanOf(text string) int {
	n := spanOf(text)
	if n < 1 {
		return 1
	}
	return min(n, maxColumnSpan)
}

func rowSpanOf(text string) int {
	n := spanOf(text)
	if n < 0 {
		return 1
	}
	if n == 0 {
		return maxRowSpan
	}
	return min(n, maxRowSpan)
}

// spanOf is the number that a text begins with; -1: none.
func spanOf(text string) int {
	text = strings.TrimPrefix(strings.TrimSpace(text), "+")
	end := 0
	for end < len(text) && '0' <= text[end] && text[end] <= '9' {
		end++
	}
	if end == 0 {
		return -1
	}
	n, err := strconv.Atoi(text[:end])
	if err != nil {
		return maxRowSpan // too many digits
	}
	return n
}
