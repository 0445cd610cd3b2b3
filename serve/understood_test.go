package serve_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"
)

// TestUnderstood: how the page takes what people type in a cell. Amounts are
// moved by digits; no float is in between.
func TestUnderstood(t *testing.T) {
	v := visit(t, 800, 600)
	for _, c := range []struct {
		typed        string
		tenThousands bool
		want         string
	}{
		{"１２", false, "12"},
		{" 9,570 ", false, "9570"},
		{"９，５７０", false, "9570"},
		{"1,234,567.50", true, "1234567.50"},
		{"1,23", false, "1,23"}, // not how thousands are parted: the checks ask
		{"12件", false, "12件"},
		{"－３", false, "-3"},
		{"/", false, "/"},
		{"007", false, "007"},
		{"18350000元", true, "1835"},
		{"592372449元", true, "59237.2449"},
		{"18,350,000元", true, "1835"},
		{"1元", true, "0.0001"},
		{"0.5元", true, "0.00005"},
		{"0元", true, "0"},
		{"10000000000000001元", true, "1000000000000.0001"}, // beyond a float's digits
		{"1835万元", true, "1835"},
		{"251000元", false, "251000元"}, // a column that takes the unit along
		{"很多", true, "很多"},
	} {
		got := script[string](v, fmt.Sprintf(`import("/number.js").then((m) => m.understood(%s, %t))`, quoted(c.typed), c.tenThousands))
		if got != c.want {
			t.Errorf("%q is taken for %q, want %q", c.typed, got, c.want)
		}
	}
	for typed, want := range map[string]string{"2023年1月8日": "2023-01-08", "2023.1.18": "2023-01-18", "２０２３－０１－１８": "2023-01-18", "一月": "一月"} {
		if got := script[string](v, fmt.Sprintf(`import("/number.js").then((m) => m.dated(%s))`, quoted(typed))); got != want {
			t.Errorf("%q is taken for the date %q, want %q", typed, got, want)
		}
	}
}

// TestPastedBlocks: what of a copied block goes into the cells.
func TestPastedBlocks(t *testing.T) {
	v := visit(t, 800, 600)
	for name, c := range map[string]struct {
		copied string
		want   [][]string
	}{
		"numbers":                 {"1\t2\n3\t4", [][]string{{"1", "2"}, {"3", "4"}}},
		"a column":                {"1\r\n2\r\n3", [][]string{{"1"}, {"2"}, {"3"}}},
		"labels on the left":      {"甲\t\t1\t2\n乙\t丙\t3\t4", [][]string{{"1", "2"}, {"3", "4"}}},
		"heads above and between": {"项目\t件数\n甲\t1\n项目\t件数\n乙\t2", [][]string{{"1"}, {"2"}}},
		"an empty cell":           {"1\t\t3", [][]string{{"1", "", "3"}}},
		"dashes are no labels":    {"-\t3\n-\t4", [][]string{{"-", "3"}, {"-", "4"}}},
		"quoted lines":            {"\"甲\n乙\"\t1\n\"说\"\"丙\"\"\"\t2", [][]string{{"1"}, {"2"}}},
	} {
		raw := script[json.RawMessage](v, fmt.Sprintf(`import("/paste.js").then((m) => JSON.stringify(m.numbersOf(m.cells(%s))))`, quoted(c.copied)))
		var text string
		var got [][]string
		v.check(json.Unmarshal(raw, &text))
		v.check(json.Unmarshal([]byte(text), &got))
		if !slices.EqualFunc(got, c.want, slices.Equal[[]string]) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestPagesKeepTheirPlace: a page that is drawn anew neither moves nor shrinks
// what people look at.
func TestPagesKeepTheirPlace(t *testing.T) {
	v := visit(t, 1366, 768)
	v.filled()
	v.click("#larger")
	script[bool](v, `(document.getElementById("sheets").scrollTop = 900, true)`)
	before := script[[]float64](v, sheetPlace)
	v.press("1")
	v.settled()
	if after := script[[]float64](v, sheetPlace); !slices.Equal(before, after) {
		t.Errorf("scroll, width and height were %v and are %v", before, after)
	}
}

const sheetPlace = `(({ scrollTop, scrollHeight, firstElementChild }) => [scrollTop, scrollHeight, firstElementChild.offsetWidth])(document.getElementById("sheets"))`
