package svg

import (
	"fmt"
	"strconv"

	"nianbao/render/font"
	"nianbao/render/layout"
)

// text draws characters on one base line. Inside the group the unit is a
// thousandth of an em, as in the outlines, and x runs from the first character.
func (d *drawing) text(t *layout.Text) error {
	d.closeRules()
	d.marks = fmt.Appendf(d.marks, `<g transform="translate(%d %d)`, t.X, t.Y)
	if t.Turn != 0 {
		d.marks = fmt.Appendf(d.marks, "rotate(%d)", -t.Turn)
	}
	d.marks = fmt.Appendf(d.marks, `scale(%s)"`, thousandths(int(t.Size)))
	if t.Colour != "" {
		d.marks = fmt.Appendf(d.marks, ` fill="#%s"`, t.Colour)
	}
	d.marks = append(d.marks, '>')
	advance := 0
	for i, glyph := range t.Glyphs {
		id, err := d.define(shape{t.Face, glyph})
		if err != nil {
			return err
		}
		if id > 0 {
			x := advance
			if t.Size > 0 {
				x += divided(i*int(t.Spacing)*1000, int(t.Size))
			}
			d.marks = append(d.marks, `<use xlink:href="#`...)
			d.marks = append(d.marks, name(id)...)
			if x != 0 {
				d.marks = append(d.marks, `" x="`...)
				d.marks = strconv.AppendInt(d.marks, int64(x), 10)
			}
			d.marks = append(d.marks, `"/>`...)
		}
		advance += t.Face.Advance(glyph)
	}
	d.marks = append(d.marks, "</g>"...)
	return nil
}

// divided is a/b to the nearest, for positive b.
func divided(a, b int) int {
	if a < 0 {
		return -((-a + b/2) / b)
	}
	return (a + b/2) / b
}

func name(id int) string { return "g" + strconv.FormatInt(int64(id), 36) }

// define is the number of a shape on this page, from 1; 0 for one that leaves no ink.
func (d *drawing) define(s shape) (int, error) {
	if id, ok := d.ids[s]; ok {
		return id, nil
	}
	path, err := d.outlines.path(s)
	if err != nil {
		return 0, err
	}
	id := 0
	if len(path) > 0 {
		id = len(d.ids) + 1
		d.definitions = append(d.definitions, `<path id="`...)
		d.definitions = append(d.definitions, name(id)...)
		d.definitions = append(d.definitions, `" d="`...)
		d.definitions = append(d.definitions, path...)
		d.definitions = append(d.definitions, `"/>`...)
	}
	d.ids[s] = id
	return id, nil
}

// path is the path data of a shape.
func (o outlines) path(s shape) ([]byte, error) {
	if path, ok := o[s]; ok {
		return path, nil
	}
	contours, err := s.face.Outline(s.glyph)
	if err != nil {
		return nil, err
	}
	pen := pen{out: make([]byte, 0, 512)}
	for _, contour := range contours {
		pen.contour(contour)
	}
	o[s] = pen.out
	return pen.out, nil
}

// A pen writes path data in steps from where it stands, which are shorter than places.
type pen struct {
	out  []byte
	x, y int
}

// contour draws a closed contour. Between two points off the curve lies one on
// it, halfway.
func (p *pen) contour(points []font.Point) {
	n := len(points)
	first := 0
	for first < n && !points[first].On {
		first++
	}
	start := font.Point{}
	if first < n {
		start = points[first]
	} else {
		first, start = 0, halfway(points[n-1], points[0])
		points = append([]font.Point{start}, points...)
		n++
	}
	p.step('m', start)
	for i := 1; i <= n; i++ {
		point := points[(first+i)%n]
		if i == n {
			point = start
		}
		if point.On || i == n {
			if i < n { // the last straight line is z's
				p.line(point)
			}
			continue
		}
		next := points[(first+i+1)%n]
		if i+1 == n {
			next = start
		}
		if next.On || i+1 == n {
			i++
		} else {
			next = halfway(point, next)
		}
		p.curve(point, next)
	}
	p.out = append(p.out, 'z')
	p.x, p.y = start.X, start.Y
}

func halfway(a, b font.Point) font.Point {
	return font.Point{X: (a.X + b.X) / 2, Y: (a.Y + b.Y) / 2, On: true}
}

func (p *pen) line(to font.Point) {
	switch {
	case to.Y == p.y:
		p.out = strconv.AppendInt(append(p.out, 'h'), int64(to.X-p.x), 10)
	case to.X == p.x:
		p.out = strconv.AppendInt(append(p.out, 'v'), int64(p.y-to.Y), 10)
	default:
		p.step('l', to)
		return
	}
	p.x, p.y = to.X, to.Y
}

func (p *pen) step(command byte, to font.Point) {
	p.out = append(p.out, command)
	p.pair(to)
	p.x, p.y = to.X, to.Y
}

func (p *pen) curve(control, to font.Point) {
	p.out = append(p.out, 'q')
	p.pair(control)
	if p.x <= to.X { // a minus sign parts two numbers by itself
		p.out = append(p.out, ' ')
	}
	p.pair(to)
	p.x, p.y = to.X, to.Y
}

// pair writes a step; SVG counts y downwards.
func (p *pen) pair(to font.Point) {
	p.out = strconv.AppendInt(p.out, int64(to.X-p.x), 10)
	if y := p.y - to.Y; y >= 0 {
		p.out = strconv.AppendInt(append(p.out, ' '), int64(y), 10)
	} else {
		p.out = strconv.AppendInt(p.out, int64(y), 10)
	}
}
