// Package svg draws laid-out pages as pictures for a screen. Characters are
// drawn as the outlines of the same faces that the PDF carries, at the same
// places, so that a page looks as it will be printed.
package svg

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"

	"nianbao/render/font"
	"nianbao/render/layout"
	"nianbao/render/style"
)

// Pages are the layout's pages, an SVG 1.1 file each. Their unit is a thousandth of a
// point. A page holds no text, only shapes: whatever the report says, nothing
// in it can be markup.
func Pages(l *layout.Layout) ([][]byte, error) {
	pages := make([][]byte, len(l.Pages))
	drawn := outlines{}
	for i, page := range l.Pages {
		d := drawing{
			ids: map[shape]int{}, outlines: drawn,
			definitions: make([]byte, 0, 160<<10), marks: make([]byte, 0, 32<<10),
		}
		if err := d.draw(page.Marks); err != nil {
			return nil, fmt.Errorf("svg: page %d: %w", i+1, err)
		}
		pages[i] = d.file(style.PageWidth, style.PageHeight, "pt", "")
	}
	return pages, nil
}

// Picture is a drawing of any size, a point of the layout for a pixel, which tells
// what it is (title) and what it shows (description).
func Picture(marks []layout.Mark, width, height style.Length, title, description string) ([]byte, error) {
	d := drawing{ids: map[shape]int{}, outlines: outlines{}}
	if err := d.draw(marks); err != nil {
		return nil, fmt.Errorf("svg: %w", err)
	}
	says := "<title>" + escaped(title) + "</title><desc>" + escaped(description) + "</desc>"
	return d.file(width, height, "", says), nil
}

// escaped is a text between tags. What XML forbids (1.0, 2.2) is shown as U+FFFD.
func escaped(text string) string {
	var out strings.Builder
	xml.EscapeText(&out, []byte(text)) // a Builder takes everything
	return out.String()
}

func (d *drawing) draw(marks []layout.Mark) error {
	for _, m := range marks {
		switch {
		case m.Text != nil:
			if err := d.text(m.Text); err != nil {
				return err
			}
		case m.Rule != nil:
			d.rule(m.Rule)
		case m.Box != nil:
			d.box(m.Box)
		}
	}
	return nil
}

// A shape is a glyph of a face; a page defines each it uses once.
type shape struct {
	face  *font.Face
	glyph uint16
}

// outlines are path data of the shapes on all pages; empty for those without ink.
type outlines map[shape][]byte

type drawing struct {
	outlines    outlines
	ids         map[shape]int
	definitions []byte
	marks       []byte
	stroke      style.Length // of the open path of rules; 0: none is open
}

// file is the whole drawing; says is markup of what it is.
func (d *drawing) file(width, height style.Length, unit, says string) []byte {
	d.closeRules()
	out := make([]byte, 0, len(d.definitions)+len(d.marks)+len(says)+512)
	role := ""
	if says != "" {
		role = ` role="img"`
	}
	out = fmt.Appendf(out, `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"%s width="%s%s" height="%s%s" viewBox="0 0 %d %d">`,
		role, thousandths(int(width)), unit, thousandths(int(height)), unit, width, height)
	out = append(out, says...)
	out = append(out, `<path fill="#fff" d="M0 0`...)
	out = fmt.Appendf(out, "H%dV%dH0z\"/><defs>", width, height)
	out = append(out, d.definitions...)
	out = append(out, "</defs>"...)
	out = append(out, d.marks...)
	return append(out, "</svg>\n"...)
}

func (d *drawing) box(b *layout.Box) {
	d.closeRules()
	d.marks = fmt.Appendf(d.marks, `<path fill="#%s" d="M%d %dh%dv%dh%dz"/>`, b.Colour, b.X, b.Y, b.Width, b.Height, -b.Width)
}

// rule draws rules of one width that follow one another as one path.
func (d *drawing) rule(r *layout.Rule) {
	if r.Width != d.stroke {
		d.closeRules()
		d.marks = fmt.Appendf(d.marks, `<path stroke="#000" stroke-linecap="square" stroke-width="%d" d="`, r.Width)
		d.stroke = r.Width
	}
	d.marks = fmt.Appendf(d.marks, "M%d %dL%d %d", r.X1, r.Y1, r.X2, r.Y2)
}

func (d *drawing) closeRules() {
	if d.stroke != 0 {
		d.marks = append(d.marks, `"/>`...)
	}
	d.stroke = 0
}

// thousandths writes n/1000 without going through a float.
func thousandths(n int) string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	text := strconv.Itoa(n / 1000)
	if n%1000 != 0 {
		text += fmt.Sprintf(".%03d", n%1000)
	}
	return sign + text
}
