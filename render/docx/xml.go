package docx

import (
	"strconv"
	"unicode/utf8"
)

// A part is one XML file of the package while it is written.
type part struct {
	bytes []byte
}

const (
	declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	namespaces  = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
		` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
)

// raw appends markup, num an integer.
func (p *part) raw(pieces ...string) *part {
	for _, s := range pieces {
		p.bytes = append(p.bytes, s...)
	}
	return p
}

func (p *part) num(n int) *part {
	p.bytes = strconv.AppendInt(p.bytes, int64(n), 10)
	return p
}

// text appends escaped character data. Characters that XML 1.0 forbids (2.2)
// never get here: a report that holds one is refused when it is read; should
// one come all the same, U+FFFD shows it.
func (p *part) text(s string) *part {
	from := 0
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if with := escape(r, n); with != "" {
			p.bytes = append(append(p.bytes, s[from:i]...), with...)
			from = i + n
		}
		i += n
	}
	p.bytes = append(p.bytes, s[from:]...)
	return p
}

func escape(r rune, size int) string {
	switch {
	case r == '&':
		return "&amp;"
	case r == '<':
		return "&lt;"
	case r == '>':
		return "&gt;"
	case r == '"':
		return "&quot;"
	case r < 0x20 && r != '\t' && r != '\n', r == 0xFFFE, r == 0xFFFF, r == utf8.RuneError && size == 1:
		return "\uFFFD"
	}
	return ""
}
