package ofd

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"nianbao/render/font"
	"nianbao/render/font/charmap"
	"nianbao/render/layout"
	"nianbao/render/sealed"
)

// faces are those that the document uses, in the order of first use.
type faces struct {
	list []*face
}

// A face is the part of a font that the document shows.
type face struct {
	id         int
	font       *font.Face
	glyphs     map[rune]uint16   // in the font
	numbers    map[uint16]uint16 // in the cut face, by glyph of the font
	boxes      map[uint16][4]int // of ink, by glyph of the font, in thousandths of an em
	list       []uint16          // glyphs by their numbers
	characters []charmap.Drawn
}

// gather lists the characters of every face, and gives their glyphs numbers in the
// order of the characters.
func gather(l *layout.Layout) (*faces, error) {
	all := &faces{}
	for _, page := range l.Pages {
		for _, m := range page.Marks {
			if m.Text == nil || len(m.Text.Runes) == 0 {
				continue
			}
			f := all.find(m.Text.Face)
			said := f.spelt(m.Text)
			for i, r := range said.runes {
				glyph := said.glyphs[i]
				if known, ok := f.glyphs[r]; ok && known != glyph {
					return nil, fmt.Errorf("face %s draws %q in two ways", f.font.Name(), r)
				}
				f.glyphs[r] = glyph
			}
		}
	}
	for _, f := range all.list {
		if err := f.number(); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func (f *faces) find(of *font.Face) *face {
	for _, known := range f.list {
		if known.font == of {
			return known
		}
	}
	const expected = 512 // characters of a face in a report
	added := &face{font: of, glyphs: make(map[rune]uint16, expected)}
	f.list = append(f.list, added)
	return added
}

func (f *face) number() error {
	n := len(f.glyphs)
	f.numbers, f.boxes = make(map[uint16]uint16, n), make(map[uint16][4]int, n)
	f.list, f.characters = make([]uint16, 1, n+1), make([]charmap.Drawn, 0, n)
	for _, r := range slices.Sorted(maps.Keys(f.glyphs)) {
		glyph := f.glyphs[r]
		if f.numbers[glyph] == 0 {
			box, err := f.font.Box(glyph)
			if err != nil {
				return err
			}
			f.boxes[glyph] = box
			f.numbers[glyph] = uint16(len(f.list))
			f.list = append(f.list, glyph)
		}
		f.characters = append(f.characters, charmap.Drawn{Rune: r, Glyph: f.numbers[glyph]})
	}
	return nil
}

func (f *face) file() string { return "font_" + strconv.Itoa(f.id) + ".ttf" }

// cut makes the files of the faces.
func (f *faces) cut() ([]sealed.Part, error) {
	var parts []sealed.Part
	for _, face := range f.list {
		program, err := face.font.Standalone(face.list, face.characters)
		if err != nil {
			return nil, fmt.Errorf("face %s: %w", face.font.Name(), err)
		}
		parts = append(parts, sealed.Part{Name: folder + "Res/" + face.file(), Data: program, Dense: true})
	}
	return parts, nil
}
