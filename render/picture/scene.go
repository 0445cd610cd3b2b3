package picture

import (
	"nianbao/render/font"
	"nianbao/render/layout"
	"nianbao/render/style"
)

// px is a pixel: marks are placed in the layout's lengths, a point for a pixel.
const px = style.Point

// A colour is one of few, so that a paletted picture has room for the steps
// between each two. Dark and light tell apart what is beside one another, in grey
// and for the colour-blind too; letters have at least 4.5 : 1 on what they stand on.
type colour string

const (
	white  colour = "FFFFFF"
	ground        = white
	panel  colour = "F1F5FA" // under a tile
	ink    colour = "1B2733"
	muted  colour = "55606E"
	rule   colour = "C9D2DD"
	blue   colour = "0B4F9C" // this year's
	pale   colour = "A8BBD3" // last year's
	band   colour = "0B3C6E" // the title's
	light  colour = "D8E5F3" // letters on the band
)

// A scene is what is drawn so far. Sizes of what stands below the title are taken in
// thousandths (scale), so that a picture of a fixed height holds all.
type scene struct {
	faces *font.Set
	marks []layout.Mark
	scale int
}

// scaled is a size in pixels at the scene's scale.
func (s *scene) scaled(size int) int { return (size*s.scale + 500) / 1000 }

func (s *scene) box(x, y, width, height int, c colour) {
	if width > 0 && height > 0 {
		s.marks = append(s.marks, layout.Mark{Element: layout.Artifact, Box: &layout.Box{
			X: style.Length(x) * px, Y: style.Length(y) * px, Width: style.Length(width) * px, Height: style.Length(height) * px, Colour: string(c),
		}})
	}
}

// A hand is how a text is written.
type hand struct {
	role   style.Role
	size   int // pixels
	colour colour
}

// width is that of a text in one line, in pixels, rounded up.
func (s *scene) width(text string, h hand) int {
	total := 0
	for _, r := range text {
		if face, glyph := s.faces.Find(h.role, r); face != nil {
			total += face.Advance(glyph)
		}
	}
	return (total*h.size + 999) / 1000
}

// write sets a line whose em boxes stand on y and below, from x.
func (s *scene) write(x, y int, text string, h hand) {
	size := style.Length(h.size) * px
	at := style.Length(x) * px
	base := style.Length(y)*px + size*88/100 // Chinese glyphs reach 0.88 em above the base line
	var run *layout.Text
	for _, r := range text {
		face, glyph := s.faces.Find(h.role, r)
		if face == nil {
			continue // a report that lacks a face for its title is not laid out
		}
		if run == nil || run.Face != face {
			run = &layout.Text{Face: face, Size: size, X: at, Y: base, Colour: string(h.colour)}
			s.marks = append(s.marks, layout.Mark{Element: layout.Artifact, Text: run})
		}
		run.Runes, run.Glyphs = append(run.Runes, r), append(run.Glyphs, glyph)
		at += style.Length(face.Advance(glyph)) * size / 1000
	}
}

// centre sets a line in the middle between two places.
func (s *scene) centre(from, to, y int, text string, h hand) {
	s.write(from+(to-from-s.width(text, h))/2, y, text, h)
}

// lines breaks a text for a room, between words where it can.
func (s *scene) lines(text string, room int, h hand) []string {
	if text == "" {
		return nil
	}
	if s.width(text, h) <= room {
		return []string{text}
	}
	if lines := style.LabelLines(text, style.Length(room)*px, style.Length(h.size)*px); lines != nil {
		return lines
	}
	var lines []string
	line := ""
	for _, r := range text {
		if line != "" && s.width(line+string(r), h) > room {
			lines, line = append(lines, line), ""
		}
		line += string(r)
	}
	return append(lines, line)
}

// smallest is the size of numbers that no report has, 15 digits in every cell.
const smallest = 7

// fitted is a hand so small that a text has room in one line.
func (s *scene) fitted(text string, room, least int, h hand) hand {
	for h.size > least && s.width(text, h) > room {
		h.size--
	}
	return h
}
