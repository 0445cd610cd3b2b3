package pdf

import (
	"math"
	"strconv"

	"nianbao/render/font"
	"nianbao/render/layout"
	"nianbao/render/style"
)

const black = "000000"

// text shows characters on one base line.
func (c *content) text(t *layout.Text) {
	if len(t.Runes) == 0 {
		return
	}
	c.stroke()
	if t.Actual != "" {
		c.out = append(c.out, "/Span<</ActualText"...)
		c.out = appendString(c.out, t.Actual)
		c.operator(">>BDC")
	}
	c.fill(t.Colour)
	c.out = append(c.out, "BT "...)
	f := c.faces.find(t.Face)
	if f != c.face || t.Size != c.size {
		c.out = append(append(c.out, '/'), f.resource...)
		c.out = append(c.out, ' ')
		c.number(t.Size)
		c.out = append(c.out, "Tf "...)
		c.face, c.size = f, t.Size
	}
	if spacing := t.Spacing - style.Length(t.Wider)*t.Size/1000; spacing != c.spacing {
		c.number(spacing)
		c.out = append(c.out, "Tc "...)
		c.spacing = spacing
	}
	if t.Turn == 0 {
		c.point(t.X, t.Y)
		c.out = append(c.out, "Td"...)
	} else {
		c.turn(t.Turn)
		c.point(t.X, t.Y)
		c.out = append(c.out, "Tm"...)
	}
	c.out = append(c.out, '(')
	for i, r := range t.Runes {
		form := font.Form{Glyph: t.Glyphs[i], Wider: uint16(t.Wider)}
		if i == len(t.Runes)-1 {
			form.Wider = uint16(t.Last)
		}
		id := f.cid(r, form)
		c.out = appendEscaped(c.out, byte(id>>8))
		c.out = appendEscaped(c.out, byte(id))
	}
	c.operator(")Tj ET")
	if t.Actual != "" {
		c.operator("EMC")
	}
}

// appendEscaped writes a byte of a literal string (ISO 32000-1, 7.3.4.2).
func appendEscaped(b []byte, v byte) []byte {
	switch v {
	case '(', ')', '\\':
		return append(b, '\\', v)
	case '\r': // a bare one would be read as a line feed
		return append(b, '\\', 'r')
	}
	return append(b, v)
}

// turn writes the first four numbers of a text matrix, to three decimals:
// half a thousandth over a page's diagonal is half a point.
func (c *content) turn(degrees int) {
	sin, cos := math.Sincos(float64(degrees) * math.Pi / 180)
	s, k := int64(math.Round(sin*1000)), int64(math.Round(cos*1000))
	for _, n := range []int64{k, s, -s, k} {
		c.out = append(appendThousandths(c.out, n), ' ')
	}
}

// fill sets the colour of text and boxes. Black and greys are one ink on a press;
// of the other colours the output intent's sRGB tells which they are.
func (c *content) fill(colour string) {
	if colour == "" {
		colour = black
	}
	if colour == c.colour {
		return
	}
	parts := []string{colour[:2], colour[2:4], colour[4:]}
	name := "rg"
	if parts[0] == parts[1] && parts[1] == parts[2] {
		parts, name = parts[:1], "g"
	}
	for _, part := range parts {
		v, _ := strconv.ParseUint(part, 16, 8) // check has read it
		c.out = append(appendThousandths(c.out, int64(v*1000+127)/255), ' ')
	}
	c.operator(name)
	c.colour = colour
}
