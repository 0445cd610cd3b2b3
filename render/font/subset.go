package font

import (
	"errors"
	"fmt"

	"nianbao/render/font/mapping"
)

// maxNesting bounds how deep a glyph may be made of glyphs made of glyphs.
// Real faces go two or three deep; a glyph that contains itself has no end.
const maxNesting = 16

// A Form is a glyph as a file shows it: with an advance that is wider than the face's
// by so many thousandths of an em, or just as it is.
type Form struct {
	Glyph uint16
	Wider uint16
}

// Subset is SubsetForms for glyphs as they are.
func (f *Face) Subset(glyphs []uint16) (program []byte, order []uint16, err error) {
	forms := make([]Form, len(glyphs))
	for i, glyph := range glyphs {
		forms[i].Glyph = glyph
	}
	program, all, err := f.SubsetForms(forms)
	for _, form := range all {
		order = append(order, form.Glyph)
	}
	return program, order, err
}

// SubsetForms cuts a TrueType program out of the face that holds the given forms
// alone, each under its place in the list as its new number. The first is glyph 0,
// the one for missing characters; any other may stand more than once, for
// characters that share an outline but have to be told apart. A wider form is made of
// the glyph itself. Glyphs that others are made of are added at the end: order is the
// list with them.
//
// The program has what a PDF asks of an embedded face (ISO 32000-1, 9.9): glyf,
// head, hhea, hmtx, loca and maxp, no hints. The same glyphs give the same bytes.
// Its errors are of type GlyphError.
func (f *Face) SubsetForms(forms []Form) (program []byte, order []Form, err error) {
	c := cut{
		face:    f,
		order:   make([]Form, 0, len(forms)+8),
		number:  make([]uint16, f.glyphCount),
		nesting: make([]uint8, f.glyphCount),
	}
	work := func() error {
		if err := c.choose(forms); err != nil {
			return err
		}
		program, err = c.program()
		return err
	}
	if f.mapped {
		err = mapping.Guarded(work)
	} else {
		err = work()
	}
	if err != nil {
		return nil, nil, &GlyphError{f, err}
	}
	return program, c.order, nil
}

// A cut is a subset being made.
type cut struct {
	face    *Face
	order   []Form
	number  []uint16 // new number by old; 0 for glyph 0 and for those left out
	wider   bool     // some form is
	nesting []uint8  // by old number: how deep it was met in others, plus one
	size    int      // bytes of all outlines in order
}

func (c *cut) choose(forms []Form) error {
	if len(forms) == 0 || forms[0] != (Form{}) {
		return errors.New("the first glyph of a subset must be glyph 0")
	}
	for i, form := range forms {
		if int(form.Glyph) >= c.face.glyphCount {
			return fmt.Errorf("glyph %d asked for; the face has %d", form.Glyph, c.face.glyphCount)
		}
		if i > 0 && form.Glyph == 0 {
			return errors.New("glyph 0 stands twice in the list")
		}
		c.add(form)
	}
	for _, form := range forms {
		if form.Wider > 0 && c.number[form.Glyph] == 0 {
			c.add(Form{Glyph: form.Glyph})
		}
		if err := c.visit(form.Glyph, 0); err != nil {
			return err
		}
	}
	return nil
}

func (c *cut) add(form Form) {
	if form.Wider == 0 {
		c.number[form.Glyph] = uint16(len(c.order))
	} else {
		c.wider = true
		c.size += widerSize
	}
	c.order = append(c.order, form)
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
			c.add(Form{Glyph: part.glyph})
		}
		if err := c.visit(part.glyph, depth+1); err != nil {
			return err
		}
	}
	return nil
}
