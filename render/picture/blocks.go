package picture

import (
	"github.com/shopspring/decimal"

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

// tiles stand two in a row, three where there are three small ones; one of several
// numbers takes a row.
func (f *frame) tiles(tiles []tile, compared bool) {
	gap := f.scaled(16)
	for from := 0; from < len(tiles); {
		row := rowOf(tiles[from:])
		width := (f.width - gap*(len(row)-1)) / len(row)
		for len(row) > 1 && !f.roomy(row, width, compared) {
			row = row[:len(row)-1]
			width = (f.width - gap*(len(row)-1)) / len(row)
		}
		if len(row) == 1 && len(row[0].numbers) == 1 && len(tiles) > 1 {
			width = (f.width - gap) / 2
		}
		names, rest := 0, 0 // what the labels take, so that the numbers stand on one line
		for _, t := range row {
			name, more := f.tileHeights(t, width, compared)
			names, rest = max(names, name), max(rest, more)
		}
		for i, t := range row {
			f.tile(t, f.x+i*(width+gap), width, names, names+rest, compared)
		}
		height := names + rest
		f.y += height + gap
		from += len(row)
	}
}

// rowOf is what stands beside one another of what is left.
func rowOf(tiles []tile) []tile {
	most := 2
	if len(tiles) == 3 && tiles[0].sub == "" && tiles[1].sub != "" {
		most = 3
	}
	n := 0
	for n < len(tiles) && n < most && len(tiles[n].numbers) == 1 {
		n++
	}
	return tiles[:max(n, 1)]
}

// roomy: what stands in the tiles need not be set much smaller for their width.
func (f *frame) roomy(row []tile, width int, compared bool) bool {
	_, number, small := f.tileHands()
	room := width - f.scaled(36)
	for _, t := range row {
		for _, n := range t.numbers {
			if f.scene.width(shown(n.now), number)*3 > 4*room {
				return false
			}
		}
		for _, p := range t.parts {
			if f.scene.width(f.part(p, compared), small)*4 > 5*room {
				return false
			}
		}
	}
	return true
}

func (f *frame) tileHands() (label, number, small hand) {
	return hand{style.Hei, f.scaled(24), ink}, hand{style.Hei, f.scaled(50), blue}, hand{style.Hei, f.scaled(19), muted}
}

// tileHeights is what a tile's labels need, and what stands below them.
func (f *frame) tileHeights(t tile, width int, compared bool) (labels, rest int) {
	label, number, small := f.tileHands()
	pad := f.scaled(18)
	labels = pad + len(f.lines(t.label, width-2*pad, label))*label.size*13/10 + f.scaled(4)
	labels += len(f.lines(t.sub, width-2*pad, small)) * small.size * 13 / 10
	height := pad + number.size*12/10
	subs := 0
	for _, n := range t.numbers {
		subs = max(subs, len(f.lines(n.label, width/len(t.numbers)-pad, small)))
	}
	height += subs * small.size * 13 / 10
	if compared {
		height += small.size * 14 / 10
	}
	return labels, height + len(t.parts)*small.size*15/10
}

func (f *frame) tile(t tile, x, width, names, height int, compared bool) {
	label, number, small := f.tileHands()
	pad := f.scaled(18)
	f.box(x, f.y, width, height, panel)
	f.box(x, f.y, width, f.scaled(3), blue)
	y := f.y + pad
	for _, line := range f.lines(t.label, width-2*pad, label) {
		f.write(x+pad, y, line, label)
		y += label.size * 13 / 10
	}
	for _, line := range f.lines(t.sub, width-2*pad, small) {
		f.write(x+pad, y, line, small)
		y += small.size * 13 / 10
	}
	y = f.y + names
	part := (width - pad) / len(t.numbers)
	for i, n := range t.numbers {
		at, y := x+pad+i*part, y
		text, h := shown(n.now), number
		if !n.now.counts {
			h = hand{style.Hei, label.size, muted}
		}
		h = f.fitted(text, part-pad, smallest, h)
		f.write(at, y+(number.size-h.size)*8/10, text, h)
		y += number.size * 12 / 10
		for _, line := range f.lines(n.label, part-pad, small) {
			f.write(at, y, line, small)
			y += small.size * 13 / 10
		}
		if compared {
			text := against(n, f.then)
			f.write(at, y, text, f.fitted(text, part-pad/2, smallest, small))
		}
	}
	y += number.size*12/10 + f.scaled(4)
	if compared {
		y += small.size * 14 / 10
	}
	step, h := small.size*15/10, small // one size for all
	for _, p := range t.parts {
		h = f.fitted(f.part(p, compared), width-2*pad, smallest, h)
	}
	for _, p := range t.parts {
		f.write(x+pad, y, f.part(p, compared), h)
		y += step
	}
}

// part is one of what a tile's number is made of.
func (f *frame) part(p figure, compared bool) string {
	return p.label + "　" + shown(p.now) + f.past(p.last, compared)
}

// bars are figures on one scale: this year's, below it last year's, and the numbers
// behind them.
func (f *frame) bars(bars []figure, compared bool) {
	if len(bars) == 0 {
		return
	}
	label, number, small := hand{style.Hei, f.scaled(22), ink}, hand{style.Hei, f.scaled(24), ink}, hand{style.Hei, f.scaled(18), muted}
	labelRoom, tail := f.width*36/100, 0
	most := decimal.Zero
	for _, b := range bars {
		tail = max(tail, f.scene.width(shown(b.now), number)+f.scene.width(f.past(b.last, compared), small))
		for _, v := range []value{b.now, b.last} {
			if v.counts {
				most = decimal.Max(most, v.number)
			}
		}
	}
	from := f.x + labelRoom + f.scaled(14)
	room := f.x + f.width - from - tail - f.scaled(10)
	for ; room < f.width/8 && number.size > smallest; room = f.x + f.width - from - tail - f.scaled(10) {
		tail = tail * (number.size - 1) / number.size
		number.size, small.size = number.size-1, max(small.size-1, smallest)
	}
	group := ""
	for _, b := range bars {
		if b.group != group && b.group != "" {
			f.write(f.x, f.y+f.scaled(4), b.group, hand{style.Hei, f.scaled(19), muted})
			f.y += f.scaled(32)
		}
		group = b.group
		lines := f.lines(b.label, labelRoom-f.indent(b), label)
		height := f.scaled(24)
		if compared {
			height += f.scaled(10)
		}
		text := len(lines) * label.size * 12 / 10
		row := max(height, text) + f.scaled(12)
		y := f.y + (row-text)/2
		for _, line := range lines {
			f.write(f.x+f.indent(b), y, line, label)
			y += label.size * 12 / 10
		}
		y = f.y + (row-height)/2
		end := f.bar(b.now, from, y, room, f.scaled(24), most, blue)
		if compared {
			end = max(end, f.bar(b.last, from, y+f.scaled(26), room, f.scaled(8), most, pale))
		}
		end += f.scaled(8)
		f.write(end, y+(height-number.size)/2, shown(b.now), number)
		f.write(end+f.scene.width(shown(b.now), number), y+(height-number.size)/2+number.size-small.size, f.past(b.last, compared), small)
		f.y += row
	}
	f.y += f.scaled(10)
}

// past is last year's number behind this year's.
func (f *frame) past(v value, compared bool) string {
	if !compared || v.text == "" {
		return ""
	}
	return "　" + f.then + " " + v.text
}

// indent puts the members of a group under its name.
func (f *frame) indent(b figure) int {
	if b.group == "" {
		return 0
	}
	return f.scaled(14)
}

// bar draws one bar and returns where it ends. What is above 0 is seen, however small.
func (f *frame) bar(v value, x, y, room, height int, most decimal.Decimal, c colour) int {
	if !v.positive() {
		return x
	}
	length := v.number.Mul(decimal.NewFromInt(int64(room))).DivRound(most, 0).IntPart()
	f.box(x, y, max(int(length), 2), height, c)
	return x + max(int(length), 2)
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
