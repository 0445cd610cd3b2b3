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

// AutoSpace is the air between a Chinese character and a Latin letter or digit
// that stands beside it. It is never typed, and none stands at a line's end.
func AutoSpace(before, after rune, size Length) Length {
	if LatinScript(before) == LatinScript(after) || !wordly(before) || !wordly(after) {
		return 0
	}
	return size / 5
}

func wordly(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
