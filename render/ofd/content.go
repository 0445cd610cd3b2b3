package ofd

import (
	"math"
	"strconv"

	"nianbao/render/layout"
)

// content is a page's Content.xml (7.7): one layer, its objects in reading order.
func content(page layout.Page, faces *faces, ids *counter) []byte {
	x := start("Page", "")
	x.raw(`<ofd:Content><ofd:Layer ID="`).int(ids.next()).raw(`">`)
	for i := 0; i < len(page.Marks); {
		n := 1
		switch m := page.Marks[i]; {
		case m.Text != nil:
			f := faces.find(m.Text.Face)
			text(x, f.spelt(m.Text), f, ids)
		case m.Rule != nil:
			n = rules(x, page.Marks[i:], ids)
		case m.Box != nil:
			box(x, m.Box, ids)
		}
		i += n
	}
	return x.raw(`</ofd:Layer></ofd:Content></ofd:Page>`).bytes
}

// A frame is the box round an object, which clips it (8.5, Boundary).
type frame struct{ left, top, right, bottom tenth }

// none holds nothing; the first point that is added makes it a frame.
var none = frame{math.MaxInt, math.MaxInt, math.MinInt, math.MinInt}

func (f *frame) add(left, top, right, bottom tenth) {
	f.left, f.top = min(f.left, left), min(f.top, top)
	f.right, f.bottom = max(f.right, right), max(f.bottom, bottom)
}

func (f frame) write(x *xml, ids *counter) *xml {
	return x.raw(` ID="`).int(ids.next()).raw(`" Boundary="`).mm(f.left).raw(" ").mm(f.top).raw(" ").
		mm(f.right - f.left).raw(" ").mm(f.bottom - f.top).raw(`"`)
}

// A spelt text is one with the spaces behind which its line was broken: readers copy a
// word apart from the next line's.
type spelt struct {
	*layout.Text
	runes  []rune
	glyphs []uint16
}

func (f *face) spelt(t *layout.Text) spelt {
	s := spelt{t, t.Runes, t.Glyphs}
	for _, r := range t.Unseen {
		if glyph := t.Face.Glyph(r); glyph != 0 {
			s.runes, s.glyphs = append(s.runes[:len(s.runes):len(s.runes)], r), append(s.glyphs[:len(s.glyphs):len(s.glyphs)], glyph)
		}
	}
	return s
}

// text is characters on one base line, an object each run of those that one code unit
// stands for, and each of those beyond U+FFFF: such a one counts as two in some readers.
func text(x *xml, t spelt, f *face, ids *counter) {
	at := 0 // in millionths of a point, from the text's beginning
	for from := 0; from < len(t.runes); {
		end, next := from, at
		for end < len(t.runes) && (end == from || t.runes[end] <= 0xFFFF && t.runes[from] <= 0xFFFF) {
			next += step(t, end)
			end++
		}
		piece(x, t, f, ids, from, end, at)
		from, at = end, next
	}
}

// step is how far the character after the i-th stands from it, in millionths of a point.
// Spaces behind the line take no room.
func step(t spelt, i int) int {
	if i >= len(t.Runes) {
		return 0
	}
	return t.Face.Advance(t.glyphs[i])*int(t.Size) + int(t.Spacing)*1000
}

// piece writes the characters from..end of a text as an object (11.2).
func piece(x *xml, t spelt, f *face, ids *counter, from, end, at int) {
	around, origin := bounds(t, f, from, end, at)
	around.write(x.raw(`<ofd:TextObject`), ids).raw(` Font="`).int(f.id).raw(`" Size="`).length(t.Size).raw(`"`)
	x.raw(`>`)
	if t.Colour != "" {
		colour(x, t.Colour)
	}
	if r := t.runes[from]; r > 0xFFFF { // 11.4.2: two code units, one glyph
		x.raw(`<ofd:CGTransform CodePosition="0" CodeCount="2" GlyphCount="1"><ofd:Glyphs>`).
			int(int(f.numbers[t.glyphs[from]])).raw(`</ofd:Glyphs></ofd:CGTransform>`)
	}
	x.raw(`<ofd:TextCode X="`).mm(origin.x).raw(`" Y="`).mm(origin.y)
	if end-from > 1 {
		x.raw(`" DeltaX="`)
		deltas(x, t, from, end)
	}
	x.raw(`">`)
	for _, r := range t.runes[from:end] {
		x.rune(r)
	}
	x.raw(`</ofd:TextCode></ofd:TextObject>`)
}

// deltas writes how far each character stands from the one before; three and more
// that are the same as a group: g, how many, how far (11.3).
func deltas(x *xml, t spelt, from, end int) {
	for i := from; i < end-1; {
		d := tenths(step(t, i))
		n := 1
		for i+n < end-1 && tenths(step(t, i+n)) == d {
			n++
		}
		if i > from {
			x.raw(" ")
		}
		if n < 3 {
			n = 1
		} else {
			x.raw("g ").int(n).raw(" ")
		}
		x.mm(d)
		i += n
	}
}

type point struct{ x, y tenth }

// bounds is the frame of characters, their em boxes and all of their ink in it, and
// where in it they begin.
func bounds(t spelt, f *face, from, end, at int) (frame, point) {
	const above, below = 880, -120 // of an em box of Chinese type, in thousandths
	size := int(t.Size)
	around := none
	x, y := int(t.X)*1000+at, int(t.Y)*1000
	begin := point{tenths(x), tenths(y)}
	for i := from; i < end; i++ {
		ink := f.boxes[t.glyphs[i]]
		around.add(tenths(x+min(0, ink[0])*size), tenths(y-max(above, ink[3])*size),
			tenths(x+max(t.Face.Advance(t.glyphs[i]), ink[2])*size), tenths(y-min(below, ink[1])*size))
		x += step(t, i)
	}
	return around, point{begin.x - around.left, begin.y - around.top}
}

// rules writes the rules of one width that follow one another as one object (9.3), and
// returns how many they are.
func rules(x *xml, marks []layout.Mark, ids *counter) int {
	width := marks[0].Rule.Width
	around := none
	n := 0
	for n < len(marks) && marks[n].Rule != nil && marks[n].Rule.Width == width {
		r := marks[n].Rule
		around.add(of(min(r.X1, r.X2)-width), of(min(r.Y1, r.Y2)-width), of(max(r.X1, r.X2)+width), of(max(r.Y1, r.Y2)+width))
		n++
	}
	around.write(x.raw(`<ofd:PathObject`), ids).raw(` LineWidth="`).length(width).raw(`" Cap="Square"><ofd:AbbreviatedData>`)
	for i, m := range marks[:n] {
		if i > 0 {
			x.raw(" ")
		}
		x.raw("M ").mm(of(m.Rule.X1) - around.left).raw(" ").mm(of(m.Rule.Y1) - around.top).
			raw(" L ").mm(of(m.Rule.X2) - around.left).raw(" ").mm(of(m.Rule.Y2) - around.top)
	}
	x.raw(`</ofd:AbbreviatedData></ofd:PathObject>`)
	return n
}

func box(x *xml, b *layout.Box, ids *counter) {
	around := frame{of(b.X), of(b.Y), of(b.X + b.Width), of(b.Y + b.Height)}
	width, height := around.right-around.left, around.bottom-around.top
	around.write(x.raw(`<ofd:PathObject`), ids).raw(` Stroke="false" Fill="true">`)
	colour(x, b.Colour)
	x.raw(`<ofd:AbbreviatedData>M 0 0 L `).mm(width).raw(" 0 L ").mm(width).raw(" ").mm(height).raw(" L 0 ").mm(height).
		raw(` C</ofd:AbbreviatedData></ofd:PathObject>`)
}

// colour is a fill of the default colour space, RGB (8.3).
func colour(x *xml, hex string) {
	x.raw(`<ofd:FillColor Value="`)
	for i := 0; i < len(hex); i += 2 {
		v, _ := strconv.ParseUint(hex[i:i+2], 16, 8) // check has read it
		if i > 0 {
			x.raw(" ")
		}
		x.int(int(v))
	}
	x.raw(`"/>`)
}
