package ooxml

import (
	"bytes"
	"io"
)

// endOfTag is where the tag ends that the window begins with, behind its >;
// 0: the window does not hold all of it.
func (s *Scanner) endOfTag() int {
	for want := 64; ; want = min(2*(len(s.buf)-s.at), maxTag+1) {
		whole := s.need(want)
		if n := s.parseTag(s.buf[s.at:]); n > 0 || s.err != nil {
			return n
		}
		switch {
		case !whole:
			s.Fail(io.ErrUnexpectedEOF)
			return 0
		case len(s.buf)-s.at > maxTag:
			s.Fail(ErrTag)
			return 0
		}
	}
}

// parseTag finds name and attributes of a start tag and returns its length;
// 0: it is not all there.
func (s *Scanner) parseTag(b []byte) int {
	s.attributes = s.attributes[:0]
	i := nameEnd(b, 1)
	s.raw = b[1:i]
	for {
		i = blanks(b, i)
		if i == len(b) {
			return 0
		}
		switch b[i] {
		case '>':
			s.empty = false
			return i + 1
		case '/':
			if i+1 == len(b) {
				return 0
			}
			if b[i+1] != '>' {
				s.Fail(ErrSyntax)
				return 0
			}
			s.empty = true
			return i + 2
		}
		from := i
		i = nameEnd(b, i)
		name := b[from:i]
		if i = blanks(b, i); i == len(b) {
			return 0
		}
		if len(name) == 0 || b[i] != '=' {
			s.Fail(ErrSyntax)
			return 0
		}
		if i = blanks(b, i+1); i == len(b) {
			return 0
		}
		quote := b[i]
		if quote != '"' && quote != '\'' {
			s.Fail(ErrSyntax)
			return 0
		}
		n := bytes.IndexByte(b[i+1:], quote)
		if n < 0 {
			return 0
		}
		if len(s.attributes) == maxAttributes {
			s.Fail(ErrTag)
			return 0
		}
		s.attributes = append(s.attributes, attribute{name, b[i+1 : i+1+n]})
		i += n + 2
	}
}

func nameEnd(b []byte, i int) int {
	for i < len(b) && b[i] > ' ' && b[i] != '>' && b[i] != '/' && b[i] != '=' && b[i] != '<' && b[i] != '"' && b[i] != '\'' {
		i++
	}
	return i
}

func blanks(b []byte, i int) int {
	for i < len(b) && (b[i] == ' ' || b[i] == '\t' || b[i] == '\n' || b[i] == '\r') {
		i++
	}
	return i
}

func (s *Scanner) startTag() bool {
	n := s.endOfTag()
	switch {
	case n == 0:
		return false
	case len(s.raw) == 0 || s.depth == 0 && s.name != "":
		s.Fail(ErrSyntax) // no name, or a second element at the top
		return false
	case s.depth == MaxDepth:
		s.Fail(ErrDepth)
		return false
	}
	s.at += n
	s.depth++
	s.openAt = append(s.openAt, len(s.open))
	s.open = append(s.open, s.raw...)
	if !s.bind() {
		return false
	}
	s.kind, s.name = start, s.resolve(s.raw)
	return true
}

func (s *Scanner) endTag() bool {
	for want := 32; ; want = min(2*want, maxTag+1) {
		whole := s.need(want)
		window := s.buf[s.at:]
		if i := bytes.IndexByte(window, '>'); i >= 0 {
			if s.depth == 0 || !bytes.Equal(bytes.TrimRight(window[2:i], " \t\r\n"), s.open[s.openAt[s.depth-1]:]) {
				s.Fail(ErrSyntax)
				return false
			}
			s.at += i + 1
			s.close()
			return true
		}
		switch {
		case s.err != nil:
			return false
		case !whole:
			s.Fail(io.ErrUnexpectedEOF)
			return false
		case len(window) > maxTag:
			s.Fail(ErrTag)
			return false
		}
	}
}

// close ends the innermost open element.
func (s *Scanner) close() {
	s.depth--
	s.open = s.open[:s.openAt[s.depth]]
	s.openAt = s.openAt[:s.depth]
	s.unbind()
	s.kind = end
}
