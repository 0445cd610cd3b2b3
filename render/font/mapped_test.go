package font

import (
	"bytes"
	"errors"
	"os"
	"runtime"
	"sync"
	"testing"

	"nianbao/render/font/mapping"
	"nianbao/render/style"
)

// mapped is a face of a file, as System reads it, and the file's name.
func mapped(t testing.TB, data []byte) (*Face, string) {
	t.Helper()
	path := put(t, data, t.TempDir(), "a.ttf")
	file, err := mapping.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(file.Close) // before the folder goes, which Windows asks for
	face, err := parseMapped(file, 0)
	if err != nil {
		t.Fatal(err)
	}
	return face, path
}

func TestMappedFaceIsTheSame(t *testing.T) {
	read, err := Parse(kaiFile, 0)
	if err != nil {
		t.Fatal(err)
	}
	face, _ := mapped(t, kaiFile)
	glyphs := glyphsOf(t, read, "楷体年报0")
	a, _, err := read.Subset(glyphs)
	if err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			if b, _, err := face.Subset(glyphs); err != nil || !bytes.Equal(a, b) {
				t.Errorf("the mapped face is cut otherwise: %v", err)
			}
		})
	}
	group.Wait()
	for _, r := range Standard() {
		if face.Glyph(r) != read.Glyph(r) || face.Advance(face.Glyph(r)) != read.Advance(read.Glyph(r)) {
			t.Fatalf("%c differs", r)
		}
	}
}

// Somebody replaces a face while a report is printed with it.
func TestFileCutShortMeanwhile(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows does not let anybody cut a mapped file short")
	}
	face, path := mapped(t, kaiFile)
	if err := os.Truncate(path, 100); err != nil {
		t.Fatal(err)
	}
	glyphs := []uint16{0}
	for _, r := range "楷体年报" {
		if face.Glyph(r) == 0 || face.Advance(face.Glyph(r)) != 1000 {
			t.Errorf("%c is lost", r)
		}
		glyphs = append(glyphs, face.Glyph(r))
	}
	for range 2 {
		_, _, err := face.Subset(glyphs)
		var damaged *GlyphError
		if !errors.Is(err, ErrChanged) || !errors.As(err, &damaged) || damaged.Face != face {
			t.Errorf("error %v", err)
		}
	}
}

func TestFileCutShortBeforeItIsRead(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows does not let anybody cut a mapped file short")
	}
	path := put(t, kaiFile, t.TempDir(), "a.ttf")
	file, err := mapping.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := os.Truncate(path, 0); err != nil {
		t.Fatal(err)
	}
	if _, err := parseMapped(file, 0); !errors.Is(err, ErrChanged) {
		t.Errorf("error %v", err)
	}
}

// A glyph that turns out to be damaged is an error that names the face.
func TestDamagedGlyph(t *testing.T) {
	data := smallFace(t, style.Song, "一", 12)
	clear(tableOf(t, data, "loca")[2:4])
	copy(tableOf(t, data, "loca")[4:], "\xFF\xFF\xFF\xFF")
	face, _ := mapped(t, data)
	_, _, err := face.Subset([]uint16{0, 1})
	var damaged *GlyphError
	if !errors.As(err, &damaged) || damaged.Face != face || errors.Is(err, ErrChanged) {
		t.Errorf("error %v", err)
	}
}
