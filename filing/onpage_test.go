package filing_test

import (
	"regexp"
	"strings"
	"testing"

	"nianbao/document"
	"nianbao/filing"
	"nianbao/fixtures"
	"nianbao/render/font"
)

// The list on a draft's last pages is for people who have the paper alone: it names
// pages, no lines of a file, keys or flags, and tells one mend once.
func TestTheListOfADraft(t *testing.T) {
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	p := filing.Lay(fixtures.Named(t, "draft-with-blanks").JSON, filing.Measures{Faces: faces, Draft: true})
	list := p.Document.Blocks[len(p.Document.Blocks)-1].(document.Table)
	mends := map[string]bool{}
	pages := 0
	for _, row := range list.Rows[1:] {
		for _, cell := range row {
			if strings.ContainsAny(cell.Text, "\"\\") || strings.Contains(cell.Text, "blank_as") || strings.Contains(cell.Text, " -") || strings.Contains(cell.Text, "行）") {
				t.Errorf("%q is not for people with paper", cell.Text)
			}
		}
		if regexp.MustCompile(`（第[0-9]+页）`).MatchString(row[2].Text) {
			pages++
		}
		if mend := row[4].Text; mends[mend] && mend != "" && !strings.HasPrefix(mend, "同第") {
			t.Errorf("%q is told twice", mend)
		} else {
			mends[mend] = true
		}
	}
	if pages < len(list.Rows)/2 {
		t.Errorf("%d of %d lines name a page", pages, len(list.Rows)-1)
	}
}
