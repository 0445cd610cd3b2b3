package jsonfile

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"nianbao/report"
)

// escape reads what a backslash begins.
func (s *scanner) escape(t *textReader) bool {
	s.offset++
	c := s.peek()
	if i := strings.IndexByte(`"\/bfnrt`, c); i >= 0 && c != 0 {
		s.offset++
		t.add(rune("\"\\/\b\f\n\r\t"[i]), s.line)
		return true
	}
	if c != 'u' {
		return s.fail(expectEscape)
	}
	r, ok := s.hex(s.offset)
	if !ok {
		return s.fail(expectEscape)
	}
	s.offset += 5
	if !utf16.IsSurrogate(r) {
		t.add(r, s.line)
		return true
	}
	if s.peek() == '\\' {
		if low, ok := s.hex(s.offset + 1); ok {
			if pair := utf16.DecodeRune(r, low); pair != utf8.RuneError {
				s.offset += 6
				t.add(pair, s.line)
				return true
			}
		}
	}
	t.flaw(&t.encoding, s.line, `有半个字符 \u`+strconv.FormatInt(int64(r), 16), report.FixDamaged)
	return true
}

// hex reads uXXXX.
func (s *scanner) hex(at int) (rune, bool) {
	if at+5 > len(s.src) || s.src[at] != 'u' {
		return 0, false
	}
	digits := string(s.src[at+1 : at+5])
	if strings.Trim(digits, "0123456789abcdefABCDEF") != "" {
		return 0, false
	}
	n, err := strconv.ParseUint(digits, 16, 32)
	return rune(n), err == nil
}
