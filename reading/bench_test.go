package reading

import (
	"testing"

	"nianbao/document"
	"nianbao/fixtures"
	"nianbao/report/jsonfile"
)

func BenchmarkUnderstand(b *testing.B) {
	r, _ := jsonfile.Decode(fixtures.Named(b, "huaian-2024").JSON)
	m := printed(document.Fill(r, document.Options{}))
	b.ResetTimer()
	b.ReportAllocs()
	for b.Loop() {
		Understand(m)
	}
}
