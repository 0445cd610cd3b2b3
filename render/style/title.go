package style

import (
	"slices"
	"strings"
)

// Width is the width of a text in thousandths of an em: a full-width character
// takes one em, a half-width one half. It serves where Word and PDF have to
// agree before any face is known: the digits of Times New Roman, of 宋体 and of
// the faces made to go with them are all half an em wide.
func Width(text string) int {
	width := 0
	for _, r := range text {
		width += Advance(r)
	}
	return width
}

// Advance is the width of one character in thousandths of an em.
func Advance(r rune) int {
	switch {
	case r == '.' || r == ',':
		return 250
	case r == '-':
		return 333
	case r == '/':
		return 278
	case r == '+':
		return 564
	case r < 0x2000:
		return 500
	}
	return 1000
}

// titleWidth is how wide a title may come out, in thousandths of an em: whatever
// face of 小标宋 a machine has, its digits take no more than six tenths of an em and
// its letters no more than one; a quarter of one stands between them and Chinese.
func titleWidth(text string) int {
	width := 0
	runes := []rune(text)
	for i, r := range runes {
		switch {
		case r >= '0' && r <= '9':
			width += 600
		default:
			width += 1000
		}
		if i > 0 {
			width += int(Word.AutoSpace(runes[i-1], r, LatinScript(runes[i-1]), LatinScript(r), 1000))
		}
	}
	return width
}

// TitleLines breaks a title that is too long for a line: after the agency
// first, then into even lines. A digit or letter parts from its neighbour only
// where a line holds nothing else.
func TitleLines(agency, heading string) []string {
	room := int(TextWidth * 1000 / TitleType.Size)
	if titleWidth(agency+heading) <= room {
		return []string{agency + heading}
	}
	return append(evenLines(agency, room), evenLines(heading, room)...)
}

func evenLines(text string, room int) []string {
	least := max(1, (titleWidth(text)+room-1)/room)
	for _, may := range []func(before, after rune) bool{canBreak, anywhere} {
		for count := least; count <= 2*least+1; count++ {
			if lines := split([]rune(text), count, room, may); fits(lines, room) {
				return lines
			}
		}
	}
	return split([]rune(text), len([]rune(text)), room, anywhere)
}

func anywhere(before, after rune) bool { return true }

func fits(lines []string, room int) bool {
	for _, line := range lines {
		if titleWidth(line) > room {
			return false
		}
	}
	return true
}

// split cuts text into so many lines, each break where the lines come out most
// even; a break that keeps a name whole may be up to three characters off.
func split(text []rune, count, room int, may func(before, after rune) bool) []string {
	var lines []string
	for ; count > 1; count-- {
		aim := titleWidth(string(text)) / count
		best, bestCost := 0, 0
		for i := 1; i < len(text); i++ {
			width := titleWidth(string(text[:i]))
			if !may(text[i-1], text[i]) || width > room {
				continue
			}
			cost := max(width-aim, aim-width)
			if !endsName(text[i-1], text[i]) || endsName(text[i], 0) {
				cost += 3000
			}
			if best == 0 || cost < bestCost {
				best, bestCost = i, cost
			}
		}
		if best == 0 {
			break
		}
		lines = append(lines, string(text[:best]))
		text = text[best:]
	}
	return append(lines, string(text))
}

// endsName reports whether r commonly ends the name of a place or an organ, so
// that a title may break behind it (GB/T 9704-2012, 7.3.1: 回行时词意完整).
func endsName(r, next rune) bool {
	return strings.ContainsRune("省市区县州盟旗乡镇会局委办厅部院府处站所队年", r) &&
		!slices.Contains([]string{"委员", "部门", "市场", "办公", "办事", "区域", "会计", "会议", "处理", "处置"}, string([]rune{r, next}))
}

func canBreak(before, after rune) bool {
	return (before >= 0x2E80 || after >= 0x2E80) && !NeverFirst(after) && !NeverLast(before)
}

// TitleAfter is one blank line below the title, whatever lines it takes.
const TitleAfter = Pitch

// TitleBefore is the space above a title of so many lines: at least two thirds of a
// line, and so much that all of it fills whole lines of the page's 22.
func TitleBefore(lines int) Length {
	used := Length(lines)*TitleType.Line + TitleAfter
	return (used+2*Pitch/3+Pitch-1)/Pitch*Pitch - used
}
