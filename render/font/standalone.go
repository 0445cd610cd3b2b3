package font

import (
	"errors"
	"slices"

	"nianbao/render/font/charmap"
	"nianbao/render/font/facename"
	"nianbao/render/font/mapping"
)

// Standalone cuts a TrueType face that other programs can open as a file: what
// Subset cuts, with the tables cmap, name, OS/2 and post. The characters, in
// ascending order, have the numbers that their glyphs have in the cut face. The
// same glyphs and characters give the same bytes. Its errors are of type GlyphError.
func (f *Face) Standalone(glyphs []uint16, characters []charmap.Drawn) ([]byte, error) {
	program, order, err := f.Subset(glyphs)
	if err != nil {
		return nil, err
	}
	if len(characters) == 0 || int(slices.MaxFunc(characters, func(a, b charmap.Drawn) int { return int(a.Glyph) - int(b.Glyph) }).Glyph) >= len(order) {
		return nil, &GlyphError{f, errors.New("a character without a glyph")}
	}
	parts := []table{
		{"OS/2", f.os2(characters)}, {"cmap", charmap.Table(characters)},
		{"name", facename.Table(f.family, f.name)}, {"post", postTable()},
	}
	found, err := readDirectory(program, 0)
	if err != nil {
		return nil, &GlyphError{f, err}
	}
	for _, tag := range []string{"glyf", "head", "hhea", "hmtx", "loca", "maxp"} {
		parts = append(parts, table{tag, *found.named(tag)})
	}
	slices.SortFunc(parts, func(a, b table) int {
		if a.tag < b.tag {
			return -1
		}
		return 1
	})
	bigEndian.PutUint32(found.head[8:], 0) // the sum over the file, which assemble fills in
	return assemble(parts), nil
}

// os2 is table OS/2, version 3. What may be put into files stays as the maker says.
func (f *Face) os2(characters []charmap.Drawn) []byte {
	out := make([]byte, 96)
	put := func(at, v int) { bigEndian.PutUint16(out[at:], uint16(v)) }
	whole := func(thousandths int) int { return thousandths * f.unitsPerEm / 1000 }
	put(0, 3)
	put(2, f.unitsPerEm)
	put(4, f.metrics.weight)
	put(6, 5) // medium width
	put(8, f.metrics.embedding)
	copy(out[58:], "    ") // no maker's mark
	put(62, 1<<6)          // regular
	put(64, int(min(characters[0].Rune, 0xFFFF)))
	put(66, int(min(characters[len(characters)-1].Rune, 0xFFFF)))
	put(68, whole(f.Ascent()))
	put(70, whole(f.Descent()))
	put(74, max(whole(f.Ascent()), whole(f.Bounds()[3])))
	put(76, max(-whole(f.Descent()), -whole(f.Bounds()[1])))
	put(88, whole(f.CapHeight()))
	put(92, ' ') // what programs break at
	return out
}

// postTable is table post, version 3: glyphs have no names.
func postTable() []byte {
	out := make([]byte, 32)
	bigEndian.PutUint32(out, 0x00030000)
	return out
}

// Box is the box round a glyph's ink, left, bottom, right, top, in thousandths of an
// em; all 0 for a space. Its errors are of type GlyphError.
func (f *Face) Box(glyph uint16) (box [4]int, err error) {
	work := func() error {
		record, err := f.outline(glyph)
		if err != nil || len(record) < glyphHeaderSize {
			return err
		}
		for i := range box {
			box[i] = f.thousandths(int(int16(bigEndian.Uint16(record[2+2*i:]))))
		}
		return nil
	}
	if f.mapped {
		err = mapping.Guarded(work)
	} else {
		err = work()
	}
	if err != nil {
		return box, &GlyphError{f, err}
	}
	return box, nil
}

// Official is the name by which offices know the face, or that for which it stands in
// (GB/T 9704-2012, 5.2.2); its family's for any other.
func (f *Face) Official() string {
	if f.official != "" {
		return f.official
	}
	return f.family
}
