// Package font reads TrueType faces: which glyph a character has, how wide it
// is, and a cut-down copy of the face that holds only the glyphs a file needs.
// It carries six free faces, so that a report can be printed on a machine that
// has no Chinese face at all; faces/README.md tells where they come from.
// System finds the official faces that a machine has and puts them first.
//
// Faces come from strangers as well. Parse checks every table that the other
// methods touch, so that a broken file is an error and never a panic.
package font

import (
	"encoding/binary"
	"errors"
	"fmt"

	"nianbao/render/font/charmap"
	"nianbao/render/font/facename"
)

var bigEndian = binary.BigEndian

// A Face is one TrueType face. It never changes after Parse and may be used by
// many goroutines at once; the faces of a process are read once and shared.
type Face struct {
	name, family string
	official     string // the name of an official document's face, "" for others
	metrics      metrics
	characters   charmap.Map

	glyphCount    int
	unitsPerEm    int
	longLocations bool
	advanceCount  int // glyphs from here on have the advance of the glyph before

	head, hhea, maxp, hmtx, loca, glyf []byte

	file   string // "": the face came from nowhere else than memory
	mapped bool   // glyf is the file itself
}

// Parse reads the TrueType face in data, which must not be changed afterwards.
// In a collection (TTC) index names the member, from 0; elsewhere it is 0.
//
// Faces with PostScript outlines, and faces whose licence forbids a file to
// carry a part of them (OS/2 fsType), are refused. A face without a character
// map is accepted, since the faces inside a PDF are such; it has no character.
func Parse(data []byte, index int) (*Face, error) {
	face, err := parse(data, index)
	if err != nil {
		return nil, fmt.Errorf("font: %w", err)
	}
	return face, nil
}

func parse(data []byte, index int) (*Face, error) {
	found, err := readDirectory(data, index)
	if err != nil {
		return nil, err
	}
	return found.face()
}

// face checks the tables and reads what is asked for again and again.
func (t *tables) face() (*Face, error) {
	if err := t.check(); err != nil {
		return nil, err
	}
	face := &Face{
		head: t.head, hhea: t.hhea, maxp: t.maxp,
		hmtx: t.hmtx, loca: t.loca, glyf: t.glyf,
		glyphCount:    int(bigEndian.Uint16(t.maxp[4:])),
		unitsPerEm:    int(bigEndian.Uint16(t.head[18:])),
		longLocations: bigEndian.Uint16(t.head[50:]) != 0,
		advanceCount:  int(bigEndian.Uint16(t.hhea[34:])),
	}
	if err := face.checkGlyphTables(); err != nil {
		return nil, err
	}
	if t.cmap != nil {
		var err error
		if face.characters, err = charmap.Read(t.cmap, face.glyphCount); err != nil {
			return nil, err
		}
		face.characters = face.characters.Without(face.isBlank)
	}
	names := facename.Read(t.name)
	face.name, face.family = names.PostScript(), names.Family()
	face.metrics = face.readMetrics(t)
	return face, nil
}

func (f *Face) checkGlyphTables() error {
	if f.unitsPerEm < 16 || f.unitsPerEm > 16384 {
		return fmt.Errorf("%d units an em (table head); 16 to 16384 are allowed", f.unitsPerEm)
	}
	if f.glyphCount == 0 {
		return errors.New("the face has no glyphs")
	}
	if f.advanceCount == 0 || f.advanceCount > f.glyphCount || len(f.hmtx) < 4*f.advanceCount {
		return fmt.Errorf("table hmtx is too short for %d advances of %d glyphs", f.advanceCount, f.glyphCount)
	}
	if len(f.loca) < (f.glyphCount+1)*f.locationSize() {
		return fmt.Errorf("table loca is too short for %d glyphs", f.glyphCount)
	}
	return nil
}

// Name is the PostScript name, cut down to what a PDF name may hold unescaped.
func (f *Face) Name() string { return f.name }

// Family is the name for people: the Chinese one if the face has it, else the English.
func (f *Face) Family() string { return f.family }

// File is where System found the face; "" for embedded faces and those that
// Parse was given.
func (f *Face) File() string { return f.file }

// Glyph is the glyph of a character, 0 if the face has none.
func (f *Face) Glyph(r rune) uint16 { return f.characters.Glyph(r) }

// Advance is the width of a glyph in thousandths of an em, rounded half up.
func (f *Face) Advance(glyph uint16) int { return f.thousandths(int(f.advance(glyph))) }

// AdvanceOf is the width of a form, the rounding of what its program says.
func (f *Face) AdvanceOf(form Form) int { return f.thousandths(int(f.advanceOf(form))) }

func (f *Face) advanceOf(form Form) uint16 {
	return f.advance(form.Glyph) + uint16((int(form.Wider)*f.unitsPerEm+500)/1000)
}

// advance is the width of a glyph in units of the face.
func (f *Face) advance(glyph uint16) uint16 {
	at := min(int(glyph), f.advanceCount-1)
	return bigEndian.Uint16(f.hmtx[4*at:])
}

// bearing is the space left of a glyph in units of the face; 0 where the table ends early.
func (f *Face) bearing(glyph uint16) uint16 {
	at := 4*int(glyph) + 2
	if int(glyph) >= f.advanceCount {
		at = 4*f.advanceCount + 2*(int(glyph)-f.advanceCount)
	}
	if at+2 > len(f.hmtx) {
		return 0
	}
	return bigEndian.Uint16(f.hmtx[at:])
}
