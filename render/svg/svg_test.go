package svg_test

import (
	"bytes"
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"testing"

	"nianbao/document"
	"nianbao/render/font"
	"nianbao/render/layout"
	"nianbao/render/svg"
	"nianbao/report/jsonfile"
)

func laid(t testing.TB, fixture string, draft bool) *layout.Layout {
	t.Helper()
	src, err := os.ReadFile(filepath.Join("../../fixtures", fixture, "report.json"))
	if err != nil {
		t.Fatal(err)
	}
	r, _ := jsonfile.Decode(src)
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	l, problems := layout.Set(document.Fill(r, document.Options{Draft: draft}), faces)
	if l == nil {
		t.Fatal(problems)
	}
	return l
}

// TestPages reads every page as XML: it holds a shape for each glyph that
// leaves ink, no text, and is the same every time.
func TestPages(t *testing.T) {
	for _, fixture := range []string{"laiyuan-2022", "huaian-2024", "beyond-bmp", "edition-2019", "long-report"} {
		for _, draft := range []bool{false, true} {
			l := laid(t, fixture, draft)
			pages, err := svg.Pages(l)
			if err != nil {
				t.Fatal(fixture, err)
			}
			again, _ := svg.Pages(l)
			if len(pages) != len(l.Pages) {
				t.Errorf("%s: %d pages drawn, %d laid out", fixture, len(pages), len(l.Pages))
			}
			for i, page := range pages {
				if !bytes.Equal(page, again[i]) {
					t.Errorf("%s, page %d: other bytes the second time", fixture, i+1)
				}
				if used, want := uses(t, page), inked(t, l.Pages[i]); used != want {
					t.Errorf("%s, page %d: %d glyphs drawn, %d laid out", fixture, i+1, used, want)
				}
				if len(page) > 400<<10 {
					t.Errorf("%s, page %d takes %d KB", fixture, i+1, len(page)>>10)
				}
			}
		}
	}
}

// uses counts the glyphs of a page; text and shapes that nobody defined fail the test.
func uses(t *testing.T, page []byte) int {
	defined, used := map[string]bool{}, 0
	decoder := xml.NewDecoder(bytes.NewReader(page))
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return used
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.CharData:
			if len(bytes.TrimSpace(token)) > 0 {
				t.Errorf("text %q in a picture", token)
			}
		case xml.StartElement:
			for _, a := range token.Attr {
				switch {
				case a.Name.Local == "id":
					defined[a.Value] = true
				case a.Name.Local == "href":
					used++
					if !defined[a.Value[1:]] {
						t.Errorf("%s is used and not defined", a.Value)
					}
				}
			}
		}
	}
}

func inked(t *testing.T, page layout.Page) int {
	n := 0
	for _, m := range page.Marks {
		if m.Text == nil {
			continue
		}
		for _, glyph := range m.Text.Glyphs {
			contours, err := m.Text.Face.Outline(glyph)
			if err != nil {
				t.Fatal(err)
			}
			if len(contours) > 0 {
				n++
			}
		}
	}
	return n
}

func BenchmarkPages(b *testing.B) {
	l := laid(b, "laiyuan-2022", false)
	size := 0
	for b.Loop() {
		pages, err := svg.Pages(l)
		if err != nil {
			b.Fatal(err)
		}
		size = 0
		for _, page := range pages {
			size += len(page)
		}
	}
	b.ReportMetric(float64(size)/1024, "KB")
}
