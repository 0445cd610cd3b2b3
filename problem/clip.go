package problem

import "unicode"

// MaxShown is how many characters of a key or a text a message quotes.
const MaxShown = 40

// Clip shortens a text to what a message can hold, on one line.
func Clip(text string) string { return ClipTo(text, MaxShown) }

// ClipTo is Clip with another length, in characters.
func ClipTo(text string, most int) string {
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
