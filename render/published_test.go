package render_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/document"
	"nianbao/fixtures"
	"nianbao/render/docx"
	"nianbao/render/font"
	"nianbao/render/layout"
	"nianbao/render/pdf"
	"nianbao/report/jsonfile"
)

// Every line of the report that Laiyuan published stands in both files, in the
// order of the published text.
func TestPublishedText(t *testing.T) {
	published, err := os.ReadFile(filepath.Join("..", "..", "shared", "reports", "laiyuan-2022.txt"))
	if err != nil {
		t.Skipf("the published report is not here: %v", err)
	}
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed: the PDF's text was not compared")
	}
	r, _ := jsonfile.Decode(fixtures.Named(t, "laiyuan-2022").JSON)
	d := document.Fill(r, document.Options{})
	word, err := docx.Write(d)
	if err != nil {
		t.Fatal(err)
	}
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	l, problems := layout.Set(d, faces)
	if l == nil {
		t.Fatal(problems)
	}
	printed, err := pdf.Write(l, pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "laiyuan.pdf")
	if err := os.WriteFile(name, printed, 0o644); err != nil {
		t.Fatal(err)
	}
	read, err := exec.Command("pdftotext", "-raw", name, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	for format, text := range map[string]string{"Word": strings.Join(wordText(t, word), ""), "PDF": withoutPageNumbers(string(read))} {
		rest, lines := strip(text), 0
		for line := range strings.SplitSeq(string(published), "\n") {
			// A leftover of Word in the published file, not part of the text.
			line = strip(strings.ReplaceAll(line, "[bookmark: _GoBack]", ""))
			if line == "" {
				continue
			}
			at := strings.Index(rest, line)
			if at != 0 {
				t.Fatalf("%s: %q does not follow; there stands %.60q", format, line, rest)
			}
			rest = rest[len(line):]
			lines++
		}
		if rest != "" {
			t.Errorf("%s: %q stands after the end", format, rest)
		}
		t.Logf("%s: %d lines in order", format, lines)
	}
}

// withoutPageNumbers drops each page's last line, its number between dashes.
func withoutPageNumbers(text string) string {
	var b strings.Builder
	for page := range strings.SplitSeq(strings.TrimSuffix(text, "\f"), "\f") {
		page = strings.TrimSpace(page)
		if at := strings.LastIndex(page, "\n"); at >= 0 {
			page = page[:at]
		}
		b.WriteString(page)
	}
	return b.String()
}
