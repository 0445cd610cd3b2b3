package layout

import (
	"fmt"
	"strconv"
	"strings"

	"nianbao/render/style"
)

// cover is the first page, and its back, which is blank.
func (s *setter) cover(b *Book) {
	part := s.element(Element{Tag: TagPart})
	title := s.element(Element{Tag: TagH1, Parent: part})
	for i, text := range b.Cover {
		before := style.Length(0)
		if i == 0 {
			before = style.CoverBefore
		}
		s.centred(text, style.TitleType, title, before)
	}
	s.bookmarkBook(b.Title, 1, title, len(s.bands)-len(b.Cover))
	for i, text := range b.Below {
		before := style.CoverBelow
		if i == 0 {
			before = style.Pitch
		}
		s.centred(text, style.CoverText, s.element(Element{Tag: TagP, Parent: part}), before)
	}
	s.bands = append(s.bands, band{newPage: true, height: style.Pitch, draw: func(*Page, int, style.Length) {}})
}

// contents is the list of the reports with the pages where they begin. How many
// lines it takes does not depend on these, which are not known yet. It returns the
// list's entries.
func (s *setter) contents(b *Book) []int {
	part := s.element(Element{Tag: TagPart})
	heading := s.element(Element{Tag: TagH1, Parent: part, Actual: style.ContentsName})
	s.centred(style.ContentsHead, style.TitleType, heading, 0)
	s.bands[len(s.bands)-1].newPage = true
	s.bookmarkBook(style.ContentsName, reportLevel, heading, len(s.bands)-1)
	s.bands = append(s.bands, band{height: style.TitleAfter, draw: func(*Page, int, style.Length) {}})
	list := s.element(Element{Tag: TagTOC, Parent: part})
	entries := make([]int, len(b.Chapters))
	for i := range b.Chapters {
		entries[i] = s.element(Element{Tag: TagTOCI, Parent: list})
		s.entry(&b.Chapters[i], s.element(Element{Tag: TagLink, Parent: s.element(Element{Tag: TagP, Parent: entries[i]})}))
	}
	return entries
}

// entry is a report's name, dots, and its page, all of which lead there.
func (s *setter) entry(c *Chapter, element int) {
	name := s.characters(span{text: c.Name, kind: style.ContentsText, element: element, place: style.ContentsName})
	const room = style.TextWidth - style.ContentsNumber
	lines := s.breakLines(name, room, room-style.Indent)
	top := style.Length(0)
	for i, set := range lines {
		indent := style.Length(0)
		if i > 0 {
			indent = style.Indent
		}
		last := i == len(lines)-1
		s.bands = append(s.bands, band{height: style.ContentsText.Line, keep: !last, draw: func(p *Page, _ int, y style.Length) {
			if i == 0 {
				top = y
			}
			set.last = true // no even margin: dots or nothing follow
			set.draw(p, style.MarginLeft+indent, y, style.ContentsText.Line, 0)
			if last {
				s.leader(p, y, style.MarginLeft+indent+width(set.characters), c.Page, element)
				p.Links = append(p.Links, Link{Element: element, X: style.MarginLeft, Y: top, Width: style.TextWidth, Height: y + style.ContentsText.Line - top,
					Text: fmt.Sprintf(style.ContentsLink, c.Name, c.Page)})
			}
		}})
	}
}

// leader draws the dots behind a name that ends at from, below those of the other
// lines, and the number of the page.
func (s *setter) leader(p *Page, y, from style.Length, page, element int) {
	kind := style.ContentsText
	number := line{characters: s.characters(span{text: strconv.Itoa(page), kind: kind, element: element}), last: true}
	const right = style.PageWidth - style.MarginRight
	x := right - width(number.characters)
	dot := s.characters(span{text: style.LeaderDots, kind: kind, element: Artifact})
	if len(dot) == 0 {
		return
	}
	each := dot[0].advance
	air := kind.Size / 4
	end := right - (right-x+air+each-1)/each*each
	if n := int((end - from - air) / each); n > 0 {
		dots := line{characters: s.characters(span{text: strings.Repeat(style.LeaderDots, n), kind: kind, element: Artifact}), last: true}
		dots.draw(p, end-style.Length(n)*each, y, kind.Line, 0)
	}
	number.draw(p, x, y, kind.Line, 0)
}

// centred queues a line in the middle of the page.
func (s *setter) centred(text string, kind style.Type, element int, before style.Length) {
	set := line{characters: s.characters(span{text: text, kind: kind, element: element, place: style.CoverName}), last: true}
	s.bands = append(s.bands, band{before: before, height: kind.Line, draw: func(p *Page, _ int, y style.Length) {
		set.draw(p, style.MarginLeft+(style.TextWidth-width(set.characters))/2, y, kind.Line, 0)
	}})
}

// bookmarkBook makes a queued line an entry of the book's outline.
func (s *setter) bookmarkBook(text string, level, element, band int) {
	draw := s.bands[band].draw
	s.bands[band].draw = func(p *Page, page int, y style.Length) {
		s.out.Bookmarks = append(s.out.Bookmarks, Bookmark{Level: level, Text: bookmarkText(text), Element: element, Page: page, Y: y})
		draw(p, page, y)
	}
}
