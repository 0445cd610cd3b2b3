package font

import (
	"errors"
	"fmt"
	"math"
	"slices"
)

// program writes the tables of the glyphs that were chosen.
func (c *cut) program() ([]byte, error) {
	glyf := make([]byte, 0, c.size)
	ends := make([]uint32, 1, len(c.order)+1)
	hmtx := make([]byte, 0, 4*len(c.order))
	for _, form := range c.order {
		outline, err := c.face.outline(form.Glyph)
		switch {
		case err == nil && form.Wider > 0:
			glyf = c.appendWider(glyf, form.Glyph, outline)
		case err == nil:
			glyf, err = c.appendOutline(glyf, outline)
		}
		if err != nil {
			return nil, fmt.Errorf("glyph %d: %w", form.Glyph, err)
		}
		if len(glyf)%2 != 0 { // short locations are stored in halves
			glyf = append(glyf, 0)
		}
		if int64(len(glyf)) > math.MaxUint32 {
			return nil, errors.New("the glyphs take more than 4 GB")
		}
		ends = append(ends, uint32(len(glyf)))
		hmtx = bigEndian.AppendUint16(hmtx, c.face.advanceOf(form))
		hmtx = bigEndian.AppendUint16(hmtx, c.face.bearing(form.Glyph))
	}
	loca, long := locations(ends)
	return assemble([]table{
		{"glyf", glyf}, {"head", c.head(long)}, {"hhea", c.hhea()},
		{"hmtx", hmtx}, {"loca", loca}, {"maxp", c.maxp()},
	}), nil
}

// widerSize are the bytes of a wider form's outline.
const widerSize = glyphHeaderSize + 6

// appendWider makes a form of the glyph itself, unmoved: a copy of the outline would
// take four to six times as much. What is empty stays empty.
func (c *cut) appendWider(glyf []byte, glyph uint16, outline []byte) []byte {
	if len(outline) == 0 || bigEndian.Uint16(outline) == 0 {
		return glyf
	}
	glyf = append(glyf, 0xFF, 0xFF) // no contours of its own
	glyf = append(glyf, outline[2:glyphHeaderSize]...)
	glyf = bigEndian.AppendUint16(glyf, argumentsAreOffsets)
	glyf = bigEndian.AppendUint16(glyf, c.number[glyph])
	return append(glyf, 0, 0)
}

// appendOutline copies an outline without its hints, components under their new numbers.
func (c *cut) appendOutline(glyf, outline []byte) ([]byte, error) {
	if isComposite(outline) {
		parts, end, err := components(outline)
		if err != nil {
			return nil, err
		}
		start := len(glyf)
		glyf = append(glyf, outline[:end]...)
		for _, part := range parts {
			if int(part.glyph) >= len(c.number) { // it was not, when it was chosen
				return nil, ErrChanged
			}
			bigEndian.PutUint16(glyf[start+part.at:], part.flags&^hasInstructions)
			bigEndian.PutUint16(glyf[start+part.at+2:], c.number[part.glyph])
		}
		return glyf, nil
	}
	if len(outline) == 0 || bigEndian.Uint16(outline) == 0 {
		return glyf, nil
	}
	hints := glyphHeaderSize + 2*int(bigEndian.Uint16(outline)) // after the end of each contour
	if hints+2 > len(outline) {
		return nil, errors.New("its contours are cut off")
	}
	points := hints + 2 + int(bigEndian.Uint16(outline[hints:]))
	if points > len(outline) {
		return nil, errors.New("its hints are cut off")
	}
	glyf = append(glyf, outline[:hints]...)
	glyf = append(glyf, 0, 0)
	return append(glyf, outline[points:]...), nil
}

func (c *cut) head(long bool) []byte {
	head := slices.Clone(c.face.head[:headSize])
	bigEndian.PutUint32(head[8:], 0) // the sum over the file, filled in last
	const aboutHints = 1<<2 | 1<<3 | 1<<4
	bigEndian.PutUint16(head[16:], bigEndian.Uint16(head[16:])&^aboutHints)
	bigEndian.PutUint16(head[50:], 0)
	if long {
		bigEndian.PutUint16(head[50:], 1)
	}
	return head
}

func (c *cut) hhea() []byte {
	hhea := slices.Clone(c.face.hhea[:hheaSize])
	bigEndian.PutUint16(hhea[34:], uint16(len(c.order)))
	if c.wider {
		for _, form := range c.order {
			if a := c.face.advanceOf(form); a > bigEndian.Uint16(hhea[10:]) {
				bigEndian.PutUint16(hhea[10:], a)
			}
		}
	}
	return hhea
}

func (c *cut) maxp() []byte {
	maxp := slices.Clone(c.face.maxp[:maxpSize])
	bigEndian.PutUint16(maxp[4:], uint16(len(c.order)))
	bigEndian.PutUint16(maxp[14:], 1) // zones; 2 only where hints use the twilight one
	clear(maxp[16:28])                // sizes of what hints need
	if c.wider {
		raise := func(at int, to uint16) {
			bigEndian.PutUint16(maxp[at:], max(bigEndian.Uint16(maxp[at:]), to))
		}
		raise(10, bigEndian.Uint16(maxp[6:])) // points and contours of a glyph that is made of others
		raise(12, bigEndian.Uint16(maxp[8:]))
		raise(28, 1)
		if depth := bigEndian.Uint16(maxp[30:]); depth < maxNesting {
			bigEndian.PutUint16(maxp[30:], depth+1)
		}
	}
	return maxp
}
