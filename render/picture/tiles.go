package picture

import "nianbao/render/style"

// tiles stand two in a row, three where there are three small ones; one of several
// numbers takes a row. Two stay side by side whatever their numbers are, for one that
// is alone is no wider.
func (f *frame) tiles(tiles []tile, compared bool) {
	gap := f.scaled(16)
	for from := 0; from < len(tiles); {
		row := rowOf(tiles[from:])
		width := (f.width - gap*(len(row)-1)) / len(row)
		for len(row) > 2 && !f.roomy(row, width, compared) {
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
