// Package ooxml opens the files of today's office programs (ISO/IEC 29500): a
// zip of parts, and in them XML. Both are read as they come, in bounded memory:
// nothing is unpacked to the disk, no document is ever held as a whole. It reads
// what office programs write; of XML's other means it refuses those that do harm
// (document types, and with them entities).
package ooxml

import (
	"bytes"
	"errors"
	"io"
)

// What a Scanner bears. Office programs nest some 60 elements for a table in a
// text box; VML keeps pictures in attributes, which makes tags of megabytes.
const (
	MaxDepth      = 500
	maxTag        = 4 << 20
	maxAttributes = 256
	maxNamespaces = 512 // in force at a time
)

// What is wrong with a document.
var (
	ErrSyntax   = errors.New("ooxml: not well-formed")
	ErrDoctype  = errors.New("ooxml: a document type declaration")
	ErrDepth    = errors.New("ooxml: nested too deep")
	ErrTag      = errors.New("ooxml: a tag too large")
	ErrText     = errors.New("ooxml: a text too long")
	ErrEncoding = errors.New("ooxml: neither UTF-8 nor UTF-16")
)

type kind byte

const (
	start kind = iota
	end
	text
)

// A Scanner walks through a document. Its first error stays and ends all loops.
type Scanner struct {
	src   io.Reader
	buf   []byte // the window on the document
	at    int    // of the next token in the window
	ended bool   // the window reaches to the document's end
	wide  bool   // the document is UTF-16
	err   error

	kind       kind
	depth      int // of open elements, the one that has just begun among them
	name       string
	attributes []attribute
	raw        []byte // the text
	literal    bool   // the text is a CDATA section
	empty      bool   // the element that has just begun has ended as well

	open       []byte // the names of the open elements one after the other
	openAt     []int  // where each begins
	spaces     map[string]string
	names      map[string]string
	key        []byte
	bindings   []binding
	lastPrefix string
	lastShort  string
	lastKnown  bool
}

// An attribute's parts are as they stand in the window.
type attribute struct{ name, value []byte }

// New reads from r. Spaces gives the namespaces short names of the caller's:
// elements and attributes are then told by short name, colon and local name,
// whatever prefixes the document has. Names of other namespaces begin with "?:".
func New(r io.Reader, spaces map[string]string) *Scanner {
	s := &Scanner{src: r, buf: make([]byte, 0, 32<<10), spaces: spaces, names: map[string]string{}}
	s.decode()
	return s
}

// Err is the error that ended the reading; nil at the document's end.
func (s *Scanner) Err() error { return s.err }

// Fail ends the reading with an error of the caller's.
func (s *Scanner) Fail(err error) {
	if s.err == nil {
		s.err = err
	}
}

// need has so many bytes in the window, or as many as there are.
func (s *Scanner) need(n int) bool {
	for len(s.buf)-s.at < n && !s.ended && s.err == nil {
		if s.at > 0 {
			s.buf = s.buf[:copy(s.buf[:cap(s.buf)], s.buf[s.at:])]
			s.at = 0
		}
		if len(s.buf) == cap(s.buf) {
			s.buf = append(s.buf, 0)[:len(s.buf)]
		}
		n, err := s.src.Read(s.buf[len(s.buf):cap(s.buf)])
		s.buf = s.buf[:len(s.buf)+n]
		switch {
		case err == io.EOF:
			s.ended = true
		case err != nil:
			s.err = err
		}
	}
	return len(s.buf)-s.at >= n
}

// next goes on to the next token; false at the end and after an error.
func (s *Scanner) next() bool {
	if s.empty {
		s.empty = false
		s.close()
		return s.err == nil
	}
	for s.err == nil {
		if !s.need(1) {
			if s.err == nil && s.depth > 0 {
				s.err = io.ErrUnexpectedEOF
			}
			return false
		}
		if s.buf[s.at] != '<' {
			if s.text() {
				return true
			}
			continue
		}
		s.need(len("<![CDATA["))
		switch window := s.buf[s.at:]; {
		case bytes.HasPrefix(window, []byte("<!--")):
			s.skipPast("<!--", "-->")
		case bytes.HasPrefix(window, []byte("<?")):
			s.instruction()
		case bytes.HasPrefix(window, []byte("<![CDATA[")):
			if s.section() {
				return true
			}
		case bytes.HasPrefix(window, []byte("<!")):
			s.err = ErrDoctype
		case bytes.HasPrefix(window, []byte("</")):
			return s.endTag()
		default:
			return s.startTag()
		}
	}
	return false
}

// skipPast leaves out what stands between two marks.
func (s *Scanner) skipPast(first, last string) {
	s.at += len(first)
	for {
		if i := bytes.Index(s.buf[s.at:], []byte(last)); i >= 0 {
			s.at += i + len(last)
			return
		}
		s.at = max(s.at, len(s.buf)-len(last)+1)
		if !s.need(len(last)) {
			s.Fail(io.ErrUnexpectedEOF)
			return
		}
	}
}
