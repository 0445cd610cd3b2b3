package filing_test

import (
	"strings"
	"testing"

	"nianbao/document"
	"nianbao/filing"
	"nianbao/fixtures"
	"nianbao/render/font"
)

// Letters that cannot be printed do not fill a draft with marks.
func TestADraftFullOfUnprintableLetters(t *testing.T) {
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		text, want string
		pages      int
	}{
		"one run":    {strings.Repeat("\uE001", 5000), "〔5000 个印不出的字符〕", 8},
		"one by one": {strings.Repeat("甲\uE001", 1000), "甲〓甲", 11},
		"none":       {"甲CO₂、10⁴", "甲CO₂、10⁴", 8}, // drawn of other letters
		"a single":   {"甲\U0001F600乙", "甲[U+1F600]乙", 8},
	} {
		src := fixtures.Edited(t, "huaian-2024", `"overview": "`, `"overview": "`+c.text)
		p := filing.Lay(src, filing.Options{Faces: faces, Draft: true})
		found := false
		for _, block := range p.Document.Blocks {
			if text, ok := block.(document.Paragraph); ok && strings.Contains(text.Text, c.want) {
				found = true
			}
		}
		if !found || p.Pages() > c.pages {
			t.Errorf("%s: %s found %v, %d pages", name, c.want, found, p.Pages())
		}
	}
}
