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

// TitleLines breaks a title that is too long for a line (GB/T 9704-2012, 7.3.1: 回行时
// 词意完整，排列对称，长短适宜，形状为梯形或菱形): between words, behind the agency if
// that can be, into the fewest lines; never a short line between longer ones. given
// are the lines that the office itself has broken it into, which count if there are any.
func TitleLines(agency, heading string, given []string) []string {
	if len(given) > 0 {
		return given
	}
	room := int(TextWidth * 1000 / TitleType.Size)
	if titleWidth(agency+heading) <= room {
		return []string{agency + heading}
	}
	text := []rune(agency + heading)
	b := titleBreaks{text: text, room: room, behind: len([]rune(agency)), at: make([]int, len(text)+1)}
	for i := range text {
		b.at[i+1] = b.at[i] + titleWidth(string(text[i]))
		if i > 0 && Word.AutoSpace(text[i-1], text[i], LatinScript(text[i-1]), LatinScript(text[i]), 1000) > 0 {
			b.at[i+1] += 250
		}
	}
	least := (titleWidth(agency)+room-1)/room + (titleWidth(heading)+room-1)/room
	const most = 12 // lines; a name that takes more is no name, and breaks as it falls
	for _, b.ends = range [][]bool{wordEnds(text), nil} {
		for lines := least; lines <= least+1 && lines <= most; lines++ {
			if found := b.best(lines); found != nil {
				return found
			}
		}
	}
	var lines []string
	for len(text) > 0 {
		n := 1
		for n < len(text) && titleWidth(string(text[:n+1])) <= room {
			n++
		}
		lines, text = append(lines, string(text[:n])), text[n:]
	}
	return lines
}

// titleBreaks looks for the best way to break a title.
type titleBreaks struct {
	text   []rune
	at     []int  // width up to each character
	ends   []bool // where words end; nil: anywhere
	room   int
	behind int // the agency's characters
	steps  int
	lowest int
	chosen []int
}

// best is the title in so many lines, or nil where none will do.
func (b *titleBreaks) best(lines int) []string {
	b.lowest, b.chosen, b.steps = -1, nil, 0
	b.search(0, lines, nil)
	if b.chosen == nil {
		return nil
	}
	var out []string
	from := 0
	for _, end := range append(b.chosen, len(b.text)) {
		out = append(out, string(b.text[from:end]))
		from = end
	}
	return out
}

// search tries all breaks from a character on; a long name has too many of them, and
// the first some thousands are the even ones.
func (b *titleBreaks) search(from, lines int, breaks []int) {
	const mostSteps = 20_000
	if b.steps++; b.steps > mostSteps {
		return
	}
	rest := b.at[len(b.text)] - b.at[from]
	if rest > lines*b.room {
		return
	}
	if lines == 1 {
		if cost := b.cost(breaks); cost >= 0 && (b.lowest < 0 || cost < b.lowest) {
			b.lowest, b.chosen = cost, append([]int(nil), breaks...)
		}
		return
	}
	for end := from + 1; end < len(b.text) && b.at[end]-b.at[from] <= b.room; end++ {
		if end != b.behind && (b.ends != nil && !b.ends[end] || b.text[end-1] != ' ' && !canBreak(b.text[end-1], b.text[end])) {
			continue
		}
		b.search(end, lines-1, append(breaks, end))
	}
}

// cost is what speaks against breaks, in thousandths of an em; -1: they give a shape
// that is neither trapezoid nor diamond.
func (b *titleBreaks) cost(breaks []int) int {
	cost, from := 0, 0
	var widths []int
	for _, end := range append(breaks, len(b.text)) {
		widths = append(widths, b.at[end]-b.at[from])
		from = end
	}
	parted := b.behind == 0 || b.behind == len(b.text)
	for _, end := range breaks {
		parted = parted || end == b.behind
		if end != b.behind && (!endsName(b.text[end-1], b.text[end]) || endsName(b.text[end], 0)) {
			cost += 5000
		}
	}
	if !parted {
		cost += 8000
	}
	low, high := widths[0], widths[0]
	fell := false
	for i, w := range widths {
		low, high = min(low, w), max(high, w)
		if i > 0 && w > widths[i-1] && fell {
			return -1
		}
		fell = fell || i > 0 && w < widths[i-1]
	}
	return cost + high - low
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
