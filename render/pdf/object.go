package pdf

import (
	"encoding/hex"
	"strconv"
	"unicode/utf16"

	"nianbao/render/style"
)

// A ref is the number of an indirect object.
type ref int

// An object is a value in PDF syntax, or the dictionary and data of a stream.
type object struct {
	value  []byte // of a stream: its dictionary without << /Length >>
	data   []byte
	stream bool
}

// objects are the file's indirect objects by number. Number 0 is not used.
type objects []object

func newObjects() *objects {
	o := make(objects, 1, 512)
	return &o
}

// reserve returns a number whose object is set later, for those before it to name.
func (o *objects) reserve() ref {
	return o.add(nil)
}

func (o *objects) set(r ref, value []byte) {
	(*o)[r].value = value
}

func (o *objects) add(value []byte) ref {
	*o = append(*o, object{value: value})
	return ref(len(*o) - 1)
}

// addStream adds data as it is; entries names the filter that it went through.
func (o *objects) addStream(entries string, data []byte) ref {
	*o = append(*o, object{value: []byte(entries), data: data, stream: true})
	return ref(len(*o) - 1)
}

func (o object) appendTo(b []byte) []byte {
	if !o.stream {
		return append(b, o.value...)
	}
	b = append(append(b, "<<"...), o.value...)
	b = append(b, "/Length "...)
	b = strconv.AppendInt(b, int64(len(o.data)), 10)
	b = append(b, ">>\nstream\n"...)
	b = append(b, o.data...)
	return append(b, "\nendstream"...)
}

func appendRef(b []byte, r ref) []byte {
	return append(strconv.AppendInt(b, int64(r), 10), " 0 R"...)
}

// appendThousandths writes n/1000 without going through a float.
func appendThousandths(b []byte, n int64) []byte {
	if n < 0 {
		b = append(b, '-')
		n = -n
	}
	b = strconv.AppendInt(b, n/1000, 10)
	rest := n % 1000
	if rest == 0 {
		return b
	}
	b = append(b, '.', byte('0'+rest/100))
	if rest%100 != 0 {
		b = append(b, byte('0'+rest/10%10))
	}
	if rest%10 != 0 {
		b = append(b, byte('0'+rest%10))
	}
	return b
}

func appendLength(b []byte, l style.Length) []byte {
	return appendThousandths(b, int64(l))
}

// appendString writes a text string as UTF-16BE (ISO 32000-1, 7.9.2.2).
func appendString(b []byte, s string) []byte {
	b = append(b, "<FEFF"...)
	for _, r := range s {
		b = appendUTF16(b, r)
	}
	return append(b, '>')
}

// appendUTF16 writes a character as hexadecimal UTF-16BE, beyond U+FFFF as surrogates.
func appendUTF16(b []byte, r rune) []byte {
	if r > 0xFFFF {
		high, low := utf16.EncodeRune(r)
		return appendHex(appendHex(b, uint16(high)), uint16(low))
	}
	return appendHex(b, uint16(r))
}

func appendHex(b []byte, v uint16) []byte {
	return hex.AppendEncode(b, []byte{byte(v >> 8), byte(v)})
}
