package spelling

import (
	"testing"

	"nianbao/templates"
)

// What parts two numbers in a cell makes no number of them.
func TestTwoNumbersInACell(t *testing.T) {
	for _, said := range []string{"95\t70", "95 70", "95　70", "95\u00a070", "374〔2〕", "〔37〕4"} {
		if s := Read(templates.Kind(""), "", said); s.Doubt == "" {
			t.Errorf("%q is read as %q", said, s.Text)
		}
	}
}
