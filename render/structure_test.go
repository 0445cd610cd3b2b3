package render_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"

	"nianbao/document"
	"nianbao/fixtures"
	"nianbao/render/font"
	"nianbao/render/layout"
	"nianbao/render/pdf"
	"nianbao/report/jsonfile"
)

var summaries = regexp.MustCompile(`(?s)/Summary \(.*?(\n    TR\n)`)

// The structure that a screen reader is given, as poppler reads it out of the
// PDF: structure.txt of the two full reports.
func TestStructure(t *testing.T) {
	if _, err := exec.LookPath("pdfinfo"); err != nil {
		t.Skip("pdfinfo is not installed: the PDF's structure was not compared")
	}
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"laiyuan-2022", "huaian-2024"} {
		c := fixtures.Named(t, name)
		r, _ := jsonfile.Decode(c.JSON)
		l, problems := layout.Set(document.Fill(r, document.Options{}), faces)
		if l == nil {
			t.Fatal(problems)
		}
		data, err := pdf.Write(l, pdf.Options{})
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(t.TempDir(), "report.pdf")
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
		got, err := exec.Command("pdfinfo", "-struct-text", file).Output()
		if err != nil {
			t.Fatal(err)
		}
		// poppler writes a summary's UTF-16 as it stands.
		got = summaries.ReplaceAll(got, []byte("/Summary …$1"))
		fixtures.Golden(t, filepath.Join(c.Dir, "structure.txt"), got)
	}
}
