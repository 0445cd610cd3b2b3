package pdf

import (
	"bytes"
	"testing"

	"nianbao/fixtures"
)

func TestEdited(t *testing.T) {
	l := set(t, fixtures.Named(t, "minimal"), false)
	for _, conformance := range conformances {
		file := write(t, l, conformance)
		if Edited(file) {
			t.Error("what Write left counts as edited")
		}
		for name, edited := range map[string][]byte{
			"a byte changed": bytes.Replace(file, []byte("endstream"), []byte("endstreaM"), 1),
			"more behind it": append(bytes.Clone(file), "1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n"...),
			"cut":            file[:len(file)/2],
			"empty":          nil,
			"another's":      []byte("%PDF-1.4\nstartxref\n0\n%%EOF\n"),
			"no number":      []byte("%PDF-1.4\nstartxref\nx\n%%EOF\n"),
			"far":            []byte("%PDF-1.4\nstartxref\n99999\n%%EOF\n"),
		} {
			if !Edited(edited) {
				t.Errorf("%s: counts as ours", name)
			}
		}
	}
}
