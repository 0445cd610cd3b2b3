package templates

import "unicode/utf8"

// Runes is a set of characters that may hold more than was put in: what it does
// not hold is certain. Nearly every pattern fails on it, at the cost of a look.
type Runes [16]uint64

func (s *Runes) add(r rune) { s[r/64%16] |= 1 << (r % 64) }

// Has reports whether a character may be in the set.
func (s *Runes) Has(r rune) bool { return s[r/64%16]&(1<<(r%64)) != 0 }

// Meets reports whether two sets may share a character.
func (s *Runes) Meets(other *Runes) bool {
	for i := range s {
		if s[i]&other[i] != 0 {
			return true
		}
	}
	return false
}

// RunesOf are the characters of a text.
func RunesOf(text string) (s Runes) {
	for _, r := range text {
		s.add(r)
	}
	return s
}

func firstRunes(words []string) (s Runes) {
	for _, word := range words {
		r, _ := utf8.DecodeRuneInString(word)
		s.add(r)
	}
	return s
}

func lastRunes(words []string) (s Runes) {
	for _, word := range words {
		r, _ := utf8.DecodeLastRuneInString(word)
		s.add(r)
	}
	return s
}
