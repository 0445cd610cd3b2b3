package layout

import (
	"strconv"

	"nianbao/render/style"
)

// furniture adds what stands outside the text: page numbers, and the draft's mark.
func (s *setter) furniture(draft bool) {
	if len(s.problems) > 0 {
		return
	}
	for i := range s.out.Pages {
		p := &s.out.Pages[i]
		odd := i%2 == 0
		number := line{characters: s.characters(span{text: "— " + strconv.Itoa(i+1) + " —", kind: style.Footer, element: Artifact}), last: true}
		x := style.Length(style.MarginLeft + style.FooterInset)
		if odd {
			x = style.PageWidth - style.MarginRight - style.FooterInset - width(number.characters)
		}
		number.draw(p, x, style.PageHeight-style.FooterDistance-style.FooterLine, style.FooterLine, 0)
		if draft {
			mark := line{characters: s.characters(span{text: style.DraftText, kind: style.DraftMark, element: Artifact}), last: true}
			x := style.Length(style.MarginLeft)
			if odd {
				x = style.PageWidth - style.MarginRight - width(mark.characters)
			}
			mark.draw(p, x, style.HeaderDistance, style.HeaderLine, 0)
		}
	}
}
