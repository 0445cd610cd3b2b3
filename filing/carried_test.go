package filing_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"nianbao/filing"
	"nianbao/fixtures"
	"nianbao/render/docx"
	"nianbao/render/font"
	"nianbao/render/pdf"
)

// What an office keeps for itself is in no file that it publishes: whom to call,
// why a warning stands, what a blank means.
func TestNothingUnprinted(t *testing.T) {
	const kept = `"contact": {"address": "某街 7531 号", "telephone": "0571-86427531", "email": "kept@example.gov.cn"},
 "accepted": [{"code": "prose.mismatch", "path": "overview", "reason": "内部口径不同"}], "blank_as": "0", `
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	src := strings.Replace(string(fixtures.Named(t, "minimal").JSON), "{", "{"+kept, 1)
	p := filing.Lay([]byte(src), filing.Measures{Faces: faces})
	if p.Report.Contact == nil || len(p.Report.Accepted) != 1 || p.Report.BlankAs == "" {
		t.Fatalf("the report has nothing to keep: %v", p.Problems)
	}
	print := p.Print(pdf.PDFA3a)
	word, err := docx.Write(print.Document)
	if err != nil {
		t.Fatal(err)
	}
	archive, err := pdf.Write(print.Layout, print.PDF)
	if err != nil {
		t.Fatal(err)
	}
	attached, err := pdf.Attached(archive)
	if err != nil {
		t.Fatal(err)
	}
	for kind, content := range map[string]string{"the Word file": unpacked(t, word), "the attachment": string(attached)} {
		for _, secret := range []string{"7531", "kept@", "contact", "内部口径", "accepted", "blank_as"} {
			if strings.Contains(content, secret) {
				t.Errorf("%s holds %s", kind, secret)
			}
		}
	}
}

// unpacked are all parts of a Word file, with their names.
func unpacked(t *testing.T, file []byte) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, entry := range archive.File {
		r, err := entry.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all.WriteString(entry.Name + "\n" + string(content) + "\n")
	}
	return all.String()
}
