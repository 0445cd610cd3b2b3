package ofd

import (
	"strconv"
	"unicode/utf8"

	"nianbao/render/style"
)

// namespace is GB/T 33190-2016's (7.1), with the prefix that some readers insist on.
const namespace = "http://www.ofdspec.org/2016"

// An xml is a part while it is written.
type xml struct{ bytes []byte }

func start(root, attributes string) *xml {
	x := &xml{bytes: make([]byte, 0, 16<<10)} // most pages
	return x.raw(`<?xml version="1.0" encoding="UTF-8"?>`, "\n", `<ofd:`, root, ` xmlns:ofd="`, namespace, `"`, attributes, `>`)
}

func (x *xml) raw(pieces ...string) *xml {
	for _, p := range pieces {
		x.bytes = append(x.bytes, p...)
	}
	return x
}

// text writes characters that check has passed, whatever they mean in markup.
func (x *xml) text(s string) *xml {
	for _, r := range s {
		x.rune(r)
	}
	return x
}

func (x *xml) rune(r rune) {
	switch r {
	case '<':
		x.raw("&lt;")
	case '>':
		x.raw("&gt;")
	case '&':
		x.raw("&amp;")
	case '"':
		x.raw("&quot;")
	default:
		x.bytes = utf8.AppendRune(x.bytes, r)
	}
}

func (x *xml) element(name, text string) *xml {
	return x.raw("<ofd:", name, ">").text(text).raw("</ofd:", name, ">")
}

func (x *xml) int(n int) *xml {
	x.bytes = strconv.AppendInt(x.bytes, int64(n), 10)
	return x
}

// A tenth is the step in which places are written, a tenth of a thousandth of
// a millimetre. A pixel at 600 dpi is 423 of them.
type tenth int

// tenths turns millionths of a point into tenths of a micron, rounded half up:
// 1 pt is 25.4 / 72 mm.
func tenths(millionths int) tenth {
	n := millionths*127 + 18000
	if n < 0 {
		n -= 35999 // Go rounds towards zero
	}
	return tenth(n / 36000)
}

func of(l style.Length) tenth { return tenths(int(l) * 1000) }

// mm writes a measure in millimetres.
func (x *xml) mm(t tenth) *xml { return x.decimal(int(t), 4) }

func (x *xml) length(l style.Length) *xml { return x.mm(of(l)) }

// decimal writes n as so many digits behind the point, zeros at the end left out.
func (x *xml) decimal(n, digits int) *xml {
	if n < 0 {
		x.bytes = append(x.bytes, '-')
		n = -n
	}
	unit := 1
	for range digits {
		unit *= 10
	}
	x.bytes = strconv.AppendInt(x.bytes, int64(n/unit), 10)
	if n %= unit; n > 0 {
		x.bytes = append(x.bytes, '.')
		for n > 0 {
			unit /= 10
			x.bytes = append(x.bytes, byte('0'+n/unit))
			n %= unit
		}
	}
	return x
}
