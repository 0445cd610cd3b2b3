package layout_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/filing"
	"nianbao/fixtures"
	"nianbao/render/layout"
)

// Every report that prints comes out as its pages.txt says: line by line, each
// element with its tag and, in a table, what it spans.
func TestFixtures(t *testing.T) {
	for _, c := range append(fixtures.Good(t), fixtures.Drafts(t)...) {
		p := filing.Lay(c.JSON, filing.Options{Faces: embedded(t), Draft: strings.HasPrefix(c.Name, "draft-")})
		fixtures.Golden(t, filepath.Join(c.Dir, "pages.txt"), []byte(written(p.Layout)))
	}
}

// written spells out a layout: "H1 一、总体情况", "TD 6", "TH 2×5 行政复议", "-- — 1 —".
func written(l *layout.Layout) string {
	var b strings.Builder
	for i, page := range l.Pages {
		fmt.Fprintf(&b, "== page %d\n", i+1)
		element, y := -2, -1
		for _, m := range page.Marks {
			if m.Text == nil {
				continue
			}
			switch {
			case m.Element != element:
				if element != -2 {
					b.WriteByte('\n')
				}
				b.WriteString(tag(l, m.Element))
			case int(m.Text.Y) != y:
				b.WriteString("\n   ")
			}
			element, y = m.Element, int(m.Text.Y)
			b.WriteString(string(m.Text.Runes))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func tag(l *layout.Layout, element int) string {
	if element == layout.Artifact {
		return "-- "
	}
	e := l.Elements[element]
	if e.RowSpan > 1 || e.ColSpan > 1 {
		return fmt.Sprintf("%s %d×%d ", e.Tag, e.RowSpan, e.ColSpan)
	}
	return string(e.Tag) + " "
}
