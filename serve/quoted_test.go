package serve_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"nianbao/filing"
	"nianbao/fixtures"
	"nianbao/render/font"
)

// The page underlines the words that a problem names in its fields: a message
// that quotes a text has the words there, and nobody looks for them in Chinese.
func TestProblemsNameTheirWords(t *testing.T) {
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	quotes, named := regexp.MustCompile(`“([^”]{3,})”`), 0
	for _, c := range slices.Concat(fixtures.Good(t), fixtures.Bad(t), fixtures.Drafts(t)) {
		if len(c.JSON) > 100<<10 {
			continue
		}
		paper := filing.Lay(c.JSON, filing.Options{Faces: faces})
		for _, p := range paper.Problems {
			text := paper.Report.Prose[p.Path].Text
			for _, found := range quotes.FindAllStringSubmatch(p.Message, -1) {
				if words := strings.Trim(found[1], "…"); text != "" && strings.Contains(text, words) {
					if named++; p.Quote == "" {
						t.Errorf("%s: %s quotes “%s” and does not name it", c.Name, p.Code, words)
					}
				}
			}
		}
	}
	if named < 5 {
		t.Errorf("%d problems quote a text: the test shows less than it should", named)
	}
}
