package main

import (
	"bytes"
	"testing"

	"nianbao/render/font"
)

// The table says of gofpdf and fpdf that they write into the bytes of a face.
// Should a new version leave them alone, the table must no longer say so.
func TestFacesAreWrittenInto(t *testing.T) {
	set, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	faces, err := readFaces(set)
	if err != nil {
		t.Fatal(err)
	}
	m, err := read("laiyuan-2022", set)
	if err != nil {
		t.Fatal(err)
	}
	for name, open := range map[string]func() canvas{"gofpdf": newGofpdf, "fpdf": newFpdf} {
		source := wholeFaces(faces)
		if _, err := onCanvas(open, source)(m); err != nil {
			t.Fatal(err)
		}
		changed := 0
		for face, whole := range faces {
			if data, _ := source(usedFace{face: face}); !bytes.Equal(data, whole.data) {
				changed++
			}
		}
		if changed == 0 {
			t.Errorf("%s: the faces are as they were", name)
		}
	}
}
