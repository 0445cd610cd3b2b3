package font

import (
	"errors"
	"fmt"

	"nianbao/render/font/mapping"
)

// A Point is a point of an outline in thousandths of an em, y upwards from the
// base line. Points that are not On the curve pull a quadratic one towards them
// (OpenType specification, glyf).
type Point struct {
	X, Y int
	On   bool
}

// Bounds for outlines of hostile faces. The richest character of 通用规范汉字表
// has some 400 points, and real glyphs are made of a handful of others.
const (
	maxPoints = 20000
	maxParts  = 500
)

// Outline is the contours of a glyph, each closed; none for a space. Its errors
// are of type GlyphError.
func (f *Face) Outline(glyph uint16) (contours [][]Point, err error) {
	drawn := drawing{face: f}
	work := func() error { return drawn.glyph(glyph, upright, 0) }
	if f.mapped {
		err = mapping.Guarded(work)
	} else {
		err = work()
	}
	if err != nil {
		return nil, &GlyphError{f, fmt.Errorf("outline of glyph %d: %w", glyph, err)}
	}
	for _, contour := range drawn.contours {
		for i, p := range contour {
			contour[i].X, contour[i].Y = f.thousandths(p.X), f.thousandths(p.Y)
		}
	}
	return drawn.contours, nil
}

// A placing moves a component's points: a 2×2 matrix in 2.14 fixed point, and
// an offset in units of the face.
type placing struct {
	xx, xy, yx, yy int
	dx, dy         int
}

const one = 1 << 14

var upright = placing{xx: one, yy: one}

func (p placing) apply(x, y int) (int, int) {
	return rounded(x*p.xx+y*p.yx) + p.dx, rounded(x*p.xy+y*p.yy) + p.dy
}

// within is the placing of something placed by inner in something placed by p.
func (p placing) within(inner placing) placing {
	dx, dy := p.apply(inner.dx, inner.dy)
	return placing{
		xx: rounded(inner.xx*p.xx + inner.xy*p.yx), xy: rounded(inner.xx*p.xy + inner.xy*p.yy),
		yx: rounded(inner.yx*p.xx + inner.yy*p.yx), yy: rounded(inner.yx*p.xy + inner.yy*p.yy),
		dx: dx, dy: dy,
	}
}

func rounded(fixed int) int { return (fixed + one/2) >> 14 }

// A drawing gathers the contours of a glyph, in units of the face.
type drawing struct {
	face     *Face
	contours [][]Point
	points   int
	parts    int
}

func (d *drawing) glyph(glyph uint16, at placing, depth int) error {
	record, err := d.face.outline(glyph)
	if err != nil || len(record) == 0 {
		return err
	}
	if !isComposite(record) {
		return d.simple(record, at)
	}
	if d.parts++; depth == maxNesting || d.parts > maxParts {
		return errors.New("it is made of too many others")
	}
	parts, _, err := components(record)
	if err != nil {
		return err
	}
	for _, part := range parts {
		if err := d.glyph(part.glyph, at.within(part.placing(record)), depth+1); err != nil {
			return err
		}
	}
	return nil
}

const argumentsAreOffsets = 0x0002

// placing reads where a component stands. A component that is placed by
// matching points, which no face in use does, stays where it is.
func (c component) placing(record []byte) placing {
	at := c.at + 4
	signed := func() int {
		at += 2
		return int(int16(bigEndian.Uint16(record[at-2:])))
	}
	p := upright
	if c.flags&wordArguments != 0 {
		p.dx, p.dy = signed(), signed()
	} else {
		p.dx, p.dy = int(int8(record[at])), int(int8(record[at+1]))
		at += 2
	}
	if c.flags&argumentsAreOffsets == 0 {
		p.dx, p.dy = 0, 0
	}
	switch {
	case c.flags&oneScale != 0:
		p.xx = signed()
		p.yy = p.xx
	case c.flags&twoScales != 0:
		p.xx, p.yy = signed(), signed()
	case c.flags&matrix != 0:
		p.xx, p.xy, p.yx, p.yy = signed(), signed(), signed(), signed()
	}
	return p
}
