package jsonfile

import (
	"strings"
	"unicode/utf8"

	"nianbao/problem"
)

// A scanner reads JSON as RFC 8259 has it, and says for people what is wrong.
// Faults inside a value (a bad character, 007 for 7) are noted and reading goes
// on; a fault between values ends it, for the rest could only be guessed.
type scanner struct {
	src []byte
	position
	last  position  // where the last token ended: a missing comma belongs there
	open  []bracket // not closed yet
	keys  []string  // on the way to the value that is being read
	found *findings
}

type position struct {
	offset    int
	line      int // from 1
	lineStart int // offset of the line's first byte
}

type bracket struct {
	closing byte
	line    int
}

func (s *scanner) atEnd() bool { return s.offset >= len(s.src) }

// peek is the next byte, 0 at the end.
func (s *scanner) peek() byte {
	if s.atEnd() {
		return 0
	}
	return s.src[s.offset]
}

// accept moves over the next byte if it is c.
func (s *scanner) accept(c byte) bool {
	if s.atEnd() || s.src[s.offset] != c {
		return false
	}
	s.offset++
	s.last = s.position
	return true
}

func (s *scanner) skipSpace() {
	for !s.atEnd() {
		switch s.src[s.offset] {
		case ' ', '\t':
			s.offset++
		case '\n', '\r':
			s.newLine()
		default:
			return
		}
	}
}

// newLine moves over \n, \r\n or \r.
func (s *scanner) newLine() {
	if s.src[s.offset] == '\r' && s.offset+1 < len(s.src) && s.src[s.offset+1] == '\n' {
		s.offset++
	}
	s.offset++
	s.line++
	s.lineStart = s.offset
}

// run moves over all bytes that belong and returns them.
func (s *scanner) run(belongs func(byte) bool) string {
	start := s.offset
	for !s.atEnd() && belongs(s.src[s.offset]) {
		s.offset++
	}
	s.last = s.position
	return string(s.src[start:s.offset])
}

// path is the way to the value that is being read.
func (s *scanner) path() string {
	keys := make([]string, len(s.keys))
	for i, key := range s.keys {
		keys[i] = problem.Clip(key)
	}
	return strings.Join(keys, ".")
}

// ahead shows the next characters of the file, up to the line's end.
func (s *scanner) ahead() string {
	rest := s.src[s.offset:min(len(s.src), s.offset+64)]
	line, _, _ := strings.Cut(string(rest), "\n")
	return problem.ClipTo(strings.ToValidUTF8(strings.TrimRight(line, "\r"), "�"), 10)
}

// nextRune is the next character, RuneError at the end.
func (s *scanner) nextRune() rune {
	r, _ := utf8.DecodeRune(s.src[min(s.offset, len(s.src)):])
	return r
}
