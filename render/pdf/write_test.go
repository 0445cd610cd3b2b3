package pdf

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"nianbao/fixtures"
	"nianbao/render/layout"
)

var conformances = []Conformance{PDFA2a, PDFA1a, PDFA3a, PDFA4}

func options(c Conformance) Options {
	o := Options{Conformance: c}
	if c == PDFA3a {
		o.Attachment = []byte(`{"edition": "2021"}`)
	}
	return o
}

func write(t testing.TB, l *layout.Layout, c Conformance) []byte {
	t.Helper()
	b, err := Write(l, options(c))
	if err != nil {
		t.Fatal(err)
	}
	// For other programs' validators.
	if dir := os.Getenv("NIANBAO_PDF_DIR"); dir != "" {
		path := filepath.Join(dir, fmt.Sprintf("%s-%s.pdf", strings.ReplaceAll(t.Name(), "/", "-"), c))
		if err := os.WriteFile(path, b, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return b
}

// The text of the file, as a program copies it, is the text of the layout.
func TestText(t *testing.T) {
	for _, l := range []*layout.Layout{sample(t), odd(t)} {
		var want strings.Builder
		for _, page := range l.Pages {
			for _, m := range page.Marks {
				if m.Text != nil {
					want.WriteString(string(m.Text.Runes))
				}
			}
		}
		f, err := read(write(t, l, PDFA2a))
		if err != nil {
			t.Fatal(err)
		}
		drawings, err := f.drawings()
		if err != nil {
			t.Fatal(err)
		}
		var got strings.Builder
		for _, d := range drawings {
			for _, g := range d.glyphs {
				got.WriteString(f.characters(g.font)[g.cid])
			}
		}
		if got.String() != want.String() {
			t.Errorf("got  %s\nwant %s", got.String(), want.String())
		}
	}
}

func TestActualText(t *testing.T) {
	f, err := read(write(t, odd(t), PDFA2a))
	if err != nil {
		t.Fatal(err)
	}
	drawings, err := f.drawings()
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, g := range drawings[0].glyphs {
		found = found || g.actual == "公开。"
	}
	if !found {
		t.Error("no glyph has the actual text 公开。")
	}
}

// The same bytes come out alone, in company, and after other work.
func TestSameBytes(t *testing.T) {
	l := sample(t)
	want := make(map[Conformance][]byte)
	for _, c := range conformances {
		want[c] = write(t, l, c)
	}
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			for _, c := range conformances {
				if i%3 == 0 {
					write(t, odd(t), c)
				}
				if got := write(t, sample(t), c); !bytes.Equal(got, want[c]) {
					t.Errorf("PDF/A-%s: other bytes in goroutine %d", c, i)
				}
			}
		})
	}
	all.Wait()
}

// All but the glyphs of six pages is small: what those weigh is the faces' own matter.
func TestSize(t *testing.T) {
	for _, c := range conformances {
		b := write(t, sample(t), c)
		f, err := read(b)
		if err != nil {
			t.Fatal(err)
		}
		n := len(b)
		for _, v := range f.objects {
			if s, ok := v.(stream); ok && s.dictionary["Length1"] != nil {
				n -= len(s.raw)
			}
		}
		if limit := map[Conformance]int{PDFA1a: 40_000}[c]; n > max(limit, 20_000) {
			t.Errorf("PDF/A-%s: %d bytes beside the glyphs", c, n)
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	l := set(b, fixtures.Named(b, "laiyuan-2022"), false)
	for _, c := range conformances {
		b.Run(c.String(), func(b *testing.B) {
			b.ReportAllocs()
			size := 0
			for b.Loop() {
				file, err := Write(l, options(c))
				if err != nil {
					b.Fatal(err)
				}
				size = len(file)
			}
			b.ReportMetric(float64(size), "B/file")
		})
	}
}
