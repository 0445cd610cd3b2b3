package jsonfile

import (
	"bytes"
	"strconv"
	"unicode/utf8"

	"nianbao/report"
)

// text reads a text from its opening to its closing quote; ok is false if it
// has none. A flawed text has been reported and is returned without its bad
// characters.
func (s *scanner) text() (text string, flawed, ok bool) {
	start := s.position
	s.offset++
	if end := s.offset + plainLength(s.src[s.offset:]); end < len(s.src) && s.src[end] == '"' {
		text = string(s.src[s.offset:end])
		s.offset = end + 1
		s.last = s.position
		return text, false, true
	}
	var t textReader
	for {
		if s.atEnd() {
			if s.line > start.line {
				return t.string(), true, s.unclosed(start)
			}
			return t.string(), true, s.fail(expectQuote)
		}
		switch c := s.src[s.offset]; {
		case c == '"':
			s.offset++
			if s.line > start.line && !s.textEnds() {
				return t.string(), true, s.unclosed(start)
			}
			s.last = s.position
			return t.string(), s.report(&t), true
		case c == '\\':
			if !s.escape(&t) {
				return t.string(), true, false
			}
		case c == '\n' || c == '\r':
			t.flaw(&t.control, s.line, "文字里直接换了行", `换行写成 \n`)
			s.newLine()
			t.out = append(t.out, '\n')
		case c < utf8.RuneSelf:
			s.offset++
			t.add(rune(c), s.line)
		default:
			r, size := utf8.DecodeRune(s.src[s.offset:])
			if r == utf8.RuneError && size == 1 {
				if !utf8.FullRune(s.src[s.offset:]) { // the file was cut within a character
					s.offset = len(s.src)
					continue
				}
				t.flaw(&t.encoding, s.line, "有一个字节不是 UTF-8 文字："+strconv.Itoa(int(s.src[s.offset])), report.FixDamaged)
			} else {
				t.add(r, s.line)
			}
			s.offset += size
		}
	}
}

// plainLength counts the bytes up to the first that needs a closer look.
func plainLength(src []byte) int {
	return max(0, bytes.IndexFunc(src, func(r rune) bool {
		return r == '"' || r == '\\' || r < ' ' || !report.Safe(r)
	}))
}

// textEnds reports whether what follows a quote can follow a text. After a
// raw line break it tells a text of several lines from a quote left out.
func (s *scanner) textEnds() bool {
	rest := bytes.TrimLeft(s.src[s.offset:], " \t\r\n")
	return len(rest) == 0 || bytes.IndexByte([]byte(",:}]"), rest[0]) >= 0
}
