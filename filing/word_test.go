package filing_test

import (
	"bytes"
	"testing"

	"nianbao/filing"
	"nianbao/fixtures"
	"nianbao/problem"
	"nianbao/render/docx"
	"nianbao/render/font"
	"nianbao/render/pdf"
)

// What keeps only the PDF from being made stops a PDF, and is a warning for a Word file.
func TestWordAlone(t *testing.T) {
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	src := bytes.Replace(fixtures.Named(t, "minimal").JSON, []byte(`"overview": "`), []byte(`"overview": "ئۇيغۇر😀。`), 1)
	both := filing.Lay(src, filing.Options{Faces: faces})
	if both.Fileable(filing.Options{}) || !problem.HasErrors(both.Problems) {
		t.Error("a PDF is made")
	}
	word := filing.Lay(src, filing.Options{Faces: faces, Word: true})
	if !word.Fileable(filing.Options{Word: true}) || problem.HasErrors(word.Problems) {
		t.Fatalf("no Word file is made: %v", word.Problems)
	}
	file, err := docx.Write(word.Print(pdf.PDFA2a).Document)
	if err != nil || len(file) == 0 {
		t.Error(err)
	}
	control := bytes.Replace(src, []byte(`😀`), []byte("\uE000"), 1)
	if p := filing.Lay(control, filing.Options{Faces: faces, Word: true}); p.Fileable(filing.Options{Word: true}) {
		t.Error("a private character is filed")
	}
	draft := filing.Lay(src, filing.Options{Faces: faces, Draft: true})
	if draft.Layout == nil {
		t.Errorf("the draft does not print: %v", draft.Problems)
	}
}

// Characters that the faces of offices lack are told once.
func TestRareCharacters(t *testing.T) {
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	src := bytes.Replace(fixtures.Named(t, "minimal").JSON, []byte(`"overview": "`), []byte(`"overview": "浉河、硚口、浉河。`), 1)
	told := 0
	for _, p := range filing.Lay(src, filing.Options{Faces: faces}).Problems {
		if p.Code == problem.CodeGlyphRare {
			told++
		}
	}
	if told != 1 {
		t.Errorf("told %d times", told)
	}
}
