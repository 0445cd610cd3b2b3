package ooxml

import (
	"bytes"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// chunk is how much text is handed on at once.
const chunk = 32 << 10

// text reads up to the next tag, or a part of that; false: there is none here.
func (s *Scanner) text() bool {
	i := bytes.IndexByte(s.buf[s.at:], '<')
	for want := 64; i < 0 && !s.ended && len(s.buf)-s.at < chunk && s.err == nil; want *= 2 {
		s.need(want)
		i = bytes.IndexByte(s.buf[s.at:], '<')
	}
	if s.err != nil {
		return false
	}
	window := s.buf[s.at:]
	if i >= 0 {
		window = window[:i]
	} else if !s.ended {
		window = window[:safeEnd(window)]
	}
	s.at += len(window)
	s.raw, s.kind, s.literal = window, text, false
	if s.depth > 0 {
		return true
	}
	if blanks(window, 0) < len(window) {
		s.Fail(ErrSyntax)
	}
	return false
}

// safeEnd is how far a text may be cut off: in no character, entity or line end.
func safeEnd(b []byte) int {
	n := len(b)
	for k := n - 1; k >= max(0, n-utf8.UTFMax); k-- {
		if utf8.RuneStart(b[k]) {
			if !utf8.FullRune(b[k:]) {
				n = k
			}
			break
		}
	}
	if i := bytes.LastIndexByte(b[max(0, n-maxEntity):n], '&'); i >= 0 {
		if i += max(0, n-maxEntity); bytes.IndexByte(b[i:n], ';') < 0 {
			n = i
		}
	}
	if n > 0 && b[n-1] == '\r' {
		n--
	}
	if n == 0 {
		return len(b) // it is no text that could be read
	}
	return n
}

// section reads a CDATA section.
func (s *Scanner) section() bool {
	const opening, closing = "<![CDATA[", "]]>"
	s.at += len(opening)
	for {
		if i := bytes.Index(s.buf[s.at:], []byte(closing)); i >= 0 {
			s.raw, s.kind, s.literal = s.buf[s.at:s.at+i], text, true
			s.at += i + len(closing)
			if s.depth == 0 {
				s.Fail(ErrSyntax)
			}
			return s.err == nil
		}
		have := len(s.buf) - s.at
		if have > maxTag {
			s.Fail(ErrText)
			return false
		}
		if !s.need(min(max(64, 2*have), maxTag+1)) {
			if s.err == nil && bytes.Contains(s.buf[s.at:], []byte(closing)) {
				continue
			}
			s.Fail(io.ErrUnexpectedEOF)
			return false
		}
	}
}

// maxEntity is the length of the longest reference that is read: &#x0010FFFF;
const maxEntity = 16

// unescape is character data as it is meant. Line ends become \n (XML 1.0, 2.11).
func (s *Scanner) unescape(b []byte) string {
	if bytes.IndexByte(b, '&') < 0 && bytes.IndexByte(b, '\r') < 0 {
		return valid(string(b))
	}
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); {
		switch b[i] {
		case '\r':
			if i++; i == len(b) || b[i] != '\n' {
				out = append(out, '\n')
			}
			continue
		case '&':
			n := bytes.IndexByte(b[i:min(len(b), i+maxEntity)], ';')
			r, ok := rune(0), false
			if n > 0 {
				r, ok = reference(string(b[i+1 : i+n]))
			}
			if !ok {
				s.Fail(ErrSyntax)
				return ""
			}
			out = utf8.AppendRune(out, r)
			i += n + 1
			continue
		}
		out = append(out, b[i])
		i++
	}
	return valid(string(out))
}

// reference is the character that &name; stands for. Names of the document's
// own would need a document type, which is refused.
func reference(name string) (rune, bool) {
	switch name {
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "amp":
		return '&', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	digits, ok := strings.CutPrefix(name, "#")
	if !ok {
		return 0, false
	}
	base := 10
	if hex, ok := strings.CutPrefix(digits, "x"); ok {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || n == 0 || n > utf8.MaxRune {
		return 0, false
	}
	return rune(n), true
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// unmarked is a CDATA section as it is meant: no reference in it is one, line ends
// are as in any text.
func unmarked(b []byte) string { return valid(lineEnds.Replace(string(b))) }

func valid(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }
