package docx

import "nianbao/render/style"

// A manner is how a stretch of text departs from the paragraph's type.
type manner int

const (
	plain       manner = iota
	borrowed           // marks that an office program would draw in the Latin face; ours are Chinese
	latin              // marks that are Latin here, and that the hint would make Chinese
	superscript        // plain characters, raised
	subscript
	rare // characters that the paragraph's face lacks
)

// run writes text in the paragraph's type, or in that of a character style
// whose Chinese face is the role's.
//
// The hint makes Word draw “ ” … — in the Chinese face, where it would take the
// Latin one. LibreOffice does not heed it: there such a mark goes with the
// script of the text before it. A mark that follows Latin text is therefore a
// run of its own that names the Chinese face for every script; one that belongs to
// Latin text (35μg/m³) is one that names the Latin face for every script.
func run(p *part, character string, role style.Role, text string) {
	runes := []rune(text)
	manners := mannersOf(runes, role)
	for from := 0; from < len(runes); {
		end := from + 1
		for end < len(runes) && manners[end] == manners[from] {
			end++
		}
		p.raw(`<w:r><w:rPr>`)
		if character != "" {
			p.raw(`<w:rStyle w:val="`, character, `"/>`)
		}
		piece := string(runes[from:end])
		switch m := manners[from]; m {
		case borrowed:
			p.raw(`<w:rFonts w:ascii="`, faceOf[role], `" w:hAnsi="`, faceOf[role], `" w:hint="eastAsia"/>`)
		case latin:
			p.raw(`<w:rFonts w:eastAsia="`, latinFace, `"/>`)
		case rare:
			p.raw(`<w:rFonts w:eastAsia="`, rareFaceOf[role], `" w:hint="eastAsia"/>`)
		case superscript, subscript:
			p.raw(`<w:rFonts w:hint="eastAsia"/><w:vertAlign w:val="`, m.alignment(), `"/>`)
			piece = unshifted(runes[from:end])
		default:
			p.raw(`<w:rFonts w:hint="eastAsia"/>`)
		}
		p.raw(`</w:rPr><w:t xml:space="preserve">`).text(piece).raw(`</w:t></w:r>`)
		from = end
	}
}

func (m manner) alignment() string {
	if m == superscript {
		return "superscript"
	}
	return "subscript"
}

func unshifted(runes []rune) string {
	plain := make([]rune, len(runes))
	for i, r := range runes {
		plain[i], _, _ = style.Shifted(r)
	}
	return string(plain)
}

// mannersOf finds the manner of every character. Marks before any letter go with
// what follows them, all others with the script of the text before.
func mannersOf(runes []rune, role style.Role) []manner {
	manners := make([]manner, len(runes))
	inLatin := style.InLatinFace(runes)
	afterLatin := startsLatin(runes)
	for i, r := range runes {
		_, shift, shifted := style.Shifted(r)
		switch {
		case shifted && shift == style.Superscript:
			manners[i] = superscript
		case shifted:
			manners[i] = subscript
		case inLatin[i] && style.Neutral(r):
			manners[i] = latin
		case style.Neutral(r) && afterLatin:
			manners[i] = borrowed
		case rareFaceOf[role] != "" && style.Rare(r):
			manners[i] = rare
		}
		if inLatin[i] {
			afterLatin = true
		} else if !style.Neutral(r) {
			afterLatin = false
		}
	}
	return manners
}

func startsLatin(runes []rune) bool {
	for _, r := range runes {
		if !style.Neutral(r) {
			return style.LatinScript(r)
		}
	}
	return false
}
