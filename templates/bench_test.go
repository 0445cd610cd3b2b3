package templates

import (
	"testing"
)

// BenchmarkLoad reads an edition as the program does when it starts.
func BenchmarkLoad(b *testing.B) {
	kept := loaded.editions
	defer func() { loaded.editions = kept }()
	b.ReportAllocs()
	for b.Loop() {
		loaded.editions = nil
		mustLoad(b, "2021")
	}
}
