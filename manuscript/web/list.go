package web

import (
	"strconv"
	"strings"

	"nianbao/manuscript"
	chinese "nianbao/templates/numeral"
)

// A list numbers its items; an unordered one has no numbers.
type list struct {
	ordered bool
	kind    string // 1, a, A, i, I or a style of CSS
	next    int
}

func newList(tag string, a attributes) *list {
	l := &list{ordered: tag == "ol", kind: a.kind, next: 1}
	if n, err := strconv.Atoi(strings.TrimSpace(a.start)); err == nil && 0 <= n && n < 10_000 {
		l.next = n
	}
	for declaration := range strings.SplitSeq(a.style, ";") {
		property, value, _ := strings.Cut(declaration, ":")
		switch strings.TrimSpace(property) {
		case "list-style-type", "list-style":
			l.kind, _, _ = strings.Cut(strings.TrimSpace(value), " ")
		}
	}
	return l
}

// item is the number of the next item as it is shown.
func (l *list) item(a attributes) string {
	if !l.ordered {
		return ""
	}
	if n, err := strconv.Atoi(strings.TrimSpace(a.value)); err == nil && 0 <= n && n < 10_000 {
		l.next = n
	}
	n := l.next
	l.next = min(n+1, 10_000)
	switch l.kind {
	case "none":
		return ""
	case "a", "lower-alpha", "lower-latin":
		return letters(n, 'a') + "."
	case "A", "upper-alpha", "upper-latin":
		return letters(n, 'A') + "."
	case "i", "lower-roman":
		return strings.ToLower(manuscript.Roman(n)) + "."
	case "I", "upper-roman":
		return manuscript.Roman(n) + "."
	case "cjk-ideographic", "simp-chinese-informal", "simp-chinese-formal", "trad-chinese-informal", "cjk-decimal":
		return chinese.Write(n) + "、"
	}
	return strconv.Itoa(n) + "."
}

func letters(n int, first byte) string {
	if n < 1 {
		return strconv.Itoa(n)
	}
	text := ""
	for ; n > 0; n = (n - 1) / 26 {
		text = string(first+byte((n-1)%26)) + text
	}
	return text
}
