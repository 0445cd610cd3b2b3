package layout_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/document"
	"nianbao/fixtures"
	"nianbao/render/layout"
	"nianbao/report"
)

var update = flag.Bool("update", false, "rewrite what the fixtures expect")

// Every report that prints comes out as its pages.txt says: line by line, each
// element with its tag and, in a table, what it spans.
func TestFixtures(t *testing.T) {
	for _, c := range append(fixtures.Good(t), fixtures.Drafts(t)...) {
		r, problems := report.Decode(c.JSON)
		problems = append(problems, report.Check(r)...)
		draft := strings.HasPrefix(c.Name, "draft-")
		got := written(set(t, document.Fill(r, document.Options{Draft: draft, Problems: problems})))
		path := filepath.Join(c.Dir, "pages.txt")
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s: the pages are not those of %s; if they are right, run go test ./render/layout -update\n%s",
				c.Name, path, firstDifference(got, string(want)))
		}
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

func firstDifference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("line %d: %q, want %q", i+1, a[i], b[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(a), len(b))
}
