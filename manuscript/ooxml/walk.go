package ooxml

import "iter"

// Root goes to the document's one element and returns its name; "" after an error.
func (s *Scanner) Root() string {
	for s.next() {
		if s.kind == start {
			return s.name
		}
	}
	s.Fail(ErrSyntax)
	return ""
}

// Children walks through the elements directly in the one that has just begun.
// In the loop's body the child is the element that has just begun: its
// attributes can be asked for, and then, once, its children or its text; what
// the body leaves is skipped.
func (s *Scanner) Children() iter.Seq[string] {
	return func(yield func(string) bool) {
		depth := s.depth
		for s.next() {
			switch s.kind {
			case start:
				if !yield(s.name) {
					return
				}
				for s.depth > depth && s.next() {
				}
			case end:
				return
			}
		}
	}
}

// Text is the text directly in the element that has just begun. One of more
// than so many bytes is an error.
func (s *Scanner) Text(most int) string {
	depth := s.depth
	first := "" // nearly every text is one piece
	var more []byte
	for s.next() {
		switch s.kind {
		case start:
			for s.depth > depth && s.next() {
			}
		case end:
			return first + string(more)
		case text:
			piece := ""
			if s.literal {
				piece = unmarked(s.raw)
			} else {
				piece = s.unescape(s.raw)
			}
			switch {
			case len(first)+len(more)+len(piece) > most:
				s.Fail(ErrText)
			case first == "":
				first = piece
			default:
				more = append(more, piece...)
			}
		}
	}
	return ""
}

// rest reads on to the document's end, for what is wrong there.
func (s *Scanner) rest() {
	for s.next() {
	}
}
