package check

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"nianbao/fixtures"
	"nianbao/report"
	"nianbao/report/jsonfile"
)

// Whatever the prose says, no check panics.
func FuzzProse(f *testing.F) {
	for _, c := range fixtures.Good(f) {
		r, _ := jsonfile.Decode(c.JSON)
		if text := r.Prose["overview"].Text; len(text) < 8<<10 {
			f.Add(text)
		}
	}
	sentences, err := os.ReadFile("prose/testdata/sentences.txt")
	if err != nil {
		f.Fatal(err)
	}
	for line := range strings.Lines(string(sentences)) {
		f.Add(line)
	}
	r, _ := jsonfile.Decode(fixtures.Named(f, "huaian-2024").JSON)
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return // Decode lets none through
		}
		edited := *r
		edited.Prose = map[string]report.Prose{"overview": {Text: text}}
		Check(&edited)
		Uncovered(&edited, nil)
	})
}
