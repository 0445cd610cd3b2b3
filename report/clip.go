package report

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxShown is how many characters of a key or a text a message quotes.
const maxShown = 40

// clip shortens a text to what a message can hold.
func clip(text string) string { return clipTo(text, maxShown) }

func clipTo(text string, most int) string {
	shown := make([]rune, 0, most)
	for _, r := range text {
		if len(shown) == most {
			return string(shown) + "…"
		}
		switch {
		case r == '\n':
			r = '↵'
		case !unicode.IsGraphic(r):
			r = '�'
		}
		shown = append(shown, r)
	}
	return string(shown)
}

// lastRunes are the last characters of a text, at most n.
func lastRunes(text []byte, n int) string {
	at := len(text)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRune(text[:at])
		at -= size
	}
	return string(text[at:])
}

// ahead shows the next characters of the file.
func (s *scanner) ahead() string {
	rest := s.src[s.offset:min(len(s.src), s.offset+64)]
	return clipTo(strings.ToValidUTF8(firstLine(rest), "�"), 10)
}

// firstLine is what stands before a line's end; of an empty line, its code.
func firstLine(text []byte) string {
	line, _, _ := strings.Cut(string(text), "\n")
	return strings.TrimRight(line, "\r")
}
