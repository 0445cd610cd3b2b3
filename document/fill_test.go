package document

import (
	"testing"

	"nianbao/report"
)

// A report without a form prints nothing, and does not panic.
func TestFillNothing(t *testing.T) {
	for _, r := range []*report.Report{{}, report.New(nil)} {
		if d := Fill(r, Options{Draft: true}); len(d.Blocks) > 0 {
			t.Error(d.Blocks)
		}
	}
}
