package report

import "testing"

func TestUsualLetter(t *testing.T) {
	for from, want := range map[rune]rune{'\u2f42': '文', '\uf98a': '力', '\u2f00': '一', '\u2ef3': '龟', '文': '文', 'a': 'a', '\ufa0e': '\ufa0e'} {
		if got, ok := UsualLetter(from); got != want || ok != (from != want) {
			t.Errorf("%U: %c, want %c", from, got, want)
		}
	}
}
