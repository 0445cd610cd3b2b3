package prose

import (
	"reflect"
	"testing"
	"unicode/utf8"

	"nianbao/fixtures"
	"nianbao/report"
	"nianbao/report/jsonfile"
)

// Whatever the prose says: no panic, and the numbers that Check holds against
// the tables are those that -explain lists as held.
func FuzzMentions(f *testing.F) {
	for _, c := range fixtures.Good(f) {
		r, _ := jsonfile.Decode(c.JSON)
		if text := r.Prose["overview"].Text; len(text) < 8<<10 {
			f.Add(text)
		}
	}
	for _, c := range sentenceCases(f) {
		f.Add(c.text)
	}
	r, _ := jsonfile.Decode(fixtures.Named(f, "huaian-2024").JSON)
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return // Decode lets none through
		}
		edited := *r
		edited.Prose = map[string]report.Prose{"overview": {Text: text}}
		var held []Mention
		for _, m := range Mentions(&edited) {
			if m.Reason == "" || m.Reason == reasonBlank || m.Near != nil {
				held = append(held, m)
			}
		}
		if got := Held(&edited); !reflect.DeepEqual(got, held) {
			t.Errorf("%d numbers are held, of %d listed", len(got), len(held))
		}
	})
}
