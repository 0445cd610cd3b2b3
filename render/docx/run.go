package docx

import (
	"unicode/utf8"

	"nianbao/render/style"
)

// run writes text in the paragraph's type, or in that of a character style
// whose Chinese face is the role's.
//
// The hint makes Word draw “ ” … — in the Chinese face, where it would take the
// Latin one. LibreOffice does not heed it: there such a mark goes with the
// script of the text before it. A mark that follows Latin text is therefore a
// run of its own that names the Chinese face for every script.
func run(p *part, character string, role style.Role, text string) {
	for text != "" {
		end, borrowed := stretch(text, p.afterLatin)
		p.raw(`<w:r><w:rPr>`)
		if character != "" {
			p.raw(`<w:rStyle w:val="`, character, `"/>`)
		}
		p.raw(`<w:rFonts`)
		if borrowed {
			p.raw(` w:ascii="`, faceOf[role], `" w:hAnsi="`, faceOf[role], `"`)
		}
		p.raw(` w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">`).text(text[:end]).raw(`</w:t></w:r>`)
		p.afterLatin = scriptAfter(text[:end], p.afterLatin)
		text = text[end:]
	}
	p.afterLatin = false
}

// stretch is how far text goes without a change between marks that would be
// drawn in the Latin face and all else, and which of the two it is.
func stretch(text string, afterLatin bool) (end int, borrowed bool) {
	latin := afterLatin
	if !latin {
		latin = startsLatin(text)
	}
	for i, r := range text {
		switch {
		case style.LatinScript(r):
			latin = true
		case !style.Neutral(r):
			latin = false
		}
		marks := latin && style.Neutral(r)
		if i == 0 {
			borrowed = marks
		} else if marks != borrowed {
			return i, borrowed
		}
	}
	return len(text), borrowed
}

// startsLatin: marks before any letter go with what follows them.
func startsLatin(text string) bool {
	for _, r := range text {
		if !style.Neutral(r) {
			return style.LatinScript(r)
		}
	}
	return false
}

func scriptAfter(text string, before bool) bool {
	for text != "" {
		r, size := utf8.DecodeLastRuneInString(text)
		if !style.Neutral(r) {
			return style.LatinScript(r)
		}
		text = text[:len(text)-size]
	}
	return before
}
