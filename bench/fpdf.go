package main

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"nianbao/render/font"
	"nianbao/render/layout"
	"nianbao/render/style"
)

// A canvas is what fpdf and gofpdf, from which it was forked, have in common.
type canvas interface {
	AddPage()
	AddUTF8FontFromBytes(family, style string, data []byte)
	SetFont(family, style string, size float64)
	Text(x, y float64, text string)
	RawWriteStr(operators string)
	SetTextColor(r, g, b int)
	SetFillColor(r, g, b int)
	Rect(x, y, width, height float64, style string)
	SetLineCapStyle(style string)
	SetLineWidth(width float64)
	Line(x1, y1, x2, y2 float64)
	Bookmark(text string, level int, y float64)
	SetTitle(text string, isUTF8 bool)
	SetAuthor(text string, isUTF8 bool)
	SetCreationDate(time.Time)
	SetModificationDate(time.Time)
	SetCatalogSort(bool)
	SetAutoPageBreak(auto bool, margin float64)
	Output(io.Writer) error
}

func newFpdf() canvas {
	p := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: points(style.PageWidth), Ht: points(style.PageHeight)}})
	p.SetLang("zh-CN")
	return p
}

// onCanvas draws the project's own pages: every run of text where the layout
// has it, so that the library's own line breaking takes no part.
func onCanvas(open func() canvas, source faceSource) writer {
	return func(m material) ([]byte, error) {
		p := open()
		// The machine's clock and map order stay out of the file.
		date := m.date()
		p.SetCreationDate(date)
		p.SetModificationDate(date)
		p.SetCatalogSort(true)
		p.SetTitle(m.layout.Title, true)
		p.SetAuthor(m.layout.Author, true)
		p.SetAutoPageBreak(false, 0)
		names := map[*font.Face]string{}
		for i, used := range usedFaces(m.layout) {
			data, err := source(used)
			if err != nil {
				return nil, err
			}
			names[used.face] = "f" + strconv.Itoa(i)
			p.AddUTF8FontFromBytes(names[used.face], "", data)
		}
		for i, page := range m.layout.Pages {
			p.AddPage()
			p.SetLineCapStyle("square")
			for _, b := range m.layout.Bookmarks {
				if b.Page == i {
					p.Bookmark(b.Text, b.Level-1, points(b.Y))
				}
			}
			drawOnCanvas(p, page, names)
		}
		var out bytes.Buffer
		err := p.Output(&out)
		return out.Bytes(), err
	}
}

func drawOnCanvas(p canvas, page layout.Page, names map[*font.Face]string) {
	spacing := style.Length(0)
	for _, mark := range page.Marks {
		switch {
		case mark.Text != nil:
			t := mark.Text
			p.SetFont(names[t.Face], "", points(t.Size))
			if t.Spacing != spacing {
				// Neither library has a call for the space between characters.
				spacing = t.Spacing
				p.RawWriteStr(fmt.Sprintf("%.3f Tc\n", points(spacing)))
			}
			p.SetTextColor(rgb(t.Colour))
			p.Text(points(t.X), points(t.Y), string(t.Runes))
		case mark.Rule != nil:
			r := mark.Rule
			p.SetLineWidth(points(r.Width))
			p.Line(points(r.X1), points(r.Y1), points(r.X2), points(r.Y2))
		case mark.Box != nil:
			b := mark.Box
			p.SetFillColor(rgb(b.Colour))
			p.Rect(points(b.X), points(b.Y), points(b.Width), points(b.Height), "F")
		}
	}
}

func points(l style.Length) float64 { return float64(l) / float64(style.Point) }

// rgb reads RRGGBB; "" is black.
func rgb(colour string) (r, g, b int) {
	v, _ := strconv.ParseUint(colour, 16, 32)
	return int(v >> 16), int(v >> 8 & 0xFF), int(v & 0xFF)
}
