package font

import (
	"cmp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"nianbao/render/style"
)

// embeddedFace is the face that stands first in a role.
func embeddedFace(t testing.TB, role style.Role) *Face {
	t.Helper()
	set, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return set.Chains[role][0]
}

// glyphsOf lists glyph 0 and the glyphs of text, each once.
func glyphsOf(t testing.TB, face *Face, text string) []uint16 {
	t.Helper()
	glyphs := []uint16{0}
	for _, r := range text {
		glyph := face.Glyph(r)
		if glyph == 0 {
			t.Fatalf("%s has no %q", face.Name(), r)
		}
		if !slices.Contains(glyphs, glyph) {
			glyphs = append(glyphs, glyph)
		}
	}
	return glyphs
}

// A pairing is one line of a character map.
type pairing struct {
	character rune
	glyph     uint16
}

// smallFace is a whole face of some hundred bytes: an embedded one cut down to
// text, with a character map of the given format and a name.
func smallFace(t testing.TB, role style.Role, text string, format int) []byte {
	t.Helper()
	face := embeddedFace(t, role)
	program, order, err := face.Subset(glyphsOf(t, face, text))
	if err != nil {
		t.Fatal(err)
	}
	var mapped []pairing
	for _, r := range text {
		mapped = append(mapped, pairing{r, uint16(slices.Index(order, face.Glyph(r)))})
	}
	slices.SortFunc(mapped, func(a, b pairing) int { return cmp.Compare(a.character, b.character) })
	mapped = slices.Compact(mapped)
	return withTables(t, program,
		table{"cmap", characterTable(format, mapped)},
		table{"name", nameTable("Small", "小")},
		table{"OS/2", append([]byte{0, 4}, make([]byte, 94)...)}, // version 4
		table{"post", append([]byte{0, 3}, make([]byte, 30)...)}, // version 3: no glyph names
	)
}

// withTables is a face with tables added or, where it has them, replaced.
func withTables(t testing.TB, face []byte, more ...table) []byte {
	t.Helper()
	tables, face := slices.Clone(more), slices.Clone(face)
	clear(tableOf(t, face, "head")[8:12]) // the sum over the file, which assemble fills in
	for i := range int(bigEndian.Uint16(face[4:])) {
		record := face[12+16*i:]
		tag, at, size := string(record[:4]), bigEndian.Uint32(record[8:]), bigEndian.Uint32(record[12:])
		if !slices.ContainsFunc(more, func(m table) bool { return m.tag == tag }) {
			tables = append(tables, table{tag, face[at : at+size]})
		}
	}
	slices.SortFunc(tables, func(a, b table) int { return strings.Compare(a.tag, b.tag) })
	return assemble(tables)
}

// tableOf is the bytes of one table inside face, to be read or spoiled in place.
func tableOf(t testing.TB, face []byte, tag string) []byte {
	t.Helper()
	for i := range int(bigEndian.Uint16(face[4:])) {
		if record := face[12+16*i:]; string(record[:4]) == tag {
			at, size := bigEndian.Uint32(record[8:]), bigEndian.Uint32(record[12:])
			return face[at : at+size]
		}
	}
	t.Fatalf("no table %q", tag)
	return nil
}

func characterTable(format int, mapped []pairing) []byte {
	encoding := uint16(1)
	subtable := format4(mapped)
	if format == 12 {
		encoding, subtable = 10, format12(mapped)
	}
	out := bigEndian.AppendUint32(nil, 1) // version 0, one map
	out = bigEndian.AppendUint16(out, 3)
	out = bigEndian.AppendUint16(out, encoding)
	out = bigEndian.AppendUint32(out, 12)
	return append(out, subtable...)
}

// format4 has a segment a character: every second one by shift, the others by
// the list of glyphs. It leaves out what lies beyond U+FFFF.
func format4(mapped []pairing) []byte {
	mapped = slices.DeleteFunc(slices.Clone(mapped), func(m pairing) bool { return m.character >= 0xFFFF })
	count := len(mapped) + 1
	var ends, starts, deltas, offsets, glyphs []byte
	for i, m := range mapped {
		ends = bigEndian.AppendUint16(ends, uint16(m.character))
		starts = bigEndian.AppendUint16(starts, uint16(m.character))
		if i%2 == 0 {
			deltas = bigEndian.AppendUint16(deltas, m.glyph-uint16(m.character))
			offsets = bigEndian.AppendUint16(offsets, 0)
		} else {
			deltas = bigEndian.AppendUint16(deltas, 0)
			offsets = bigEndian.AppendUint16(offsets, uint16(2*(count-i)+len(glyphs)))
			glyphs = bigEndian.AppendUint16(glyphs, m.glyph)
		}
	}
	ends, starts = append(ends, 0xFF, 0xFF), append(starts, 0xFF, 0xFF)
	deltas, offsets = append(deltas, 0, 1), append(offsets, 0, 0)
	out := make([]byte, 14)
	bigEndian.PutUint16(out, 4)
	bigEndian.PutUint16(out[2:], uint16(16+8*count+len(glyphs)))
	bigEndian.PutUint16(out[6:], uint16(2*count))
	return slices.Concat(out, ends, []byte{0, 0}, starts, deltas, offsets, glyphs)
}

func format12(mapped []pairing) []byte {
	out := make([]byte, 16)
	bigEndian.PutUint16(out, 12)
	bigEndian.PutUint32(out[4:], uint32(16+12*len(mapped)))
	bigEndian.PutUint32(out[12:], uint32(len(mapped)))
	for _, m := range mapped {
		out = bigEndian.AppendUint32(out, uint32(m.character))
		out = bigEndian.AppendUint32(out, uint32(m.character))
		out = bigEndian.AppendUint32(out, uint32(m.glyph))
	}
	return out
}

// nameTable has an English and a Chinese family and a PostScript name.
func nameTable(english, chinese string) []byte {
	texts := []struct {
		language, id uint16
		text         string
	}{{0x0409, 1, english}, {0x0409, 6, english + "(PS) 1"}, {0x0804, 1, chinese}}
	out := bigEndian.AppendUint16(nil, 0)
	out = bigEndian.AppendUint16(out, uint16(len(texts)))
	out = bigEndian.AppendUint16(out, uint16(6+12*len(texts)))
	var raw []byte
	for _, entry := range texts {
		start := len(raw)
		for _, unit := range utf16.Encode([]rune(entry.text)) {
			raw = bigEndian.AppendUint16(raw, unit)
		}
		for _, field := range []uint16{3, 1, entry.language, entry.id, uint16(len(raw) - start), uint16(start)} {
			out = bigEndian.AppendUint16(out, field)
		}
	}
	return append(out, raw...)
}

// collection is a TTC of faces, whose tables stay where they are within each.
func collection(faces ...[]byte) []byte {
	out := []byte("ttcf\x00\x01\x00\x00")
	out = bigEndian.AppendUint32(out, uint32(len(faces)))
	start := len(out) + 4*len(faces)
	var bodies []byte
	for _, face := range faces {
		at := start + len(bodies)
		out = bigEndian.AppendUint32(out, uint32(at))
		body := slices.Clone(face)
		for i := range int(bigEndian.Uint16(body[4:])) {
			field := body[12+16*i+8:]
			bigEndian.PutUint32(field, bigEndian.Uint32(field)+uint32(at))
		}
		bodies = append(bodies, body...)
	}
	return append(out, bodies...)
}
