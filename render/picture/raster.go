package picture

import (
	"image"
	"image/color"
	"strconv"

	"golang.org/x/image/vector"

	"nianbao/render/font"
	"nianbao/render/layout"
)

// steps are the shades between what a letter stands on and its own colour.
const steps = 15

// A canvas is a paletted image. Each pixel is a plain colour or a shade between two.
type canvas struct {
	image  *image.Paletted
	plain  map[string]uint8    // by colour
	shades map[[2]uint8]uint8  // by ground and ink: the first of their steps
	of     [256][2]uint8       // of a shade: ground and step; step 0: plain
	glyphs map[inked]*coverage // drawn already
	brush  vector.Rasterizer
}

// inked is a glyph at a size.
type inked struct {
	face  *font.Face
	glyph uint16
	size  int
}

// coverage is how much of each pixel a glyph takes, in steps, from left and top of
// where it is placed.
type coverage struct {
	left, top, width, height int
	steps                    []uint8
}

func newCanvas(width, height int) *canvas {
	c := &canvas{
		image: image.NewPaletted(image.Rect(0, 0, width, height), nil),
		plain: map[string]uint8{}, shades: map[[2]uint8]uint8{}, glyphs: map[inked]*coverage{},
	}
	c.colour(string(ground)) // 0, which all pixels are
	return c
}

// colour is a plain colour's place in the palette.
func (c *canvas) colour(rgb string) uint8 {
	at, ok := c.plain[rgb]
	if !ok {
		at = c.add(color.RGBA{hex(rgb[0:2]), hex(rgb[2:4]), hex(rgb[4:6]), 255}, 0, 0)
		c.plain[rgb] = at
	}
	return at
}

func (c *canvas) add(rgb color.RGBA, ground, step uint8) uint8 {
	at := len(c.image.Palette)
	if at > 255 {
		return ground // more pairs than a palette has room for: there are some ten
	}
	c.image.Palette = append(c.image.Palette, rgb)
	c.of[at] = [2]uint8{ground, step}
	return uint8(at)
}

// hex is a byte that two digits name.
func hex(two string) uint8 {
	n, _ := strconv.ParseUint(two, 16, 8) // the colours are ours
	return uint8(n)
}

// shade is a step between two plain colours.
func (c *canvas) shade(ground, ink, step uint8) uint8 {
	if step >= steps {
		return ink
	}
	first, ok := c.shades[[2]uint8{ground, ink}]
	if !ok {
		a, b := c.image.Palette[ground].(color.RGBA), c.image.Palette[ink].(color.RGBA)
		between := func(a, b uint8, step int) uint8 { return uint8((int(a)*(steps-step) + int(b)*step + steps/2) / steps) }
		for i := 1; i < steps; i++ {
			at := c.add(color.RGBA{between(a.R, b.R, i), between(a.G, b.G, i), between(a.B, b.B, i), 255}, ground, uint8(i))
			if i == 1 {
				first = at
			}
		}
		c.shades[[2]uint8{ground, ink}] = first
	}
	return first + step - 1
}

// fill draws a box, which has whole pixels.
func (c *canvas) fill(b *layout.Box) {
	at := c.colour(b.Colour)
	area := image.Rect(int(b.X/px), int(b.Y/px), int((b.X+b.Width)/px), int((b.Y+b.Height)/px)).Intersect(c.image.Rect)
	for y := area.Min.Y; y < area.Max.Y; y++ {
		row := c.image.Pix[y*c.image.Stride+area.Min.X : y*c.image.Stride+area.Max.X]
		for i := range row {
			row[i] = at
		}
	}
}

// text draws a run, each glyph at the nearest pixel.
func (c *canvas) text(t *layout.Text) error {
	ink := c.colour(t.Colour)
	at, size := t.X, int(t.Size/px)
	for _, glyph := range t.Glyphs {
		drawn, err := c.glyph(inked{t.Face, glyph, size})
		if err != nil {
			return err
		}
		c.stamp(drawn, int((at+px/2)/px), int((t.Y+px/2)/px), ink)
		at += layoutAdvance(t, glyph)
	}
	return nil
}

// stamp puts a glyph's coverage on what is there; where two overlap, the stronger counts.
func (c *canvas) stamp(drawn *coverage, x, y int, ink uint8) {
	for row := range drawn.height {
		at := image.Pt(x+drawn.left, y+drawn.top+row)
		for i := range drawn.width {
			step := drawn.steps[row*drawn.width+i]
			if p := at.Add(image.Pt(i, 0)); step > 0 && p.In(c.image.Rect) {
				pixel := &c.image.Pix[p.Y*c.image.Stride+p.X]
				under := *pixel
				if of := c.of[under]; of[1] > 0 {
					if of[1] >= step {
						continue
					}
					under = of[0]
				}
				if under != ink {
					*pixel = c.shade(under, ink, step)
				}
			}
		}
	}
}
