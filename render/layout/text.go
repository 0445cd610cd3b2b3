package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"nianbao/render/font"
	"nianbao/render/style"
)

// A character is one rune with the glyph that draws it.
type character struct {
	rune    rune
	glyph   uint16
	face    *font.Face
	size    style.Length
	rise    style.Length // above the base line
	advance style.Length // tracking included
	space   style.Length // automatic, between it and the next character of its line
	element int
	latin   bool // it is set as Latin text is
	solid   bool // no even margin opens a gap between it and the next character
}

// A span is text in one type that belongs to one element.
type span struct {
	text    string
	kind    style.Type
	element int
	path    string
	place   string
}

// characters finds the glyph of every character. Digits, letters and ASCII
// marks take the Latin face, as in Word's runs of eastAsia text, and so do some marks
// beside them; all else, and everything in the title and in page numbers, the face of
// the span's role.
func (s *setter) characters(spans ...span) []character {
	count := 0
	for i := range spans {
		spans[i].text = composed(spans[i].text)
		count += utf8.RuneCountInString(spans[i].text)
	}
	out := make([]character, 0, count)
	runes := make([]rune, 0, count)
	for _, sp := range spans {
		runes = append(runes, []rune(sp.text)...)
	}
	latin := style.InLatinFace(runes)
	for _, sp := range spans {
		if s.left() {
			return nil
		}
		if sp.path != "" && sp.element > 0 {
			s.out.Elements[sp.element].From = sp.path
		}
		for at, r := range sp.text {
			c := character{rune: r, size: sp.kind.Size, element: sp.element, latin: latin[len(out)]}
			drawn := r
			if plain, shift, ok := style.Shifted(r); ok {
				drawn, c.size = plain, sp.kind.Size*style.ShiftedSize/1000
				if c.rise = sp.kind.Size * style.Raise / 1000; shift == style.Subscript {
					c.rise = -sp.kind.Size * style.Lower / 1000
				}
			}
			role := sp.kind.Role
			if c.latin && !sp.kind.Own {
				role = style.Latin
			}
			c.face, c.glyph = s.faces.Find(role, drawn)
			// A private character means something else, or nothing, to every other reader.
			if c.face == nil || !ideograph(r) && (unicode.Is(unicode.Co, r) || NeedsShaping(r)) {
				s.lacks(r, sp, at)
				c.face, c.glyph = s.faces.Find(role, '\u3000') // as wide as most; the page is not printed
			}
			c.advance = style.Length(c.face.Advance(c.glyph))*c.size/1000 + sp.kind.Tracking
			out = append(out, c)
		}
	}
	for i := range len(out) - 1 {
		a, b := &out[i], out[i+1]
		if a.latin == b.latin {
			a.solid = a.latin && a.rune != ' ' && b.rune != ' '
			continue
		}
		if s.habits.TrackingEnds {
			a.advance = natural(*a)
		}
		a.space = s.habits.AutoSpace(a.rune, b.rune, a.latin, b.latin, a.size)
	}
	return out
}

// composed is a text whose letters and marks over them are one character where there is
// one (ISO/IEC 10646, NFC); what has none is left, and cannot be printed.
func composed(text string) string {
	if strings.IndexFunc(text, func(r rune) bool { return !ideograph(r) && unicode.IsMark(r) }) < 0 {
		return text
	}
	var b strings.Builder
	runes := []rune(text)
	for from := 0; from < len(runes); {
		end := from + 1
		for end < len(runes) && unicode.IsMark(runes[end]) {
			end++
		}
		if end == from+1 {
			b.WriteRune(runes[from])
		} else {
			b.WriteString(norm.NFC.String(string(runes[from:end])))
		}
		from = end
	}
	return b.String()
}

// natural is a character's width without tracking.
func natural(c character) style.Length {
	return style.Length(c.face.Advance(c.glyph)) * c.size / 1000
}

func width(line []character) style.Length {
	total := style.Length(0)
	for i, c := range line {
		total += c.advance
		if i < len(line)-1 {
			total += c.space
		}
	}
	return total
}

// A line is characters that stand on one base line.
type line struct {
	characters []character
	last       bool // of its paragraph: its right margin is not even
	hung       bool // its last mark stands in the margin
}

// draw puts a line on a page from x; room is what an even line fills, 0 for a
// line set as wide as it is.
func (l line) draw(p *Page, x, top, height, room style.Length) {
	set := trimRight(l.characters)
	if len(set) == 0 {
		return
	}
	gap := style.Length(0)
	if room > 0 && !l.last {
		gap = evenGap(set, room, l.hung)
	}
	base := baseline(top, height, tallest(set))
	for from := 0; from < len(set); {
		end, spacing := textRun(set, from, gap)
		t := &Text{
			Face: set[from].face, Size: set[from].size, X: x, Y: base - set[from].rise, Spacing: spacing,
			Runes: make([]rune, 0, end-from), Glyphs: make([]uint16, 0, end-from),
		}
		follows := style.Length(0)
		for i := from; i < end; i++ {
			c := set[i]
			t.Runes = append(t.Runes, c.rune)
			t.Glyphs = append(t.Glyphs, c.glyph)
			follows = c.advance - natural(c) + c.space
			if !c.solid {
				follows += gap
			}
			x += natural(c) + follows
		}
		t.Wider = wider(spacing, 0, t.Size)
		if end < len(set) {
			t.Last = wider(follows, set[end-1].space, t.Size)
		}
		if end == len(set) && !l.last {
			for _, c := range l.characters[end:] {
				t.Unseen = append(t.Unseen, c.rune)
			}
		}
		p.Marks = append(p.Marks, Mark{Element: set[from].element, Text: t})
		from = end
	}
}

// wider is how much of what follows a character goes into its advance: the automatic
// space, and of the rest so many steps that no jump is left that is taken for a space.
// Steps keep the number of different advances small, however many lines are stretched.
func wider(follows, space, size style.Length) int {
	const step = 180 // thousandths of an em; half of it is under what readers take for a space
	rest := int((follows - space) * 1000 / size)
	return int(space*1000/size) + max(0, (rest+step/2)/step*step)
}

// tallest is the size of a line's plain characters.
func tallest(set []character) style.Length {
	size := set[0].size
	for _, c := range set {
		size = max(size, c.size)
	}
	return size
}

// textRun is how far one face, size, element and spacing reach.
func textRun(set []character, from int, gap style.Length) (end int, spacing style.Length) {
	spaced := func(c character) style.Length {
		tracking := c.advance - natural(c)
		if c.solid {
			return tracking
		}
		return tracking + gap
	}
	spacing = spaced(set[from])
	for end = from + 1; end < len(set); end++ {
		a, b := set[from], set[end]
		before := set[end-1]
		if a.face != b.face || a.size != b.size || a.element != b.element || a.rise != b.rise || before.space > 0 || spaced(before) != spacing {
			break
		}
	}
	return end, spacing
}

// evenGap is what each gap of a line takes so that its margins are even. A hung
// mark follows the last character and takes no part.
func evenGap(set []character, room style.Length, hung bool) style.Length {
	if hung {
		set = set[:len(set)-1]
	}
	gaps := style.Length(0)
	for _, c := range set[:len(set)-1] {
		if !c.solid {
			gaps++
		}
	}
	if gaps == 0 {
		return 0
	}
	last := set[len(set)-1]
	return (room - width(set) + last.advance - natural(last)) / gaps
}

// trimRight drops the spaces that hang over a line's end.
func trimRight(set []character) []character {
	for len(set) > 0 && (set[len(set)-1].rune == ' ' || set[len(set)-1].rune == '\u3000') {
		set = set[:len(set)-1]
	}
	return set
}

// baseline centres an em box in a line: Chinese glyphs reach from 0.88 em above
// the base line to 0.12 em below it.
func baseline(top, height, size style.Length) style.Length {
	return top + height/2 + size*38/100
}
