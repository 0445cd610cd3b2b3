package report

import (
	"reflect"
	"testing"
	"unicode/utf8"

	"nianbao/fixtures"
)

// Whatever the prose says: no panic, and the numbers that Check holds against
// the tables are those that -explain lists as held.
func FuzzProse(f *testing.F) {
	for _, c := range fixtures.Good(f) {
		r, _ := Decode(c.JSON)
		if text := r.Prose["overview"].Text; len(text) < 8<<10 {
			f.Add(text)
		}
	}
	for _, c := range sentenceCases(f) {
		f.Add(c.text)
	}
	r, _ := Decode(fixtures.Named(f, "huaian-2024").JSON)
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return // Decode lets none through
		}
		report := *r
		report.Prose = map[string]Prose{"overview": {Text: text}}
		var held []Mention
		for _, m := range report.Mentions() {
			if m.Reason == "" || m.Reason == reasonBlank {
				held = append(held, m)
			}
		}
		if got := report.mentions(true); !reflect.DeepEqual(got, held) {
			t.Errorf("%d numbers are held, of %d listed", len(got), len(held))
		}
		Check(&report)
		Uncovered(&report, nil)
	})
}
