// Package picture draws the numbers of a report's tables for the public: 图解, as SVG
// and PNG, for phones and for screens, and a web page with the same in words. It shows
// nothing but the form's labels and the report's numbers, beside last year's where
// they are given.
package picture

import (
	"fmt"
	"strconv"

	"nianbao/document"
	"nianbao/render/font"
	"nianbao/render/sealed"
	"nianbao/render/style"
	"nianbao/render/svg"
	"nianbao/report"
)

// An Input is what a picture is made of.
type Input struct {
	Document *document.Document
	Report   *report.Report
	Last     *report.Report // last year's; nil: there is none
	Faces    *font.Set
}

func (in Input) story() story { return storyOf(in.Report, in.Last) }

func (in Input) drawn(sheet Sheet) drawn {
	return draw(in.Document, in.story(), in.years(), in.then(), sheet, in.Faces)
}

// years are what the colours stand for.
func (in Input) years() [2]string {
	said := [2]string{strconv.Itoa(in.Report.Year) + "年"}
	if in.Last != nil {
		said[1] = strconv.Itoa(in.Last.Year) + "年"
	}
	return said
}

// then is what last year is called.
func (in Input) then() string {
	if in.Last == nil || in.Last.Year == in.Report.Year-1 {
		return "上年"
	}
	return strconv.Itoa(in.Last.Year) + "年"
}

// title is what the picture is called.
func (in Input) title() string { return in.Document.FileTitle() + word }

// SVG draws the picture as shapes: it looks alike wherever it is opened.
func SVG(in Input, sheet Sheet) ([]byte, error) {
	d := in.drawn(sheet)
	content, err := svg.Picture(d.marks, style.Length(d.width)*px, style.Length(d.height)*px, in.title(), in.words())
	if err != nil {
		return nil, err
	}
	return sealed.Text(content, in.Document.Digest), nil
}

// PNG draws it as pixels.
func PNG(in Input, sheet Sheet) ([]byte, error) {
	d := in.drawn(sheet)
	c := newCanvas(d.width, d.height)
	for _, m := range d.marks {
		switch {
		case m.Box != nil:
			c.fill(m.Box)
		case m.Text != nil:
			if err := c.text(m.Text); err != nil {
				return nil, fmt.Errorf("picture: %w", err)
			}
		}
	}
	return encode(c.image, in)
}
