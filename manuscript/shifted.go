package manuscript

import "slices"

// The characters that say by themselves that they stand above or below the line, in
// the order of 0123456789+-n.
var (
	plainSigns = []rune("0123456789+-n")
	above      = []rune("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ")
	below      = []rune("₀₁₂₃₄₅₆₇₈₉₊₋")
)

// Shifted is a raised or lowered text as characters that say so: CO₂ is not CO2, and a
// raised 2 does not become part of the number before it. What has no such characters
// stays as it is.
func Shifted(text string, lowered bool) string {
	to := above
	if lowered {
		to = below
	}
	out := make([]rune, 0, len(text))
	for _, r := range text {
		at := slices.Index(plainSigns, r)
		if at < 0 || at >= len(to) {
			return text
		}
		out = append(out, to[at])
	}
	return string(out)
}
