package font

import (
	"errors"
	"fmt"
	"unicode"
)

// glyphHeaderSize is the number of contours and the box, before the outline itself.
const glyphHeaderSize = 10

func (f *Face) locationSize() int {
	if f.longLocations {
		return 4
	}
	return 2
}

func (f *Face) location(index int) int64 {
	if f.longLocations {
		return int64(bigEndian.Uint32(f.loca[4*index:]))
	}
	return 2 * int64(bigEndian.Uint16(f.loca[2*index:])) // stored in halves
}

// isBlank tells whether a character that is to be seen has an outline that
// cannot be. Some faces map whole ranges of characters that they lack to an empty
// glyph; printing that would drop the character from the report.
func (f *Face) isBlank(r rune, glyph uint16) bool {
	start, end := f.location(int(glyph)), f.location(int(glyph)+1)
	if start < end && end <= int64(len(f.glyf)) {
		return false
	}
	return unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S)
}

// outline is the record of a glyph in table glyf; empty for a space.
func (f *Face) outline(glyph uint16) ([]byte, error) {
	if int(glyph) >= f.glyphCount {
		return nil, fmt.Errorf("glyph %d asked for; the face has %d", glyph, f.glyphCount)
	}
	start, end := f.location(int(glyph)), f.location(int(glyph)+1)
	switch {
	case start > end || end > int64(len(f.glyf)):
		return nil, fmt.Errorf("glyph %d lies outside table glyf", glyph)
	case start == end:
		return nil, nil
	case end-start < glyphHeaderSize:
		return nil, fmt.Errorf("glyph %d has %d bytes only", glyph, end-start)
	}
	return f.glyf[start:end], nil
}

// isComposite tells whether an outline is put together from other glyphs.
func isComposite(outline []byte) bool {
	return len(outline) >= glyphHeaderSize && int16(bigEndian.Uint16(outline)) < 0
}

// Bits of a component's flags (OpenType specification, glyf).
const (
	wordArguments   = 0x0001
	oneScale        = 0x0008
	moreComponents  = 0x0020
	twoScales       = 0x0040
	matrix          = 0x0080
	hasInstructions = 0x0100
)

// A component is a glyph used in another; at is where its record starts.
type component struct {
	at    int
	flags uint16
	glyph uint16
}

// components lists the components of a composite outline; end is where the last
// one's record ends.
func components(outline []byte) (list []component, end int, err error) {
	at := glyphHeaderSize
	for {
		if at+4 > len(outline) {
			return nil, 0, errors.New("its list of components is cut off")
		}
		part := component{at, bigEndian.Uint16(outline[at:]), bigEndian.Uint16(outline[at+2:])}
		list = append(list, part)
		at += part.size()
		if at > len(outline) {
			return nil, 0, errors.New("its list of components is cut off")
		}
		if part.flags&moreComponents == 0 {
			return list, at, nil
		}
	}
}

func (c component) size() int {
	size := 4 + 2
	if c.flags&wordArguments != 0 {
		size += 2
	}
	switch {
	case c.flags&oneScale != 0:
		size += 2
	case c.flags&twoScales != 0:
		size += 4
	case c.flags&matrix != 0:
		size += 8
	}
	return size
}
