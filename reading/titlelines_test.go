package reading_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"nianbao/filing"
	"nianbao/fixtures"
	"nianbao/reading"
	"nianbao/render/docx"
	"nianbao/render/font"
	"nianbao/render/pdf"
	"nianbao/render/style"
)

// Lines of the title that an office asks for print in both files and are read
// back from both, also from a Word file that was saved again or broken anew there.
func TestTitleLines(t *testing.T) {
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	given := []string{"澄岭县", "史志办公室2024年", "政府信息公开工作年度报告"}
	src := fixtures.Edited(t, "minimal", `"year": 2024`, `"year": 2024, "title_lines": ["`+strings.Join(given, `", "`)+`"]`)
	p := filing.Lay(src, filing.Options{Faces: faces})
	print := p.Print(pdf.PDFA3a)
	word, err := docx.Write(print.Document)
	if err != nil {
		t.Fatal(err)
	}
	archive, err := pdf.Write(print.Layout, print.PDF)
	if err != nil {
		t.Fatal(err)
	}
	for kind, c := range map[string]struct {
		file []byte
		want []string
	}{
		"Word":              {word, given},
		"PDF":               {archive, given},
		"Word, saved again": {edit(t, word, "", ""), given},
		"broken anew":       {edit(t, edit(t, word, "澄岭县</w:t>", "澄岭</w:t>"), ">史志办公室", ">县史志办公室"), []string{"澄岭", "县史志办公室2024年", "政府信息公开工作年度报告"}},
		"another name":      {edit(t, word, "澄岭县</w:t>", "澄山县</w:t>"), []string{"澄山县", "史志办公室2024年", "政府信息公开工作年度报告"}},
	} {
		r, err := reading.Read(bytes.NewReader(c.file), int64(len(c.file)))
		if err != nil {
			t.Fatal(kind, err)
		}
		if !slices.Equal(r.Report.TitleLines, c.want) {
			t.Errorf("%s: %q, want %q", kind, r.Report.TitleLines, c.want)
		}
	}
	var printed []string
	at := style.Length(-1)
	for _, mark := range print.Layout.Pages[0].Marks {
		if mark.Text == nil || mark.Text.Size != style.TitleType.Size {
			continue
		}
		if mark.Text.Y != at {
			printed, at = append(printed, ""), mark.Text.Y
		}
		printed[len(printed)-1] += string(mark.Text.Runes)
	}
	if !slices.Equal(printed, given) {
		t.Errorf("printed as %q", printed)
	}
}
