package jsonfile

import "testing"

// JSON of something else is no report; one without its edition is.
func TestForeign(t *testing.T) {
	for src, want := range map[string]bool{
		`{"type":"FeatureCollection"}`:      true,
		`{"type":"x","features":[{"a":1}]}`: true,
		`{"agency":"甲县","year":2024}`:       false,
		`{"requests":{}}`:                   false,
		`{}`:                                false,
		`[1]`:                               false,
		`{"type":`:                          false,
		``:                                  false,
	} {
		if got := Foreign([]byte(src)); got != want {
			t.Errorf("%s: %v", src, got)
		}
	}
}
