package word

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// What can still be read: letters of 2.5 pt (w:sz counts halves), a tenth of their
// width, and, moved up or down, within 3 pt of the line.
const (
	smallest  = 5
	narrowest = 10
	farthest  = 6
)

func when(set bool) setting {
	if set {
		return on
	}
	return off
}

func under(value string, bound int) bool {
	n, err := strconv.Atoi(value)
	return err == nil && n < bound
}

// faint: nobody sees the letters.
func (l look) faint() bool { return l.tiny == on || l.white == on && l.shaded != on }

// A stretch of a paragraph's text that looks otherwise than the rest may.
type stretch struct {
	from, to int
	faint    bool // else moved up or down
}

// besides marks where something stands that is no text: a picture, a sign, the mark
// of a note. In a cell the digits around it are not one number.
func (b *body) besides(p *paragraph, what string) {
	if b.inCell > 0 {
		p.besides = what
	}
}

// noteMark stands after a number as a matter of course; between two it parts them.
const noteMark = "注"

// part sets what stands between two digits, or before one, into the text.
func (p *paragraph) part(next string) {
	if p.besides == "" || bare(next) == "" {
		return
	}
	before, after := bare(string(p.text)), bare(next)
	if isDigit(after[0]) && (before == "" && p.besides != noteMark || before != "" && isDigit(before[len(before)-1])) {
		p.text = append(append(append(p.text, "〔"...), p.besides...), "〕"...)
	}
	p.besides = ""
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// settle finishes a paragraph's text: in a cell, what nobody sees, or what is moved,
// is set apart from the digits that it would run into.
func (b *body) settle(p *paragraph) string {
	text := string(p.text)
	if said := bare(text); p.besides != "" && p.besides != noteMark && said != "" && strings.Trim(said, "0123456789.,") == "" {
		text += "〔" + p.besides + "〕"
	}
	p.besides = ""
	if len(p.stretches) == 0 {
		return text
	}
	all := 0
	for _, s := range p.stretches {
		all += len(bare(text[s.from:s.to]))
	}
	mixed := b.inCell > 0 && all < len(bare(text))
	var out strings.Builder
	from := 0
	for _, s := range p.stretches {
		piece := text[s.from:s.to]
		out.WriteString(text[from:s.from])
		from = s.to
		switch digits := strings.ContainsAny(piece, "0123456789"); {
		case mixed && digits:
			b.struck++
			out.WriteString("〔" + piece + "〕")
			continue
		case s.faint && (digits || b.inCell == 0):
			b.faint += utf8.RuneCountInString(bare(piece))
		}
		out.WriteString(piece)
	}
	return out.String() + text[from:]
}
