package reading_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/filing"
	"nianbao/fixtures"
	"nianbao/reading"
	"nianbao/render/docx"
	"nianbao/render/font"
	"nianbao/render/pdf"
)

// Sub- and superscripts that Latin faces lack are digits in runs with vertAlign in
// Word and smaller digits in the PDF; both give back the characters themselves.
func TestSubscriptsAndSuperscripts(t *testing.T) {
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	const said = "CO₂减排10⁴吨，H₂SO₄超过10⁻⁹克，面积35m²，甲₁₂³，增长3‱。"
	src := fixtures.Edited(t, "minimal", `"year": 2024`, `"year": 2024, "preamble": "`+said+`"`)
	p := filing.Lay(src, filing.Options{Faces: faces})
	print := p.Print(pdf.PDFA3a)
	word, err := docx.Write(print.Document)
	if err != nil {
		t.Fatal(err)
	}
	xml := content(t, word, "word/document.xml")
	for _, run := range []string{`<w:vertAlign w:val="subscript"/></w:rPr><w:t xml:space="preserve">2</w:t>`, `<w:vertAlign w:val="superscript"/></w:rPr><w:t xml:space="preserve">4</w:t>`} {
		if !strings.Contains(xml, run) {
			t.Errorf("the Word file has no %s", run)
		}
	}
	if strings.ContainsAny(xml, "₂⁴⁹₄₁") || !strings.Contains(xml, "²") {
		t.Error("a character that Latin faces lack stands in the Word file, or one that they have does not")
	}
	for kind, file := range map[string][]byte{"Word": word, "Word, saved again": edit(t, word, "", "")} {
		r, err := reading.Read(bytes.NewReader(file), int64(len(file)))
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Report.Prose["preamble"].Text; got != said {
			t.Errorf("%s gives back %s", kind, got)
		}
	}
	archive, err := pdf.Write(print.Layout, print.PDF)
	if err != nil {
		t.Fatal(err)
	}
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext is not installed: the PDF's text was not read")
	}
	file := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(file, archive, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(tool, "-raw", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	if text := strings.Join(strings.Fields(string(out)), ""); !strings.Contains(text, said) {
		t.Errorf("the PDF says %.300s", text)
	}
}

// content is a part of a Word file.
func content(t *testing.T, file []byte, name string) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	part, err := archive.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(part)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
