package main

import (
	"bytes"
	"fmt"
	"strconv"

	"github.com/signintech/gopdf"

	"nianbao/render/font"
	"nianbao/render/layout"
	"nianbao/render/style"
)

// A fontAdder makes the layout's face number i known to a document and returns its name.
type fontAdder func(p *gopdf.GoPdf, used usedFace, i int) (string, error)

// sharedFaces parses every face once; the library lets documents share them.
func sharedFaces(faces map[*font.Face]wholeFace) (fontAdder, error) {
	var parsed gopdf.FontContainer
	for _, face := range faces {
		if err := parsed.AddTTFFontData(face.name, face.data); err != nil {
			return nil, fmt.Errorf("face %s: %w", face.name, err)
		}
	}
	return func(p *gopdf.GoPdf, used usedFace, _ int) (string, error) {
		name := faces[used.face].name
		return name, p.AddTTFFontFromFontContainer(name, &parsed)
	}, nil
}

func cutFace(p *gopdf.GoPdf, used usedFace, i int) (string, error) {
	data, err := used.cut()
	if err != nil {
		return "", err
	}
	name := "f" + strconv.Itoa(i)
	return name, p.AddTTFFontData(name, data)
}

// onGopdf draws the project's own pages, every run of text where the layout has it.
func onGopdf(add fontAdder) writer {
	return func(m material) ([]byte, error) {
		p := new(gopdf.GoPdf)
		p.Start(gopdf.Config{Unit: gopdf.UnitPT, PageSize: gopdf.Rect{W: points(style.PageWidth), H: points(style.PageHeight)}})
		p.SetInfo(gopdf.PdfInfo{Title: m.layout.Title, Author: m.layout.Author, CreationDate: m.date()})
		known := map[*font.Face]string{}
		for i, used := range usedFaces(m.layout) {
			name, err := add(p, used, i)
			if err != nil {
				return nil, err
			}
			known[used.face] = name
		}
		for i, page := range m.layout.Pages {
			p.AddPage()
			for _, b := range m.layout.Bookmarks {
				if b.Page == i {
					p.AddOutline(b.Text)
				}
			}
			if err := drawOnGopdf(p, page, known); err != nil {
				return nil, err
			}
		}
		var out bytes.Buffer
		err := p.Write(&out)
		return out.Bytes(), err
	}
}

func drawOnGopdf(p *gopdf.GoPdf, page layout.Page, names map[*font.Face]string) error {
	face, size, spacing, ground := "", style.Length(0), style.Length(0), ""
	fill := func(colour string) {
		if colour != ground {
			red, green, blue := rgb(colour)
			p.SetFillColor(uint8(red), uint8(green), uint8(blue))
			ground = colour
		}
	}
	for _, mark := range page.Marks {
		switch {
		case mark.Text != nil:
			t := mark.Text
			if name := names[t.Face]; name != face || t.Size != size {
				if err := p.SetFont(name, "", points(t.Size)); err != nil {
					return err
				}
				face, size = name, t.Size
			}
			if t.Spacing != spacing {
				if err := p.SetCharSpacing(points(t.Spacing)); err != nil {
					return err
				}
				spacing = t.Spacing
			}
			fill(t.Colour) // text takes the colour of the last box, too
			p.SetXY(points(t.X), points(t.Y))
			if err := p.Text(string(t.Runes)); err != nil {
				return err
			}
		case mark.Rule != nil:
			r := mark.Rule
			p.SetLineWidth(points(r.Width))
			p.Line(points(r.X1), points(r.Y1), points(r.X2), points(r.Y2))
		case mark.Box != nil:
			b := mark.Box
			fill(b.Colour)
			p.RectFromUpperLeftWithStyle(points(b.X), points(b.Y), points(b.Width), points(b.Height), "F")
		}
	}
	return nil
}
