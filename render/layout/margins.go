package layout

import (
	"strconv"

	"nianbao/document"
	"nianbao/render/style"
)

// margins adds what stands outside the text: page numbers, and the draft's mark.
func (s *setter) margins(d *document.Document) {
	if len(s.problems) > 0 {
		return
	}
	for i := range s.out.Pages {
		p := &s.out.Pages[i]
		text := len(p.Marks)
		odd := i%2 == 0
		s.number(p, i+1)
		if d.Draft {
			mark := line{characters: s.characters(span{text: style.DraftText + d.Lacking, kind: style.DraftMark, element: Artifact}), last: true}
			x := style.Length(style.MarginLeft)
			if odd {
				x = style.PageWidth - style.MarginRight - width(mark.characters)
			}
			mark.draw(p, x, style.HeaderDistance, style.HeaderLine, 0)
		}
		p.outside = len(p.Marks) - text
	}
}

// number puts a page's number below its text, towards the outer edge.
func (s *setter) number(p *Page, n int) {
	number := line{characters: s.characters(span{text: "— " + strconv.Itoa(n) + " —", kind: style.Footer, element: Artifact}), last: true}
	x := style.Length(style.MarginLeft + style.FooterInset)
	if n%2 == 1 {
		x = style.PageWidth - style.MarginRight - style.FooterInset - width(number.characters)
	}
	number.draw(p, x, style.PageHeight-style.FooterDistance-style.FooterLine, style.FooterLine, 0)
}

// mirror shifts even pages, whose inner margin is the right one, so that both sides of
// a sheet leave as much room for binding (GB/T 9704-2012, 5.2.1: 订口 28 mm).
func (s *setter) mirror() {
	for i := 1; i < len(s.out.Pages); i += 2 {
		s.out.Pages[i].mirror()
	}
}

func (p *Page) mirror() {
	const shift = style.MarginRight - style.MarginLeft
	for _, m := range p.Marks {
		switch {
		case m.Text != nil:
			m.Text.X += shift
		case m.Rule != nil:
			m.Rule.X1 += shift
			m.Rule.X2 += shift
		case m.Box != nil:
			m.Box.X += shift
		}
	}
	for i := range p.Links {
		p.Links[i].X += shift
	}
}
