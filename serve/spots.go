package serve

import (
	"unicode"

	"nianbao/render/layout"
	"nianbao/render/style"
)

// A spot is where a piece of the report stands on a page: a number's cell, a line
// of a text.
type spot struct {
	Path string `json:"path"`
	// Before is how many characters of the text, without spaces, stand in print
	// before this line.
	Before int    `json:"before,omitempty"`
	Box    [4]int `json:"box"` // left, top, width, height, in 1/10,000 of the page's
}

// spotsOf are the spots of a layout's pages.
func spotsOf(l *layout.Layout, pages int) [][]spot {
	all := make([][]spot, pages)
	before := map[string]int{} // characters so far, by path
	for i, page := range l.Pages[:pages] {
		spots := []spot{}
		at := map[string]int{} // the last spot of each path on this page
		for _, m := range page.Marks {
			if m.Element < 0 || l.Elements[m.Element].From == "" {
				continue
			}
			path, tag := l.Elements[m.Element].From, l.Elements[m.Element].Tag
			box, count := boxOf(m)
			if box == nil {
				continue
			}
			last, seen := at[path]
			if seen && (tag == layout.TagTD || sameLine(spots[last].Box, *box)) {
				spots[last].Box = around(spots[last].Box, *box)
			} else {
				at[path] = len(spots)
				spots = append(spots, spot{Path: path, Before: before[path], Box: *box})
			}
			before[path] += count
		}
		all[i] = spots
	}
	return all
}

// boxOf is the room that a mark takes, and how many characters it shows.
func boxOf(m layout.Mark) (*[4]int, int) {
	switch {
	case m.Text != nil && m.Text.Turn == 0:
		t := m.Text
		width := t.Spacing * style.Length(len(t.Glyphs)-1)
		count := 0
		for i, glyph := range t.Glyphs {
			width += style.Length(t.Face.Advance(glyph)) * t.Size / 1000
			if !unicode.IsSpace(t.Runes[i]) {
				count++
			}
		}
		return parts10000(t.X, t.Y-t.Size*9/10, width, t.Size*11/10), count
	case m.Box != nil:
		return parts10000(m.Box.X, m.Box.Y, m.Box.Width, m.Box.Height), 0
	}
	return nil, 0
}

func parts10000(x, y, width, height style.Length) *[4]int {
	across := func(n style.Length) int { return int(n * 10000 / style.PageWidth) }
	down := func(n style.Length) int { return int(n * 10000 / style.PageHeight) }
	return &[4]int{across(x), down(y), across(width), down(height)}
}

// sameLine: two pieces stand beside one another, though they may be raised or of
// another size.
func sameLine(a, b [4]int) bool {
	return a[1] < b[1]+b[3]/2 && b[1] < a[1]+a[3]/2
}

func around(a, b [4]int) [4]int {
	left, top := min(a[0], b[0]), min(a[1], b[1])
	return [4]int{left, top, max(a[0]+a[2], b[0]+b[2]) - left, max(a[1]+a[3], b[1]+b[3]) - top}
}
