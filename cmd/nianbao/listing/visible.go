package listing

import (
	"io"
	"os"
)

// Visible writes what is for people to w, with pictures for the characters that
// would move a terminal's cursor, colour it or turn the order of a line: a file
// that somebody sent may have them in its name.
func Visible(w io.Writer) io.Writer { return &visible{to: w} }

type visible struct {
	to   io.Writer
	kept []byte // the beginning of a character that was cut
}

func (v *visible) Write(p []byte) (int, error) {
	text := append(v.kept, p...)
	v.kept = nil
	out := make([]byte, 0, len(text))
	for i := 0; i < len(text); i++ {
		rest := text[i:]
		switch b := text[i]; {
		case b < ' ' && b != '\n' && b != '\t':
			out = append(out, "\u2400"...)
			out[len(out)-1] += b // U+2400 to U+241F are pictures of the 32 characters
		case b == 0x7f:
			out = append(out, "\u2421"...)
		case mayTurn(rest) && len(rest) < lengthOf(b):
			v.kept = append([]byte{}, rest...)
			i = len(text)
		case mayTurn(rest):
			out = append(out, "\uFFFD"...)
			i += lengthOf(b) - 1
		default:
			out = append(out, b)
		}
	}
	if _, err := v.to.Write(out); err != nil {
		return 0, err
	}
	return len(p), nil
}

// mayTurn: text begins with a second set of control characters (U+0080 to U+009F),
// with one that turns the order of what follows (U+202A to U+202E, U+2066 to
// U+2069), or, where it ends too soon, may do so.
func mayTurn(text []byte) bool {
	in := func(at int, from, to byte) bool { return len(text) <= at || from <= text[at] && text[at] <= to }
	switch text[0] {
	case 0xC2:
		return in(1, 0x80, 0x9F)
	case 0xE2:
		return in(1, 0x80, 0x80) && in(2, 0xAA, 0xAE) || in(1, 0x81, 0x81) && in(2, 0xA6, 0xA9)
	}
	return false
}

func lengthOf(first byte) int {
	if first == 0xC2 {
		return 2
	}
	return 3
}

// Terminal is the terminal that is written to in the end; nil: there is none.
func Terminal(w io.Writer) *os.File {
	if v, ok := w.(*visible); ok {
		w = v.to
	}
	f, ok := w.(*os.File)
	if !ok {
		return nil
	}
	if info, err := f.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return nil
	}
	return f
}
