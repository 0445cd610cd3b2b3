package ofd

import (
	"regexp"
	"slices"
	"strings"

	"nianbao/manuscript"
	"nianbao/render/style"
)

// A line is runs on one base line.
type line struct {
	x, y, size int
	text       string
}

// tenths turns a measure of the page into this package's.
func tenths(l style.Length) int { return int(l) * 127 / 36 }

const near = mm / 2

// lines puts runs together that follow one another on a base line; raised and lowered
// digits are set smaller, less than half a letter off. Lines go down the page: text that
// stands over other text, or beside it where there is none (gap), was put there later.
func lines(runs []run, gap bool) ([]line, error) {
	var out []line
	end := 0
	for _, r := range runs {
		n := len(out) - 1
		level := n >= 0 && abs(r.y-out[n].y) < max(r.size, out[n].size)/2
		switch {
		case n >= 0 && !level && r.y < out[n].y && r.y > tenths(style.MarginTop),
			level && (r.x <= out[n].x || r.x <= end-near),
			level && !gap && r.x > end+2*r.size:
			return nil, errChanged
		case level:
			out[n].text += r.text
			if r.size > out[n].size {
				out[n].size, out[n].y = r.size, r.y
			}
		default:
			out = append(out, line{r.x, r.y, r.size, r.text})
		}
		end = r.end - r.size/3
	}
	return out, nil
}

func abs(n int) int { return max(n, -n) }

// A paragraph is one to which the next line may belong.
type paragraph struct {
	out   *manuscript.Paragraph
	lines []string
	title bool
}

var pageNumber = regexp.MustCompile(`^— \d+ —$`)

// line adds a line to the text: one at the margin, below the last one or first on its
// page, continues the paragraph, any other begins one; those of a title are its lines.
func (f *file) line(l line, odd bool) {
	left := tenths(style.MarginLeft)
	if !odd {
		left = tenths(style.MarginRight)
	}
	text := strings.TrimSpace(l.text)
	switch title := l.size > tenths(style.Body.Size)+near; {
	case text == "",
		l.y > tenths(style.PageHeight-style.MarginBottom) && pageNumber.MatchString(text),
		l.y < tenths(style.MarginTop) && text == style.DraftText:
		return
	case f.signs || !title && f.y > 0 && !(f.open != nil && f.open.title) && l.y > f.y+tenths(2*style.Pitch)-near:
		// Only above a signature is a line blank (GB/T 9704-2012, 7.3.5).
		f.endParagraph()
		f.signs = true
		f.blocks = append(f.blocks, manuscript.Block{Paragraph: &manuscript.Paragraph{Text: text, Signs: true}})
	case title && f.open != nil && f.open.title,
		!title && f.open != nil && !f.open.title && l.x < left+near && (f.y == 0 || l.y < f.y+tenths(style.Pitch)+near):
		f.open.lines = append(f.open.lines, l.text)
	default:
		f.endParagraph()
		f.open = &paragraph{out: &manuscript.Paragraph{Centre: title}, lines: []string{l.text}, title: title}
		f.blocks = append(f.blocks, manuscript.Block{Paragraph: f.open.out})
	}
	f.table, f.y = nil, l.y
}

func (f *file) endParagraph() {
	switch {
	case f.open == nil:
		return
	case f.open.title:
		f.open.out.Text = strings.Join(f.open.lines, "\n")
	default:
		f.open.out.Text = strings.Join(f.open.lines, "")
	}
	f.open = nil
}

// set puts what a page shows into the text: its lines, and its tables where they stand.
func (f *file) set(p *page, odd bool) error {
	boxes, err := grids(p.rules)
	if err != nil {
		return err
	}
	var outside []run
	for _, r := range p.runs {
		if i := slices.IndexFunc(boxes, func(g *grid) bool { return g.holds(r) }); i >= 0 {
			boxes[i].runs = append(boxes[i].runs, r)
		} else {
			outside = append(outside, r)
		}
	}
	set, err := lines(outside, true)
	if err != nil {
		return err
	}
	f.y, f.signs = 0, false
	top := true // nothing stands above on the page
	for _, l := range set {
		for _, y := range p.shades {
			if y > f.y && y < l.y && f.y > 0 {
				f.y = y
			}
		}
		for len(boxes) > 0 && boxes[0].ys[0] < l.y && l.y > tenths(style.MarginTop) {
			if err := f.grid(boxes[0], top); err != nil {
				return err
			}
			boxes, top = boxes[1:], false
		}
		before := len(f.blocks)
		f.line(l, odd)
		top = top && len(f.blocks) == before
	}
	for _, g := range boxes {
		if err := f.grid(g, top); err != nil {
			return err
		}
		top = false
	}
	return nil
}
