package serve

import (
	"net/http"
	"testing"

	"nianbao/fixtures"
)

// BenchmarkService is what one request of the page costs.
func BenchmarkService(b *testing.B) {
	s := New(Options{Faces: embedded(b)})
	src := fixtures.Named(b, "laiyuan-2022").JSON
	for _, path := range []string{"/api/check", "/api/pages", "/api/build?format=docx", "/api/build?format=pdf"} {
		b.Run(path[len("/api/"):], func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if w := answer(s, request("POST", path, src)); w.Code != http.StatusOK {
					b.Fatal(w.Code)
				}
			}
		})
	}
}
