package check

import (
	"bytes"
	"strings"
	"testing"

	"nianbao/fixtures"
	"nianbao/problem"
	"nianbao/report/jsonfile"
)

// A text without end is refused before anything looks at it, or at its pages.
func TestProseWithoutEnd(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want bool
	}{
		"most characters": {strings.Repeat("好", maxCharacters-100), false},
		"one more":        {strings.Repeat("好", maxCharacters+1), true},
		"most paragraphs": {strings.Repeat("好\\n", maxParagraphs-1), false},
		"one paragraph":   {strings.Repeat("好\\n", maxParagraphs), true},
	} {
		t.Run(name, func(t *testing.T) {
			src := bytes.Replace(fixtures.Named(t, "minimal").JSON, []byte(`"problems": "`), []byte(`"problems": "`+c.text), 1)
			r, _ := jsonfile.Decode(src)
			found := false
			for _, p := range Check(r) {
				found = found || p.Code == problem.CodeProseTooLong && p.Path == "problems"
			}
			if found != c.want {
				t.Errorf("found %v, want %v", found, c.want)
			}
		})
	}
}
