package style

import "unicode"

// LatinScript reports whether Word, WPS and LibreOffice alike set r in the Latin
// face of a run of Chinese text: ASCII, and the letters of European languages.
func LatinScript(r rune) bool {
	return r >= 0x20 && r < 0x7F || r >= 0xC0 && r < 0x250 && r != '×' && r != '÷'
}

// Neutral reports whether r is a mark of no script of its own, which some
// programs set in the Latin face and others in the Chinese one: “ ” … — · ℃ ①.
// Ours is the Chinese one (GB/T 15834-2011: Chinese marks are full-width).
func Neutral(r rune) bool { return r >= 0x80 && r < 0x2E80 && !LatinScript(r) }

// borrows reports whether r takes the Latin face where it touches Latin letters or
// digits: 35μg/m³, ±0.5, 5×10, 90°, 12‰ as 12%. Elsewhere it is a Chinese mark.
func borrows(r rune) bool {
	switch r {
	case '±', '×', '÷', '°', 'µ', '¹', '²', '³', '‰', '‱':
		return true
	}
	return r >= 0x370 && r < 0x400
}

// InLatinFace tells which characters of a text are set in the Latin face.
func InLatinFace(text []rune) []bool {
	latin := make([]bool, len(text))
	for i, r := range text {
		_, _, shifted := Shifted(r)
		latin[i] = LatinScript(r) || shifted || borrows(r) && i > 0 && latin[i-1] && text[i-1] != ' '
	}
	for i := len(text) - 2; i >= 0; i-- {
		if !latin[i] && borrows(text[i]) && latin[i+1] && text[i+1] != ' ' {
			latin[i] = true
		}
	}
	return latin
}

// A Shift is where a character stands that is set small above or below the line.
type Shift int

const (
	Level Shift = iota
	Superscript
	Subscript
)

// Shifted knows a superscript or subscript character that Latin faces lack (they
// have ¹²³) by which plain one it is drawn, and where: CO₂, 10⁴.
func Shifted(r rune) (plain rune, shift Shift, ok bool) {
	switch {
	case r == '⁰' || r >= '⁴' && r <= '⁹':
		return '0' + r - '⁰', Superscript, true
	case r >= '₀' && r <= '₉':
		return '0' + r - '₀', Subscript, true
	}
	switch r {
	case '⁺':
		return '+', Superscript, true
	case '⁻':
		return '-', Superscript, true
	case 'ⁿ':
		return 'n', Superscript, true
	case '₊':
		return '+', Subscript, true
	case '₋':
		return '-', Subscript, true
	}
	return 0, Level, false
}

// A shifted character is set at so many thousandths of the size, and so many of
// the size's above or below the base line, as office programs do.
const (
	ShiftedSize = 650
	Raise       = 350
	Lower       = 140
)

func wordly(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
