package font

import (
	"fmt"
	"testing"

	"nianbao/render/style"
)

// BenchmarkParse reads all six embedded faces.
func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		for _, file := range [][]byte{titleFile, heiFile, kaiFile, fangFile, songFile, latinFile} {
			if _, err := Parse(file, 0); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkGlyph finds 5,000 characters in a face that was just read, as many as a report has.
func BenchmarkGlyph(b *testing.B) {
	characters := Standard()[:1000]
	for _, c := range []struct {
		name string
		warm bool
	}{{"cold", false}, {"warm", true}} {
		b.Run(c.name, func(b *testing.B) {
			face := embeddedFace(b, style.Song)
			for b.Loop() {
				if !c.warm {
					face, _ = Parse(songFile, 0)
				}
				for range 5 {
					for _, r := range characters {
						if face.Glyph(r) == 0 {
							b.Fatalf("no %c", r)
						}
					}
				}
			}
		})
	}
}

// BenchmarkSubset cuts 500 characters out of 仿宋.
func BenchmarkSubset(b *testing.B) {
	face := embeddedFace(b, style.Fang)
	glyphs := glyphsOf(b, face, string(Standard()[:500]))
	for b.Loop() {
		program, _, err := face.Subset(glyphs)
		if err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(len(program)))
	}
}

// BenchmarkSystem looks through a machine with 500 files of faces, of which six serve.
func BenchmarkSystem(b *testing.B) {
	fonts := fakeMachine(b)
	for i := range 500 {
		put(b, namedFace(b, style.Latin, "0A", fmt.Sprint("Other ", i), ""), fonts, fmt.Sprint(i%10), fmt.Sprint(i, ".ttf"))
	}
	for role, file := range [][]byte{titleFile, heiFile, kaiFile, fangFile, songFile, latinFile} {
		put(b, withTables(b, file, table{"name", nameTable("", bestName(style.Role(role)))}), fonts, fmt.Sprint("official", role, ".ttf"))
	}
	for b.Loop() {
		found := system(b, "")
		if found.Places[0].Used != len(official) {
			b.Fatal("not all faces were found")
		}
	}
}
