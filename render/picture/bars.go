package picture

import (
	"github.com/shopspring/decimal"

	"nianbao/render/style"
)

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
