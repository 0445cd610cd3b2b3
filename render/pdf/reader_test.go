package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
	"strconv"
	"unicode/utf16"
)

// A file is a PDF as the tests read it, by following its cross-references.
type file struct {
	bytes   []byte
	places  map[ref]place
	trailer dictionary
	objects map[ref]any
}

// read opens a file, and reports what of its skeleton is broken.
func read(b []byte) (f *file, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("unreadable: %v", p)
		}
	}()
	f = &file{bytes: b, places: map[ref]place{}, objects: map[ref]any{}}
	tail := b[bytes.LastIndex(b, []byte("startxref"))+len("startxref"):]
	start, err := strconv.Atoi(string(bytes.TrimSpace(bytes.TrimSuffix(tail, []byte("%%EOF\n")))))
	if err != nil {
		return nil, err
	}
	l := &lexer{b, start}
	if l.value() == operator("xref") {
		f.table(l)
	} else {
		f.crossReferences(start)
	}
	for r := range f.places {
		f.objects[r] = f.load(r)
	}
	return f, nil
}

func (f *file) table(l *lexer) {
	l.value()
	n := l.value().(int)
	for i := range n {
		offset := l.value().(int)
		l.value()
		if l.value() == operator("n") {
			f.places[ref(i)] = place{kind: 1, where: offset}
		}
	}
	l.value() // trailer
	f.trailer = l.value().(dictionary)
}

func (f *file) crossReferences(start int) {
	s := f.indirect(start, -1).(stream)
	f.trailer = s.dictionary
	rows := inflate(s)
	const width = 8 // the predictor's byte, kind, four of offset, two of index
	for i := width; i < len(rows); i++ {
		if i%width != 0 {
			rows[i] += rows[i-width]
		}
	}
	for i := 0; i < len(rows); i += width {
		row := rows[i+1 : i+width]
		if row[0] != 0 {
			f.places[ref(i/width)] = place{row[0], int(binary.BigEndian.Uint32(row[1:])), int(binary.BigEndian.Uint16(row[5:]))}
		}
	}
}

// indirect reads "n 0 obj … endobj"; want is n, or -1 for any.
func (f *file) indirect(offset int, want ref) any {
	l := &lexer{f.bytes, offset}
	if n := ref(l.value().(int)); want != -1 && n != want {
		panic(fmt.Sprintf("object %d stands where %d should", n, want))
	}
	l.value()
	if l.value() != operator("obj") {
		panic(fmt.Sprintf("offset %d: no object", offset))
	}
	v := l.value()
	if d, ok := v.(dictionary); ok && bytes.HasPrefix(f.bytes[l.at:], []byte("\nstream\n")) {
		l.at += len("\nstream\n")
		n := d["Length"].(int)
		v = stream{d, f.bytes[l.at : l.at+n]}
		l.at += n
		if l.value() != operator("endstream") {
			panic(fmt.Sprintf("object %d: wrong Length", want))
		}
	}
	if l.value() != operator("endobj") {
		panic(fmt.Sprintf("object %d does not end", want))
	}
	return v
}

func (f *file) load(r ref) any {
	p := f.places[r]
	if p.kind == 1 {
		return f.indirect(p.where, r)
	}
	container := f.indirect(f.places[ref(p.where)].where, ref(p.where)).(stream)
	data := inflate(container)
	l := &lexer{data, 0}
	for range p.index {
		l.value()
		l.value()
	}
	if n := l.value(); n != int(r) {
		panic(fmt.Sprintf("object stream %d has %v for %d", p.where, n, r))
	}
	l = &lexer{data, container.dictionary["First"].(int) + l.value().(int)}
	return l.value()
}

func inflate(s stream) []byte {
	r, err := zlib.NewReader(bytes.NewReader(s.raw))
	if err != nil {
		panic(err)
	}
	b, err := io.ReadAll(r)
	if err != nil {
		panic(err)
	}
	return b
}

// get follows references and keys; nil where there is nothing.
func (f *file) get(v any, keys ...name) any {
	for {
		if r, ok := v.(ref); ok {
			v = f.objects[r]
		}
		if len(keys) == 0 {
			return v
		}
		switch d := v.(type) {
		case dictionary:
			v = d[keys[0]]
		case stream:
			v = d.dictionary[keys[0]]
		default:
			return nil
		}
		keys = keys[1:]
	}
}

func (f *file) array(v any, keys ...name) []any {
	a, _ := f.get(v, keys...).([]any)
	return a
}

func (f *file) catalogue(keys ...name) any {
	return f.get(f.trailer["Root"], keys...)
}

func (f *file) pages() []any {
	return f.array(f.catalogue("Pages", "Kids"))
}

// text reads a text string in UTF-16BE with its byte order mark.
func text(v any) string {
	s, ok := v.(literal)
	if !ok || len(s) < 2 || s[:2] != "\xFE\xFF" {
		return string(s)
	}
	return fromUTF16(s[2:])
}

func fromUTF16(s literal) string {
	units := make([]uint16, len(s)/2)
	for i := range units {
		units[i] = uint16(s[2*i])<<8 | uint16(s[2*i+1])
	}
	return string(utf16.Decode(units))
}
