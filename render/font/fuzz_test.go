package font

import (
	"testing"

	"nianbao/render/style"
)

func addSeeds(f *testing.F, add func(data []byte)) {
	f.Helper()
	song, latin := smallFace(f, style.Song, "一0𬭚", 12), smallFace(f, style.Latin, "0Aéǎ", 4)
	add(song)
	add(latin)
	add(collection(latin, song))
	face := embeddedFace(f, style.Kai)
	program, _, err := face.Subset(glyphsOf(f, face, "年报"))
	if err != nil {
		f.Fatal(err)
	}
	add(program)
}

// Every byte of a small face in turn becomes wrong; nothing panics and nothing hangs.
func TestEveryByteSpoiled(t *testing.T) {
	for _, format := range []int{4, 12} {
		face := smallFace(t, style.Latin, "0é", format)
		for at := range face {
			kept := face[at]
			for _, wrong := range []byte{0, 1, 0x7F, 0x80, 0xFF, kept + 1, kept - 1} {
				face[at] = wrong
				if parsed, err := Parse(face, 0); err == nil {
					glyph := parsed.Glyph('é')
					parsed.Advance(glyph)
					parsed.Subset([]uint16{0, glyph})
					parsed.Outline(glyph)
				}
			}
			face[at] = kept
		}
	}
}

// Whatever Parse takes, nothing that is asked of the face afterwards panics.
func FuzzParse(f *testing.F) {
	addSeeds(f, func(data []byte) { f.Add(data, 0); f.Add(data, 1) })
	f.Fuzz(func(t *testing.T, data []byte, index int) {
		face, err := Parse(data, index)
		if err != nil {
			return
		}
		if face.Name() == "" || face.Family() == "" {
			t.Error("a face without a name")
		}
		for _, r := range []rune{-1, 0, '0', 'é', '一', 0xFFFF, 0x10000, '𬭚', 0x10FFFF, 0x110000} {
			glyph := face.Glyph(r)
			if int(glyph) >= face.glyphCount {
				t.Errorf("%U has glyph %d of %d", r, glyph, face.glyphCount)
			}
			face.Advance(glyph)
			face.Outline(glyph)
		}
		face.Advance(65535)
		face.bearing(65535)
	})
}

// What Subset writes can be read and cut again, with the same outcome.
func FuzzSubset(f *testing.F) {
	addSeeds(f, func(data []byte) { f.Add(data, uint16(1), uint16(2)) })
	f.Fuzz(func(t *testing.T, data []byte, first, second uint16) {
		face, err := Parse(data, 0)
		if err != nil {
			return
		}
		program, order, err := face.Subset([]uint16{0, first, second})
		if err != nil {
			return
		}
		cut, err := Parse(program, 0)
		if err != nil {
			t.Fatalf("a subset that cannot be read: %v", err)
		}
		glyphs := make([]uint16, len(order))
		for i, old := range order {
			glyphs[i] = uint16(i)
			if cut.Advance(glyphs[i]) != face.Advance(old) {
				t.Errorf("glyph %d has another width", old)
			}
		}
		again, more, err := cut.Subset(glyphs)
		if err != nil || len(more) != len(order) {
			t.Fatalf("a subset that cannot be cut: %v, %d glyphs of %d", err, len(more), len(order))
		}
		if string(again) != string(program) {
			t.Error("a subset of all glyphs of a subset differs from it")
		}
	})
}
