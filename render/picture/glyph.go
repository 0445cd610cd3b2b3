package picture

import (
	"image"

	"nianbao/render/font"
	"nianbao/render/layout"
	"nianbao/render/style"
)

// layoutAdvance is how far a glyph of a run goes.
func layoutAdvance(t *layout.Text, glyph uint16) style.Length {
	return style.Length(t.Face.Advance(glyph)) * t.Size / 1000
}

// largest is up to which size the rasterizer reckons in whole numbers, so that every
// machine comes to the same pixels. A glyph that is larger is not drawn; none is.
const largest = 500

// grain is the rasterizer's smallest step: 1/512 of a pixel.
const grain = 512

// glyph draws a glyph by itself.
func (c *canvas) glyph(g inked) (*coverage, error) {
	if drawn, ok := c.glyphs[g]; ok {
		return drawn, nil
	}
	contours, err := g.face.Outline(g.glyph)
	if err != nil {
		return nil, err
	}
	drawn := &coverage{}
	box := bounds(contours, g.size)
	if w, h := box.Dx(), box.Dy(); w > 0 && h > 0 && w <= largest && h <= largest {
		c.brush.Reset(w, h)
		for _, contour := range contours {
			c.contour(contour, g.size, box.Min)
		}
		mask := image.NewAlpha(image.Rect(0, 0, w, h))
		c.brush.Draw(mask, mask.Rect, image.Opaque, image.Point{})
		drawn = &coverage{box.Min.X, box.Min.Y, w, h, make([]uint8, w*h)}
		for i, alpha := range mask.Pix {
			drawn.steps[i] = uint8((int(alpha)*steps + 127) / 255)
		}
	}
	c.glyphs[g] = drawn
	return drawn, nil
}

// bounds are the pixels that an outline can touch, y downwards from the base line.
func bounds(contours [][]font.Point, size int) image.Rectangle {
	first := true
	var left, right, top, bottom int
	for _, contour := range contours {
		for _, p := range contour {
			if first {
				left, right, top, bottom, first = p.X, p.X, -p.Y, -p.Y, false
			}
			left, right = min(left, p.X), max(right, p.X)
			top, bottom = min(top, -p.Y), max(bottom, -p.Y)
		}
	}
	if first {
		return image.Rectangle{}
	}
	down := func(n int) int { return floor(n*size, 1000) }
	return image.Rect(down(left), down(top), down(right)+1, down(bottom)+1)
}

func floor(a, b int) int {
	if a < 0 {
		return -((-a + b - 1) / b)
	}
	return a / b
}

// A spot is a point of an outline on the raster, in grains.
type spot struct{ x, y int }

// contour draws a closed contour; between two points off the curve lies one on it,
// halfway. Curves are cut into lines here: what the rasterizer does with floats may
// come out otherwise on another machine.
func (c *canvas) contour(points []font.Point, size int, from image.Point) {
	n := len(points)
	place := func(p font.Point) spot {
		return spot{floor(p.X*size*grain, 1000) - from.X*grain, floor(-p.Y*size*grain, 1000) - from.Y*grain}
	}
	start, first := halfway(place(points[n-1]), place(points[0])), 0
	for i, p := range points {
		if p.On {
			start, first = place(p), i+1
			break
		}
	}
	c.move(start)
	at := start
	var pull *spot
	for i := range n {
		p := points[(first+i)%n]
		to := place(p)
		switch {
		case p.On && pull == nil:
			c.line(to)
			at = to
		case p.On:
			c.curve(at, *pull, to)
			at, pull = to, nil
		default:
			if pull != nil {
				middle := halfway(*pull, to)
				c.curve(at, *pull, middle)
				at = middle
			}
			pull = &to
		}
	}
	if pull != nil {
		c.curve(at, *pull, start)
	}
	c.brush.ClosePath()
}

func halfway(a, b spot) spot { return spot{(a.x + b.x) / 2, (a.y + b.y) / 2} }

func (c *canvas) move(p spot) { c.brush.MoveTo(exact(p.x), exact(p.y)) }
func (c *canvas) line(p spot) { c.brush.LineTo(exact(p.x), exact(p.y)) }

// exact is a place that the rasterizer's numbers hold without rounding.
func exact(grains int) float32 { return float32(grains) / grain }

// curve cuts a quadratic curve into so many lines that none is a twentieth of a
// pixel off.
func (c *canvas) curve(a, pull, b spot) {
	bend := max(abs(a.x-2*pull.x+b.x), abs(a.y-2*pull.y+b.y))
	parts := 1
	for parts < 16 && bend > parts*parts*grain/5 {
		parts++
	}
	for i := 1; i <= parts; i++ {
		j := parts - i
		all := parts * parts
		c.line(spot{(a.x*j*j + 2*pull.x*i*j + b.x*i*i) / all, (a.y*j*j + 2*pull.y*i*j + b.y*i*i) / all})
	}
}

func abs(n int) int { return max(n, -n) }
