package layout

import (
	"fmt"
	"strings"

	"nianbao/document"
	"nianbao/render/style"
)

// title is centred in even lines, and one heading for who hears it.
func (s *setter) title(d *document.Document) {
	element := s.element(Element{Tag: TagH1})
	lines := style.TitleLines(d.Agency, d.Heading, d.Broken)
	for i, text := range lines {
		set := line{characters: s.characters(span{text: text, kind: style.TitleType, element: element, path: "agency", place: "标题"}), last: true}
		b := band{height: style.TitleType.Line, keep: true}
		if i == 0 {
			b.before = style.TitleBefore(len(lines))
		}
		b.draw = func(p *Page, page int, y style.Length) {
			if i == 0 {
				s.out.Bookmarks = append(s.out.Bookmarks, Bookmark{Level: 1, Text: bookmarkText(d.Title()), Element: element, Page: page, Y: y})
			}
			set.draw(p, style.MarginLeft+(style.TextWidth-width(set.characters))/2, y, style.TitleType.Line, 0)
		}
		s.bands = append(s.bands, b)
	}
	s.bands = append(s.bands, band{height: style.TitleAfter, draw: func(*Page, int, style.Length) {}})
}

func (s *setter) heading(h document.Heading, previous document.Block) {
	kind := style.HeadingType(h.Level)
	element := s.element(Element{Tag: headingTag(h.Level)})
	bands := s.lines(kind, span{text: h.Text, kind: kind, element: element, path: h.From, place: h.Place})
	if h.Keeps() {
		keepAll(bands)
	} else {
		keepEdges(bands)
	}
	bands[0].newPage = h.NewPage
	if _, ok := previous.(document.Table); ok && !h.NewPage {
		bands[0].before = style.AfterTable
	}
	s.bookmark(h.Level, h.Text, element, bands)
	s.bands = append(s.bands, bands...)
}

func (s *setter) paragraph(para document.Paragraph, next document.Block) {
	if para.Blank {
		b := blankBand(s.element(Element{Tag: TagP, Actual: style.UnwrittenText, From: para.From}))
		draw := b.draw
		b.draw = func(p *Page, page int, y style.Length) {
			s.out.Places[para.From] = page
			draw(p, page, y)
		}
		s.bands = append(s.bands, b)
		return
	}
	var spans []span
	text, element := para.Text, 0
	lead := 0
	if para.Lead != "" {
		// The run-in heading and the sentence behind it are two elements that share a line.
		kind := style.HeadingType(para.Level)
		lead = s.element(Element{Tag: headingTag(para.Level)})
		spans = append(spans, span{text: para.Lead, kind: kind, element: lead, path: para.From, place: para.Place})
	}
	if para.Item != "" {
		var label int
		label, element = s.item(para)
		spans = append(spans, span{text: para.Item, kind: style.Body, element: label, path: para.From, place: para.Place})
		text = strings.TrimPrefix(text, para.Item)
	} else {
		element = s.element(Element{Tag: TagP})
	}
	spans = append(spans, span{text: text, kind: style.Body, element: element, path: para.From, place: para.Place})
	bands := s.lines(style.Body, spans...)
	if len(bands) == 0 {
		return
	}
	if _, ok := next.(document.Signature); ok && para.StaysWhole() {
		keepAll(bands)
	} else {
		keepEdges(bands)
	}
	if para.Lead != "" {
		s.bookmark(para.Level, para.Lead, lead, bands)
	}
	s.bands = append(s.bands, bands...)
}

// item makes the elements of a list's item, of the list too where it begins one.
func (s *setter) item(para document.Paragraph) (label, body int) {
	if para.List {
		s.list = s.element(Element{Tag: TagL})
	}
	item := s.element(Element{Tag: TagLI, Parent: s.list})
	return s.element(Element{Tag: TagLbl, Parent: item}), s.element(Element{Tag: TagLBody, Parent: item})
}

// keepAll keeps bands together, and with what follows them.
func keepAll(bands []band) {
	for i := range bands {
		bands[i].keep = true
	}
}

// keepEdges leaves no first line alone at the foot of a page and no last one
// alone at its head.
func keepEdges(bands []band) {
	if len(bands) > 1 {
		bands[0].keep = true
		bands[len(bands)-2].keep = true
	}
}

// lines breaks spans into bands of the body's width, the first line indented.
func (s *setter) lines(kind style.Type, spans ...span) []band {
	var bands []band
	for i, set := range s.breakLines(s.characters(spans...), style.TextWidth-style.Indent, style.TextWidth) {
		indent := style.Length(0)
		if i == 0 {
			indent = style.Indent
		}
		bands = append(bands, band{height: kind.Line, draw: func(p *Page, _ int, y style.Length) {
			set.draw(p, style.MarginLeft+indent, y, kind.Line, style.TextWidth-indent)
		}})
	}
	if len(bands) == 0 {
		// Nothing can be drawn of it; the problem is recorded.
		bands = append(bands, band{height: kind.Line, draw: func(*Page, int, style.Length) {}})
	}
	return bands
}

// bookmark makes a heading an entry of the outline, under the title's.
func (s *setter) bookmark(level int, text string, element int, bands []band) {
	if len(bands) == 0 {
		return
	}
	draw := bands[0].draw
	bands[0].draw = func(p *Page, page int, y style.Length) {
		s.out.Bookmarks = append(s.out.Bookmarks, Bookmark{Level: level + 1, Text: bookmarkText(text), Element: element, Page: page, Y: y})
		draw(p, page, y)
	}
}

func bookmarkText(text string) string {
	const most = 120 // characters; viewers show fewer, and a PDF cannot hold a name of any length
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}

// headingTag: the title is H1.
func headingTag(level int) Tag { return Tag(fmt.Sprintf("H%d", level+1)) }

func (s *setter) signature(sig document.Signature) {
	place := style.PlaceSignature(sig.Signatory, sig.Date, sig.Sealed)
	gap := style.SignatureGap(sig.Sealed)
	for _, part := range []struct {
		text, path string
		right      style.Length
	}{{sig.Signatory, "signatory", place.Signatory}, {sig.Date, "date", place.Date}} {
		if part.text == "" {
			continue
		}
		text := s.characters(span{text: part.text, kind: style.Body, element: s.element(Element{Tag: TagP}), path: part.path, place: "落款"})
		room := style.TextWidth - part.right
		for _, set := range s.breakLines(text, room, room) {
			s.bands = append(s.bands, band{
				before: gap, height: style.Body.Line, keep: part.path == "signatory" && sig.Date != "",
				draw: func(p *Page, _ int, y style.Length) {
					set.draw(p, style.MarginLeft+room-width(trimRight(set.characters)), y, style.Body.Line, 0)
				},
			})
			gap = 0
		}
	}
}

// blankBand is the grey box of a text that is not written yet.
func blankBand(element int) band {
	return band{height: style.Body.Line, draw: func(p *Page, _ int, y style.Length) {
		p.Marks = append(p.Marks, Mark{Element: element, Box: &Box{
			X: style.MarginLeft + style.Indent, Y: y + (style.Body.Line-style.Body.Size)/2,
			Width:  style.Length(len([]rune(style.BlankProse))) * (style.Body.Size + style.Body.Tracking),
			Height: style.Body.Size, Colour: style.BlankShade,
		}})
	}}
}
