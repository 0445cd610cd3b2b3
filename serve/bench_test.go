package serve

import (
	"bytes"
	"net/http"
	"strings"
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

// faceless is a report whose text is 160 KB of letters that no face has.
func faceless(t testing.TB) []byte {
	var text strings.Builder
	for i := range 40_000 {
		text.WriteRune(rune(0x20100 + i))
	}
	src := fixtures.Named(t, "laiyuan-2022").JSON
	return bytes.Replace(src, []byte(`"overview": "`), []byte(`"overview": "`+text.String()), 1)
}

// BenchmarkBesideFaceless is what a request takes while another client sends one
// draft after the other of letters that no face has.
func BenchmarkBesideFaceless(b *testing.B) {
	s := New(Options{Faces: embedded(b)})
	src, bad := fixtures.Named(b, "laiyuan-2022").JSON, faceless(b)
	stop, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		for {
			select {
			case <-stop:
				return
			default:
				answer(s, request("POST", "/api/build?format=pdf&draft=1", bad))
			}
		}
	}()
	for b.Loop() {
		if w := answer(s, request("POST", "/api/check", src)); w.Code != http.StatusOK {
			b.Fatal(w.Code)
		}
	}
	close(stop)
	<-ended
}
