package pdf

import (
	"strconv"

	"nianbao/render/deflate"
	"nianbao/render/layout"
	"nianbao/render/style"
)

// A content is the drawing of one page, with what was last set in the page's
// graphics state, so that nothing is said twice.
type content struct {
	out        []byte
	compressed []byte
	elements   []int // by marked-content id: the element it belongs to
	faces      *faces

	open    section
	face    *face
	size    style.Length
	spacing style.Length
	colour  string
	width   style.Length
	path    bool // rules of this width wait to be stroked
}

// A section is a marked-content sequence: an element's, by its index, or an artifact's.
type section int

const (
	closed     section = -1
	pagination section = -2 // page numbers, repeated heads, the draft's mark
	decoration section = -3 // rules and shades
)

func sectionOf(m layout.Mark) section {
	switch {
	case m.Element != layout.Artifact:
		return section(m.Element)
	case m.Text != nil:
		return pagination
	}
	return decoration
}

// draw writes the page's marks, which check has passed.
func draw(page layout.Page, faces *faces) *content {
	c := &content{out: make([]byte, 0, 16<<10), faces: faces, open: closed, colour: black}
	c.out = append(c.out, "2 J 0 g 0 G\n"...) // square ends, so that rules that meet make a corner; black
	for _, m := range page.Marks {
		c.enter(sectionOf(m))
		switch {
		case m.Text != nil:
			c.text(m.Text)
		case m.Rule != nil:
			c.rule(m.Rule)
		case m.Box != nil:
			c.box(m.Box)
		}
	}
	c.leave()
	return c
}

func (c *content) compress() error {
	c.compressed = deflate.Zlib(c.out, deflate.Usual)
	return nil
}

// enter makes s the open section; what stands in a row in one section is one sequence.
func (c *content) enter(s section) {
	if c.open == s {
		return
	}
	c.leave()
	c.open = s
	switch s {
	case pagination:
		c.out = append(c.out, "/Artifact<</Type/Pagination>>BDC\n"...)
	case decoration:
		c.out = append(c.out, "/Artifact<</Type/Layout>>BDC\n"...)
	default:
		// The tag here is a comment; the structure tree has the element's.
		c.out = append(c.out, "/P<</MCID "...)
		c.out = strconv.AppendInt(c.out, int64(len(c.elements)), 10)
		c.out = append(c.out, ">>BDC\n"...)
		c.elements = append(c.elements, int(s))
	}
}

func (c *content) leave() {
	c.stroke()
	if c.open != closed {
		c.out = append(c.out, "EMC\n"...)
	}
	c.open = closed
}

// point writes a position; PDF counts y from the page's lower edge.
func (c *content) point(x, y style.Length) {
	c.number(x)
	c.number(style.PageHeight - y)
}

func (c *content) number(l style.Length) {
	c.out = append(appendLength(c.out, l), ' ')
}

func (c *content) operator(name string) {
	c.out = append(append(c.out, name...), '\n')
}

func (c *content) rule(r *layout.Rule) {
	if r.Width != c.width {
		c.stroke()
		c.number(r.Width)
		c.operator("w")
		c.width = r.Width
	}
	c.point(r.X1, r.Y1)
	c.out = append(c.out, "m "...)
	c.point(r.X2, r.Y2)
	c.operator("l")
	c.path = true
}

// stroke draws the rules gathered so far.
func (c *content) stroke() {
	if c.path {
		c.operator("S")
	}
	c.path = false
}

func (c *content) box(b *layout.Box) {
	c.stroke()
	c.fill(b.Colour)
	c.point(b.X, b.Y+b.Height)
	c.number(b.Width)
	c.number(b.Height)
	c.operator("re f")
}
