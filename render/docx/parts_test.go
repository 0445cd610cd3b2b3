package docx_test

import (
	"path/filepath"
	"strings"
	"testing"

	"nianbao/document"
	"nianbao/fixtures"
	"nianbao/render/docx"
	"nianbao/report/jsonfile"
)

// The parts of a Word file that make its look, an element a line: word/ of a
// short report, of one with a signature, and of a draft.
func TestParts(t *testing.T) {
	for _, name := range []string{"minimal", "signature-sealed", "draft-with-blanks"} {
		c := fixtures.Named(t, name)
		r, _ := jsonfile.Decode(c.JSON)
		file, err := docx.Write(document.Fill(r, document.Options{Draft: strings.HasPrefix(name, "draft-")}))
		if err != nil {
			t.Fatal(err)
		}
		parts := []string{"document"}
		if name != "signature-sealed" {
			parts = append(parts, "styles", "settings", "fontTable", "footer1", "footer2")
		}
		if strings.HasPrefix(name, "draft-") {
			parts = append(parts, "header1", "header2")
		}
		for _, part := range parts {
			xml := strings.ReplaceAll(string(partOf(t, file, "word/"+part+".xml")), "><", ">\n<")
			fixtures.Golden(t, filepath.Join(c.Dir, "word", part+".xml"), []byte(xml+"\n"))
		}
	}
}
