package layout_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/filing"
	"nianbao/fixtures"
	"nianbao/render/layout"
	"nianbao/render/style"
)

// Where every mark stands, to a hundredth of a point: marks.txt of a short
// report with both kinds of signature, and of a draft.
func TestMarks(t *testing.T) {
	for _, name := range []string{"minimal", "signature-sealed", "signature-unsealed", "edition-2019", "draft-with-blanks"} {
		c := fixtures.Named(t, name)
		p := filing.Lay(c.JSON, filing.Options{Faces: embedded(t), Draft: strings.HasPrefix(name, "draft-")})
		fixtures.Golden(t, filepath.Join(c.Dir, "marks.txt"), []byte(marks(p.Layout)))
	}
}

func marks(l *layout.Layout) string {
	var b strings.Builder
	for i, page := range l.Pages {
		fmt.Fprintf(&b, "== page %d\n", i+1)
		for _, m := range page.Marks {
			switch {
			case m.Text != nil:
				fmt.Fprintf(&b, "text %s %s %s %s %s +%s\n", points(m.Text.X), points(m.Text.Y), m.Text.Face.Family(), points(m.Text.Size), string(m.Text.Runes), points(m.Text.Spacing))
			case m.Rule != nil:
				fmt.Fprintf(&b, "rule %s %s to %s %s, %s wide\n", points(m.Rule.X1), points(m.Rule.Y1), points(m.Rule.X2), points(m.Rule.Y2), points(m.Rule.Width))
			default:
				fmt.Fprintf(&b, "box %s %s, %s by %s, %s\n", points(m.Box.X), points(m.Box.Y), points(m.Box.Width), points(m.Box.Height), m.Box.Colour)
			}
		}
	}
	for _, b2 := range l.Bookmarks {
		fmt.Fprintf(&b, "bookmark %d %s, page %d, %s\n", b2.Level, b2.Text, b2.Page+1, points(b2.Y))
	}
	return b.String()
}

// points is a length in hundredths of a point, rounded down.
func points(l style.Length) string {
	h := l * 100 / style.Point
	sign := ""
	if h < 0 {
		sign, h = "-", -h
	}
	return fmt.Sprintf("%s%d.%02d", sign, h/100, h%100)
}
