package web

import (
	"strings"
	"unicode/utf8"

	"nianbao/manuscript"
)

// A flow is a run of paragraphs and tables: the page's, or a cell's.
type flow struct {
	base   look // of what it stands in
	box    *box // that it stands in
	open   []element
	opened map[string]int // how many of each name are open
	table  *table         // open directly in it; nil: none
	pieces []piece

	// The paragraph that is being read.
	text   []byte
	last   rune // of the text
	space  space
	image  bool // stands behind the last character
	look   look // of its first character
	strong int  // characters
	plain  int
	number string // of the list item that has begun
}

// A piece is a paragraph or a table of a flow, in the innermost box around it.
type piece struct {
	paragraph *manuscript.Paragraph
	table     *table
	box       *box
}

// An element is one that has begun and not ended.
type element struct {
	tag  string
	look look
	list *list // the innermost around what it holds
	item int   // where the innermost list item stands among the open ones, from 1; 0: none
	box  *box  // made when something is first found in it
}

// space is what stands between the last character and the next.
type space int

const (
	none space = iota
	blank
	lineEnd // a blank that holds a line's end of the markup
)

func (f *flow) top() element {
	if len(f.open) == 0 {
		return element{look: f.base}
	}
	return f.open[len(f.open)-1]
}

// push opens an element.
func (f *flow) push(tag string, l look) {
	top := f.top()
	f.open = append(f.open, element{tag: tag, look: l, list: top.list, item: top.item})
	if f.opened == nil {
		f.opened = map[string]int{}
	}
	f.opened[tag]++
}

// cut closes all elements from the i-th on.
func (f *flow) cut(i int) {
	for _, e := range f.open[i:] {
		f.opened[e.tag]--
	}
	f.open = f.open[:i]
}

// pop closes the innermost element of a name, and what was left open in it; an
// inline one ends alone. False: none is open.
func (f *flow) pop(tag string) bool {
	if f.opened[tag] == 0 {
		return false
	}
	i := len(f.open) - 1
	for f.open[i].tag != tag {
		i--
	}
	if !inline[tag] {
		f.cut(i)
		return true
	}
	f.opened[tag]--
	copy(f.open[i:], f.open[i+1:])
	f.open = f.open[:len(f.open)-1]
	for k := i; k < len(f.open); k++ {
		if f.open[k].item > i {
			f.open[k].item--
		}
	}
	return true
}

// write adds text that is seen. White space is as browsers show it; between
// two Chinese characters a line's end of the markup is none.
func (f *flow) write(text []byte, l look) {
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		text = text[size:]
		switch {
		case r == '\n' && l.pre, r == '\v' || r == '\u2028' || r == '\u2029': // \v: a soft return of Word's
			f.lineBreak()
		case r == ' ' && l.pre, r == '\t' && l.pre:
			f.add(r, l)
		case r == '\n' || r == '\r' || r == '\f':
			f.space = lineEnd
		case r == ' ' || r == '\t':
			f.space = max(f.space, blank)
		case unseen(r):
		default:
			if f.space != none && len(f.text) > 0 && f.last != '\n' && !(f.space == lineEnd && isWide(f.last) && isWide(r)) {
				f.add(' ', l)
			}
			f.space = none
			if f.image && '0' <= f.last && f.last <= '9' && '0' <= r && r <= '9' {
				f.text = append(f.text, "〔图〕"...) // the digits around it are not one number
			}
			f.image = false
			f.add(r, l)
		}
	}
}

func (f *flow) add(r rune, l look) {
	if !isBlank(r) {
		if f.strong+f.plain == 0 {
			f.look = l
		}
		if l.strong {
			f.strong++
		} else {
			f.plain++
		}
	}
	f.text = utf8.AppendRune(f.text, r)
	f.last = r
}

func (f *flow) lineBreak() {
	f.text = append(f.text, '\n')
	f.last, f.space = '\n', none
}

// unseen characters take no room: what a file system or a script left behind.
func unseen(r rune) bool {
	return r < ' ' || 0x7f <= r && r < 0xa0 || 0x200b <= r && r <= 0x200d || r == 0x2060 || r == 0xfeff || r == 0xad
}

func isBlank(r rune) bool {
	return r == ' ' || r == '\t' || r == '\n' || r == '\u3000' || r == '\u00a0' || 0x2000 <= r && r <= 0x200a
}

func isWide(r rune) bool { return 0x2e80 <= r && r <= 0xffef || r >= 0x20000 }

// end ends the paragraph that is being read, and returns how many it was: an
// empty line, or a line that is indented like a paragraph, begins another.
func (f *flow) end(in *box) int {
	text := string(f.text)
	seen := f.strong+f.plain > 0
	from := len(f.pieces)
	if seen {
		for _, text := range paragraphs(text) {
			p := &manuscript.Paragraph{Text: text, Level: int(f.look.level), Strong: f.plain == 0, Centre: f.look.centre}
			if len(f.pieces) == from {
				p.Number, f.number = f.number, ""
			}
			f.pieces = append(f.pieces, piece{paragraph: p, box: in})
		}
	}
	f.text, f.last, f.space = f.text[:0], 0, none
	f.strong, f.plain, f.image = 0, 0, false
	return len(f.pieces) - from
}

// paragraphs cuts a text at its empty lines and before its indented ones.
func paragraphs(text string) []string {
	var out []string
	from, to := 0, 0 // of the paragraph; from == to: none has begun
	for at := 0; at <= len(text); {
		end := at + max(strings.IndexByte(text[at:], '\n'), -1)
		if end < at {
			end = len(text)
		}
		line := text[at:end]
		empty := strings.TrimFunc(line, isBlank) == ""
		if from < to && (empty || indented(line)) {
			out = append(out, text[from:to])
			from, to = end, end
		}
		if !empty {
			if from == to {
				from = at
			}
			to = end
		}
		at = end + 1
	}
	if from < to {
		out = append(out, text[from:to])
	}
	return out
}

func indented(line string) bool {
	return strings.HasPrefix(line, "\u3000\u3000") || strings.HasPrefix(line, "\u00a0\u00a0") || strings.HasPrefix(line, "\u2003\u2003")
}
