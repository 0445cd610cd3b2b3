package font

import (
	"errors"
	"fmt"
)

// maxNesting bounds how deep a glyph may be made of glyphs made of glyphs.
// Real faces go two or three deep; a glyph that contains itself has no end.
const maxNesting = 16

// Subset cuts a TrueType program out of the face that holds the given glyphs
// alone, each under its place in the list as its new number. glyphs[0] is 0,
// the glyph for missing characters; any other may stand more than once, for
// characters that share an outline but have to be told apart. Glyphs that others are made of are added at
// the end: order is the list with them.
//
// The program has what a PDF asks of an embedded face (ISO 32000-1, 9.9): glyf,
// head, hhea, hmtx, loca and maxp, no hints. The same glyphs give the same bytes.
// Its errors are of type GlyphError.
func (f *Face) Subset(glyphs []uint16) (program []byte, order []uint16, err error) {
	c := cut{
		face:    f,
		order:   make([]uint16, 0, len(glyphs)+8),
		number:  make([]uint16, f.glyphCount),
		nesting: make([]uint8, f.glyphCount),
	}
	work := func() error {
		if err := c.choose(glyphs); err != nil {
			return err
		}
		program, err = c.program()
		return err
	}
	if f.mapped {
		err = guarded(work)
	} else {
		err = work()
	}
	if err != nil {
		return nil, nil, &GlyphError{f, err}
	}
	return program, c.order, nil
}

// A cut is a Subset being made.
type cut struct {
	face    *Face
	order   []uint16
	number  []uint16 // new number by old; 0 for glyph 0 and for those left out
	nesting []uint8  // by old number: how deep it was met in others, plus one
	size    int      // bytes of all outlines in order
}

func (c *cut) choose(glyphs []uint16) error {
	if len(glyphs) == 0 || glyphs[0] != 0 {
		return errors.New("the first glyph of a subset must be glyph 0")
	}
	for i, glyph := range glyphs {
		if int(glyph) >= c.face.glyphCount {
			return fmt.Errorf("glyph %d asked for; the face has %d", glyph, c.face.glyphCount)
		}
		if i > 0 && glyph == 0 {
			return errors.New("glyph 0 stands twice in the list")
		}
		c.add(glyph)
	}
	for _, glyph := range glyphs {
		if err := c.visit(glyph, 0); err != nil {
			return err
		}
	}
	return nil
}

func (c *cut) add(glyph uint16) {
	c.number[glyph] = uint16(len(c.order))
	c.order = append(c.order, glyph)
}

// visit adds what glyph is made of. Each glyph is visited again only when it is
// met deeper than before, so that the work is bounded and a loop is found.
func (c *cut) visit(glyph uint16, depth int) error {
	if depth > maxNesting {
		return fmt.Errorf("glyph %d is made of itself or nested more than %d deep", glyph, maxNesting)
	}
	if int(c.nesting[glyph]) > depth {
		return nil
	}
	outline, err := c.face.outline(glyph)
	if err != nil {
		return err
	}
	if c.nesting[glyph] == 0 {
		c.size += len(outline) + 1
	}
	c.nesting[glyph] = uint8(depth + 1)
	if !isComposite(outline) {
		return nil
	}
	parts, _, err := components(outline)
	if err != nil {
		return fmt.Errorf("glyph %d: %w", glyph, err)
	}
	for _, part := range parts {
		if int(part.glyph) >= c.face.glyphCount {
			return fmt.Errorf("glyph %d is made of glyph %d; the face has %d", glyph, part.glyph, c.face.glyphCount)
		}
		if part.glyph != 0 && c.number[part.glyph] == 0 {
			c.add(part.glyph)
		}
		if err := c.visit(part.glyph, depth+1); err != nil {
			return err
		}
	}
	return nil
}
