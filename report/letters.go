package report

import "golang.org/x/text/unicode/norm"

// UsualLetter is the letter that a radical or a compatibility ideograph stands
// for, which PDFs and text recognition give: 文 for U+2F42, 力 for U+F98A. False
// for every other character.
func UsualLetter(r rune) (rune, bool) {
	switch {
	case 0x2e80 <= r && r <= 0x2fdf: // radicals
	case 0xf900 <= r && r <= 0xfaff, 0x2f800 <= r && r <= 0x2fa1f: // compatibility ideographs
	default:
		return r, false
	}
	plain := []rune(norm.NFKC.String(string(r)))
	if len(plain) != 1 || plain[0] == r {
		return r, false
	}
	return plain[0], true
}
