package word

import (
	"nianbao/manuscript"
)

// A paragraph is one while it is read.
type paragraph struct {
	text          []byte
	layout        layout
	style         *textStyle
	strong, plain bool // some of its characters are
	boxes         flow // the text boxes that hang on it
	stretches     []stretch
	besides       string // what stands at the end of the text and is none
}

// paragraph reads w:p into a flow. Where its mark was deleted, or is hidden,
// the next one goes on in it and says how it looks.
func (b *body) paragraph(f *flow) {
	p := f.open
	if p == nil {
		p = &paragraph{}
	}
	f.open = nil
	if b.paragraphs++; b.paragraphs > maxParagraphs {
		b.x.Fail(errParagraphs)
	}
	p.layout, p.style = newLayout(), b.styles.paragraphStyle("")
	b.inline(p)
	b.endFields()
	mark := p.layout.mark
	if mark.deleted {
		b.deletions++
	}
	if mark.deleted || mark.hidden == on {
		f.open = p
		return
	}
	f.take(b, p)
}

// end ends a flow: there is no paragraph left to go on in.
func (f *flow) end(b *body) {
	if f.open != nil {
		f.take(b, f.open)
		f.open = nil
	}
}

// signatureStyle is the identifier of Word's own style for signatures, in which
// files of this program close.
const signatureStyle = "Signature"

// take adds a paragraph that has been read.
func (f *flow) take(b *body, p *paragraph) {
	l := p.layout.over(p.style.layout)
	number := ""
	if l.list != "" && l.list != "0" {
		number = b.lists.next(l.list, l.depth, p.layout.style)
		b.wrote(number)
	}
	text := b.settle(p)
	if number != "" || bare(text) != "" {
		f.pieces = append(f.pieces, piece{paragraph: &manuscript.Paragraph{
			Text: text, Number: number, Level: max(l.level, 0), Strong: p.strong && !p.plain, Centre: l.centre == on,
			Signs: p.layout.style == signatureStyle,
		}})
	}
	f.pieces = append(f.pieces, p.boxes.pieces...)
}

// inline reads what is in a paragraph, or in an element around a part of one.
func (b *body) inline(p *paragraph) {
	before := ""
	for name := range b.x.Children() {
		switch name {
		case "w:r":
			b.run(p)
		case "w:pPr":
			p.layout = readLayout(b.x)
			p.style = b.styles.paragraphStyle(p.layout.style)
		case "w:ins", "w:moveTo", "w:del", "w:moveFrom":
			if name != before { // one change may be cut into several
				b.change(name)
			}
			if name == "w:ins" || name == "w:moveTo" {
				b.inline(p)
			}
		case "w:hyperlink", "w:smartTag", "w:customXml", "w:fldSimple", "w:dir", "w:bdo":
			b.inline(p)
		case "w:sdt":
			b.control(func() { b.inline(p) })
		case "mc:AlternateContent":
			b.alternate(func() { b.inline(p) })
		case "m:oMath", "m:oMathPara":
			b.formula(p)
		default:
			continue
		}
		before = name
	}
}

// change counts a tracked change (17.13.5). Its text is read as if it were
// accepted.
func (b *body) change(name string) {
	switch name {
	case "w:ins":
		b.insertions++
	case "w:del":
		b.deletions++
	case "w:moveTo":
		b.moves++
	}
}

// formula reads the characters of a formula one after the other: a fraction as 1/2, what
// is raised or lowered as such.
func (b *body) formula(p *paragraph) { b.term(p, look{}) }

func (b *body) term(p *paragraph, l look) {
	for name := range b.x.Children() {
		switch name {
		case "m:t":
			b.write(p, b.words(), l)
		case "w:del", "w:rPr", "m:rPr", "m:ctrlPr":
		case "m:den":
			b.write(p, "/", l)
			b.term(p, l)
		case "m:sup":
			b.term(p, look{raised: on})
		case "m:sub":
			b.term(p, look{raised: on, lowered: on})
		default:
			b.term(p, l)
		}
	}
}
