package pdf

import (
	"encoding/binary"
	"fmt"
	"strconv"

	"nianbao/render/deflate"
	"nianbao/render/font"
)

// write writes the face as a composite font (ISO 32000-1, 9.7) and returns it.
func (f *face) write(out *objects, c Conformance) ref {
	name := f.name()
	bounds := f.font.Bounds()
	descriptor := fmt.Appendf(nil, "<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle 0/Ascent %d/Descent %d/CapHeight %d/StemV %d",
		name, f.flags(), bounds[0], bounds[1], bounds[2], bounds[3],
		f.font.Ascent(), f.font.Descent(), f.font.CapHeight(), f.font.StemV())
	program := out.addStream("/Filter/FlateDecode/Length1 "+strconv.Itoa(f.length), f.program)
	descriptor = fmt.Appendf(descriptor, "/FontFile2 %d 0 R", program)
	if c == PDFA1a {
		set := out.addStream("/Filter/FlateDecode", deflate.Zlib(f.cidSet(), deflate.Usual))
		descriptor = fmt.Appendf(descriptor, "/CIDSet %d 0 R", set)
	}
	descriptorRef := out.add(append(descriptor, ">>"...))

	descendant := fmt.Appendf(nil, "<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R",
		name, descriptorRef)
	if f.identical() {
		descendant = append(descendant, "/CIDToGIDMap/Identity/W"...)
	} else {
		descendant = fmt.Appendf(descendant, "/CIDToGIDMap %d 0 R/W", out.addStream("/Filter/FlateDecode", deflate.Zlib(f.glyphMap(), deflate.Usual)))
	}
	descendantRef := out.add(append(f.appendWidths(descendant), ">>"...))

	characters := out.addStream("/Filter/FlateDecode", f.toUnicode)
	return out.add(fmt.Appendf(nil, "<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>",
		name, descendantRef, characters))
}

// flags are the font's, less that all its advances are one where some are wider.
func (f *face) flags() int {
	if f.wider {
		return f.font.Flags() &^ font.FixedPitch
	}
	return f.font.Flags()
}

// appendWidths writes the array W (9.7.4.3): a list of widths behind the first
// CID that has them. A CID that it passes over is 1000 wide, the default.
func (f *face) appendWidths(b []byte) []byte {
	b = append(b, '[')
	listing := false
	for cid, shown := range f.shown {
		width := f.font.AdvanceOf(shown.form)
		if width == 1000 {
			if listing {
				b = append(b, ']')
			}
			listing = false
			continue
		}
		if listing {
			b = append(b, ' ')
		} else {
			b = strconv.AppendInt(b, int64(cid), 10)
			b = append(b, '[')
		}
		listing = true
		b = strconv.AppendInt(b, int64(width), 10)
	}
	if listing {
		b = append(b, ']')
	}
	return append(b, ']')
}

// glyphMap leads from CIDs to glyphs where the numbers are not the same (9.7.4.2).
func (f *face) glyphMap() []byte {
	b := make([]byte, 0, 2*len(f.shown))
	for _, c := range f.shown {
		b = binary.BigEndian.AppendUint16(b, f.numbers[c.form])
	}
	return b
}

// cidSet names the CIDs that the font program has, one bit each from the
// highest down (ISO 19005-1, 6.3.5). They are all from 0 on; components that
// are not shown themselves have one only where CID n is glyph n.
func (f *face) cidSet() []byte {
	n := len(f.shown)
	if f.identical() {
		n = len(f.order)
	}
	set := make([]byte, (n+7)/8)
	for i := range n {
		set[i/8] |= 0x80 >> (i % 8)
	}
	return set
}
