package ooxml

import (
	"bytes"
	"io"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// decode finds out how the document is written (XML 1.0, appendix F).
func (s *Scanner) decode() {
	s.need(4)
	head := s.buf[s.at:]
	order := unicode.Endianness(unicode.BigEndian)
	switch {
	case bytes.HasPrefix(head, []byte("\xEF\xBB\xBF")):
		s.at += 3
		return
	case bytes.HasPrefix(head, []byte("\xFF\xFE")), bytes.HasPrefix(head, []byte("<\x00")):
		order = unicode.LittleEndian
	case bytes.HasPrefix(head, []byte("\xFE\xFF")), bytes.HasPrefix(head, []byte("\x00<")):
	default:
		return
	}
	raw := io.MultiReader(bytes.NewReader(bytes.Clone(head)), s.src)
	s.src = transform.NewReader(raw, unicode.UTF16(order, unicode.UseBOM).NewDecoder())
	s.buf, s.at, s.ended = s.buf[:0], 0, false
	s.wide = true
}

// instruction skips <?…?>, of which only the declaration at the top says
// something: how the document is written.
func (s *Scanner) instruction() {
	s.need(200)
	window := s.buf[s.at:]
	if i := bytes.Index(window, []byte("?>")); i > 0 && bytes.HasPrefix(window, []byte("<?xml ")) {
		_, value, _ := strings.Cut(string(window[:i]), "encoding")
		name := ""
		if fields := strings.FieldsFunc(value, func(r rune) bool { return strings.ContainsRune(`="' `, r) }); len(fields) > 0 {
			name = fields[0]
		}
		switch strings.ToLower(name) {
		case "", "utf-8", "utf8", "us-ascii", "ascii":
		case "utf-16", "utf-16le", "utf-16be":
			if !s.wide {
				s.Fail(ErrEncoding)
				return
			}
		default:
			s.Fail(ErrEncoding)
			return
		}
	}
	s.skipPast("<?", "?>")
}
