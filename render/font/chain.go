package font

import "nianbao/render/style"

// A Chain is a face and those that stand in for it, in order.
type Chain []*Face

// Find is the first face that has a character, and its glyph there; nil and 0 if none has.
func (c Chain) Find(r rune) (*Face, uint16) {
	for _, face := range c {
		if glyph := face.Glyph(r); glyph != 0 {
			return face, glyph
		}
	}
	return nil, 0
}

// A Set is the faces to print with, by style.Role.
type Set struct {
	Chains [6]Chain
}

// Find is the face and glyph for a character in a role; nil and 0 if no face has it.
func (s *Set) Find(role style.Role, r rune) (*Face, uint16) {
	return s.Chains[role].Find(r)
}
