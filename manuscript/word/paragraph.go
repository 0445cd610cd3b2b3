package word

import (
	"fmt"
	"strings"

	"nianbao/manuscript"
)

// A paragraph is one being read.
type paragraph struct {
	look
	text    strings.Builder
	plain   bool // some of it is not in bold nor in a face of headings
	removed bool // its end is deleted
	boxes   []manuscript.Block
}

// paragraph reads a w:p. Text boxes that hang on it follow it.
func (s *story) paragraph(x *part, add func(manuscript.Block)) error {
	p := &paragraph{look: s.styles.looks[s.styles.fallback]}
	if s.deleted != nil {
		p.text.WriteString(s.deleted.text.String())
		p.plain, p.boxes = s.deleted.plain, s.deleted.boxes
		s.deleted = nil
	}
	if err := x.children(func(e element) error {
		if e.name == "pPr" {
			return p.properties(x, s)
		}
		return s.inline(x, e, p)
	}); err != nil {
		return err
	}
	for len(s.fields) > 0 && !s.fields[len(s.fields)-1] {
		s.fields = s.fields[:len(s.fields)-1] // an instruction that never ended
	}
	if p.removed {
		s.deleted = p
		s.seen.deletions++
		return nil
	}
	s.paragraphs++
	out := &manuscript.Paragraph{
		Text:   p.text.String(),
		Level:  max(p.level, 0),
		Strong: !p.plain && p.text.Len() > 0,
		Centre: p.align == "center",
		Place:  fmt.Sprintf("正文第 %d 段", s.paragraphs),
	}
	if s.boxes > 0 {
		out.Place = fmt.Sprintf("第 %d 个文本框", s.seen.boxes)
	}
	if p.list != "" && p.list != "0" {
		out.Number = s.numbering.next(p.list, p.listLevel)
	}
	s.bytes += len(out.Text) + len(out.Number)
	add(manuscript.Block{Paragraph: out})
	for _, b := range p.boxes {
		add(b)
	}
	return s.bounds()
}

// properties takes in what a w:pPr says, over the paragraph's style.
func (p *paragraph) properties(x *part, s *story) error {
	var own look
	err := x.children(func(e element) error {
		switch e.name {
		case "pStyle":
			if style, ok := s.styles.looks[e.value("val")]; ok {
				p.look = style
			}
		case "rPr": // of the paragraph's mark
			return x.children(func(e element) error {
				if e.name == "del" || e.name == "moveFrom" {
					p.removed = true
				}
				return x.skip()
			})
		default:
			return own.paragraph(x, e)
		}
		return x.skip()
	})
	p.look.add(own)
	return err
}

// inline reads what stands in a paragraph.
func (s *story) inline(x *part, e element, p *paragraph) error {
	switch e.name {
	case "r":
		return s.run(x, p)
	case "hyperlink", "smartTag", "customXml", "sdt", "fldSimple", "dir", "bdo", "ins", "moveTo", "AlternateContent", "oMath", "oMathPara":
		return s.wrapped(x, e, func(e element) error { return s.inline(x, e, p) })
	case "del", "moveFrom":
		s.seen.deletions++
	}
	return x.skip()
}
