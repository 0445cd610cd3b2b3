package charmap

import "testing"

// What Table writes, Read reads: neighbours with neighbouring glyphs and without,
// the last character of the first plane, and those beyond it.
func TestTable(t *testing.T) {
	for name, characters := range map[string][]Drawn{
		"one":           {{'一', 1}},
		"plain":         {{' ', 1}, {'0', 2}, {'1', 3}, {'2', 5}, {'一', 4}, {'丁', 9}, {'龥', 5}},
		"last of plane": {{'一', 1}, {0xFFFD, 2}, {0xFFFF, 3}},
		"over its end":  {{0xFFFF, 1}, {0x10000, 2}, {0x10001, 3}},
		"beyond":        {{'A', 1}, {'㛃', 3}, {'𬭚', 2}, {'𬭛', 4}},
		"beyond alone":  {{'𬭚', 1}},
	} {
		m, err := Read(Table(characters), 10)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, c := range characters {
			if got := m.Glyph(c.Rune); got != c.Glyph {
				t.Errorf("%s: %U has glyph %d, want %d", name, c.Rune, got, c.Glyph)
			}
			for _, r := range []rune{c.Rune - 1, c.Rune + 1} {
				known := false
				for _, d := range characters {
					known = known || d.Rune == r
				}
				if got := m.Glyph(r); got != 0 && !known {
					t.Errorf("%s: %U has glyph %d, and is not in the list", name, r, got)
				}
			}
		}
	}
}
