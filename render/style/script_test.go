package style

import "testing"

// What takes the Latin face is marked below its text.
func TestInLatinFace(t *testing.T) {
	for text, want := range map[string]string{
		"浓度35μg/m³以下": "  ^^^^^^^  ",
		"μ、³、±":       "     ",
		"甲±0.5乙5×10丙": " ^^^^ ^^^^ ",
		"90°，北纬 °":    "^^^   ^ ", // a space between: nothing touches
		"12‰和3.5‱，7%": "^^^ ^^^^ ^^",
		"甲‰乙‱丙":       "     ",
		"CO₂减排10⁴吨":   "^^^  ^^^ ",
	} {
		got := ""
		for _, latin := range InLatinFace([]rune(text)) {
			got += map[bool]string{true: "^", false: " "}[latin]
		}
		if got != want {
			t.Errorf("%s\n%q, want %q", text, got, want)
		}
	}
}
