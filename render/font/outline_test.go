package font

import (
	"errors"
	"testing"

	"nianbao/render/style"
)

// TestOutlineFillsItsBox compares every character's outline with the box that
// the face itself gives for it (table glyf), in all embedded faces.
func TestOutlineFillsItsBox(t *testing.T) {
	set, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for role := range set.Chains {
		face := set.Chains[role][0]
		for glyph := range face.glyphCount {
			record, err := face.outline(uint16(glyph))
			if err != nil {
				t.Fatal(err)
			}
			contours, err := face.Outline(uint16(glyph))
			if err != nil {
				t.Fatalf("%s: %v", face.Name(), err)
			}
			if len(record) == 0 {
				if len(contours) > 0 {
					t.Errorf("%s, glyph %d: a space has an outline", face.Name(), glyph)
				}
				continue
			}
			box := func(at int) int { return face.thousandths(int(int16(bigEndian.Uint16(record[2+2*at:])))) }
			if left, bottom, right, top := bounds(contours); left < box(0)-1 || bottom < box(1)-1 || right > box(2)+1 || top > box(3)+1 {
				t.Fatalf("%s, glyph %d: the outline has %d %d %d %d, its box %d %d %d %d", face.Name(), glyph, left, bottom, right, top, box(0), box(1), box(2), box(3))
			}
		}
	}
}

// bounds is the box of the points on the curve.
func bounds(contours [][]Point) (left, bottom, right, top int) {
	left, bottom, right, top = 1<<20, 1<<20, -1<<20, -1<<20
	for _, contour := range contours {
		for _, p := range contour {
			if p.On {
				left, bottom, right, top = min(left, p.X), min(bottom, p.Y), max(right, p.X), max(top, p.Y)
			}
		}
	}
	return left, bottom, right, top
}

// TestOutlineOfComposite: é stands on the same e, with an accent above it.
func TestOutlineOfComposite(t *testing.T) {
	face := embeddedFace(t, style.Latin)
	e, err := face.Outline(face.Glyph('e'))
	if err != nil {
		t.Fatal(err)
	}
	accented, err := face.Outline(face.Glyph('é'))
	if err != nil {
		t.Fatal(err)
	}
	if len(accented) != len(e)+1 {
		t.Errorf("é has %d contours, e %d", len(accented), len(e))
	}
	_, _, _, top := bounds(e)
	if _, _, _, above := bounds(accented); above <= top {
		t.Errorf("é is %d high, e %d", above, top)
	}
}

func TestOutlineOfNoGlyph(t *testing.T) {
	face := embeddedFace(t, style.Latin)
	var damaged *GlyphError
	if _, err := face.Outline(uint16(face.glyphCount)); !errors.As(err, &damaged) {
		t.Errorf("a glyph that the face does not have: %v", err)
	}
}
