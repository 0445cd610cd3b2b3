package word

import (
	"strconv"
	"strings"
	"unicode"

	"nianbao/manuscript"
)

// run reads w:r, text of one look.
func (b *body) run(p *paragraph) {
	behind := p.style.look.over(b.styles.base)
	l := behind
	for name := range b.x.Children() {
		if name != "w:rPr" {
			b.content(name, p, l)
			continue
		}
		own := readLook(b.x)
		l = own.over(behind)
		if own.style != "" {
			l = own.over(b.styles.resolve(own.style).look.toggled(p.style.look).over(b.styles.base))
		}
	}
}

// content reads one of the things that a run is made of.
func (b *body) content(name string, p *paragraph, l look) {
	switch name {
	case "w:t":
		b.write(p, b.words(), l)
	case "w:tab", "w:ptab":
		b.write(p, "\t", l)
	case "w:br", "w:cr":
		b.write(p, "\n", l)
	case "w:noBreakHyphen":
		b.write(p, "-", l)
	case "w:sym":
		if text, ok := symbol(b.x.Attribute("w:char")); ok {
			b.write(p, text, l)
		} else {
			b.signs++
			b.besides(p, "符号")
		}
	case "w:fldChar":
		b.fieldMark(b.x.Attribute("w:fldCharType"))
	case "w:ruby":
		for name := range b.x.Children() {
			if name == "w:rubyBase" {
				b.inline(p)
			}
		}
	case "mc:AlternateContent":
		b.alternate(func() {
			for name := range b.x.Children() {
				b.content(name, p, l)
			}
		})
	case "w:drawing", "w:pict":
		if l.hidden != on {
			boxes := len(p.boxes.pieces)
			if b.shapes(p); len(p.boxes.pieces) == boxes {
				b.besides(p, "图")
			}
		}
	case "w:object":
		b.embedded++
		b.besides(p, "图")
	case "w:footnoteReference", "w:endnoteReference":
		b.footnotes++
		b.besides(p, noteMark)
	case "w:commentReference":
		b.comments++
	}
}

// words is the text of w:t. Blanks at its ends count only where it says so
// (17.3.3.31); line ends within are blanks.
func (b *body) words() string {
	keep := b.x.Attribute("xml:space") == "preserve"
	text := b.x.Text(maxText)
	if strings.ContainsAny(text, "\n\t") {
		text = strings.NewReplacer("\n", " ", "\t", " ").Replace(text)
	}
	if !keep {
		text = strings.Trim(text, " ")
	}
	return text
}

// write adds text to a paragraph, if it is shown.
func (b *body) write(p *paragraph, text string, l look) {
	b.wrote(text)
	switch {
	case b.inInstruction(text):
	case b.prompting && isPrompt(text):
		b.prompts++
	case l.hidden == on:
		b.hide(text)
	case b.inCell > 0 && (l.struck == on || l.raised == on) && bare(text) != "":
		// In a cell such text must not run into the number beside it.
		p.besides = ""
		p.text, p.plain = append(append(append(p.text, "〔"...), text...), "〕"...), true
		b.struck++
	case l.struck == on:
		if bare(text) != "" {
			b.struck++
		}
	default:
		if l.raised == on {
			text = manuscript.Shifted(text, l.lowered == on)
		}
		p.part(text)
		from := len(p.text)
		p.text = append(p.text, text...)
		if l.faint() || l.moved == on && b.inCell > 0 {
			p.stretches = append(p.stretches, stretch{from, len(p.text), l.faint()})
		}
		if bare(text) == "" {
			return
		}
		if l.strong() {
			p.strong = true
		} else {
			p.plain = true
		}
	}
}

// bare is text without what leaves no ink.
func bare(text string) string {
	return strings.TrimFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) })
}

// symbols are the signs of the face Wingdings that stand in forms; it keeps them
// in a private area of Unicode.
var symbols = map[uint64]string{
	0xF0A8: "□", 0xF06F: "□", 0xF0A3: "□", 0xF071: "□", 0xF072: "□", 0xF052: "☑", 0xF0FE: "☑", 0xF053: "☒", 0xF0FD: "☒",
	0xF0FC: "√", 0xF0FB: "×", 0xF06C: "●", 0xF06E: "■", 0xF0B7: "·", 0xF09F: "·", 0xF0D8: "➢", 0xF075: "◆", 0xF0E8: "→",
}

// symbol is the character of w:sym; false for one that means nothing without
// its face.
func symbol(hex string) (string, bool) {
	code, err := strconv.ParseUint(hex, 16, 32)
	if sign, ok := symbols[code]; ok {
		return sign, true
	}
	if err != nil || code < ' ' || code > unicode.MaxRune || unicode.Is(unicode.Co, rune(code)) {
		return "", false
	}
	return string(rune(code)), true
}

// shapes looks in a drawing for text boxes and pictures.
func (b *body) shapes(p *paragraph) {
	for name := range b.x.Children() {
		switch name {
		case "w:txbxContent":
			b.textBox(p)
		case "v:textpath": // decorated text, in VML
			if text := b.x.Attribute("string"); bare(text) != "" {
				b.wrote(text)
				b.boxes++
				p.boxes.pieces = append(p.boxes.pieces, piece{paragraph: &manuscript.Paragraph{Text: text}})
			}
		case "pic:pic", "v:imagedata", "c:chart", "dgm:relIds":
			b.pictures++
		case "mc:AlternateContent":
			b.alternate(func() { b.shapes(p) })
		default:
			b.shapes(p)
		}
	}
}

// textBox reads a text box; what is in it comes after the paragraph.
func (b *body) textBox(p *paragraph) {
	around := b.fields
	b.fields = nil
	var inner flow
	b.blocks(&inner)
	inner.end(b)
	b.fields = around
	if len(inner.pieces) > 0 {
		b.boxes++
	}
	p.boxes.pieces = append(p.boxes.pieces, inner.pieces...)
}
