package picture

import (
	"nianbao/render/style"
)

// A frame is where the blocks of a column go, one below the other.
type frame struct {
	*scene
	x, width int
	y        int
	then     string // what last year is called
}

// section draws a section's heading and its blocks.
func (f *frame) section(s section, compared bool) {
	h := hand{style.Hei, 30, ink} // in every column
	f.box(f.x, f.y+2, 8, h.size, blue)
	for _, line := range f.lines(s.heading, f.width-24, h) {
		f.write(f.x+24, f.y, line, h)
		f.y += 42
	}
	f.y += f.scaled(12)
	for _, b := range s.blocks {
		f.block(b, compared)
	}
	f.y += f.scaled(28)
}

func (f *frame) block(b block, compared bool) {
	if b.heading != "" {
		f.y += f.scaled(8)
		f.write(f.x, f.y, b.heading, hand{style.Hei, f.scaled(26), ink})
		f.y += f.scaled(44)
	}
	f.tiles(b.tiles, compared)
	f.bars(b.bars, compared)
}

// shown is a number as it was typed.
func shown(v value) string {
	if v.text == "" {
		return style.BlankText
	}
	return v.text
}

// against is last year's number, and how much more or less this year's is.
func against(f figure, then string) string {
	if !f.last.counts {
		return ""
	}
	text := then + " " + f.last.text
	if !f.now.counts {
		return text
	}
	switch d := f.now.number.Sub(f.last.number); d.Sign() {
	case 1:
		text += "，增 " + d.String()
	case -1:
		text += "，减 " + d.Neg().String()
	}
	return text
}
