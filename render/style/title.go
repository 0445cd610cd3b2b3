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

// TitleLines breaks a title that is too long for a line: after the agency
// first, then into even lines, the first never shorter than the second by
// more than a character. A digit or letter never parts from its neighbour.
func TitleLines(agency, heading string) []string {
	room := int(TextWidth * 1000 / TitleType.Size)
	if Width(agency+heading) <= room {
		return []string{agency + heading}
	}
	return append(evenLines(agency, room), evenLines(heading, room)...)
}

func evenLines(text string, room int) []string {
	total := Width(text)
	for count := (total + room - 1) / room; ; count++ {
		lines := split([]rune(text), count, room)
		if fits(lines, room) || count >= len([]rune(text)) {
			return lines
		}
	}
}

func fits(lines []string, room int) bool {
	for _, line := range lines {
		if Width(line) > room {
			return false
		}
	}
	return true
}

// split cuts text into so many lines, each break where the lines come out most
// even; a break that keeps a name whole may be up to three characters off.
func split(text []rune, count, room int) []string {
	var lines []string
	for ; count > 1; count-- {
		aim, width := Width(string(text))/count, 0
		best, bestCost := 0, 0
		for i := 1; i < len(text); i++ {
			width += Advance(text[i-1])
			if !canBreak(text[i-1], text[i]) || width > room {
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

// TitleBefore and TitleAfter stand around the title, so that with it they fill
// whole lines and the text below keeps to the page's 22.
const TitleBefore = Pitch

// TitleAfter is the space below a title of so many lines, at least two thirds of a line.
func TitleAfter(lines int) Length {
	used := TitleBefore + Length(lines)*TitleType.Line
	return (used+2*Pitch/3+Pitch-1)/Pitch*Pitch - used
}
