// Package deflate compresses what goes into files (RFC 1951), for all formats with
// one stock of encoders: each has half a megabyte of tables, and the first touch of
// their pages is a tenth of the time in which one report is built.
package deflate

import (
	"bytes"
	"encoding/binary"
	"hash/adler32"
	"io"
	"sync"

	"github.com/klauspost/compress/flate"
)

// A Level is the encoder's effort. Usual gives the size of the standard library's 6
// in half the time.
type Level int

const (
	Quick Level = 3
	Usual Level = 5
	Hard  Level = 6
)

var encoders = map[Level]*sync.Pool{Quick: stock(Quick), Usual: stock(Usual), Hard: stock(Hard)}

func stock(l Level) *sync.Pool {
	return &sync.Pool{New: func() any {
		w, err := flate.NewWriter(io.Discard, int(l))
		if err != nil {
			panic(err) // there is no such level
		}
		return w
	}}
}

// Append compresses data to the end of out.
func Append(out *bytes.Buffer, data []byte, l Level) {
	w := encoders[l].Get().(*flate.Writer)
	defer encoders[l].Put(w)
	w.Reset(out)
	w.Write(data) // a bytes.Buffer returns no errors
	w.Close()
}

// Zlib compresses data with a head and a checksum around it (RFC 1950), as a PDF's
// FlateDecode wants it.
func Zlib(data []byte, l Level) []byte {
	var out bytes.Buffer
	out.Grow(len(data)*3/4 + 64)
	out.Write(heads[l])
	Append(&out, data, l)
	return binary.BigEndian.AppendUint32(out.Bytes(), adler32.Checksum(data))
}

// heads say deflate, a window of 32 KB, and how hard was tried (RFC 1950, 2.2).
var heads = map[Level][]byte{Quick: {0x78, 0x5e}, Usual: {0x78, 0x5e}, Hard: {0x78, 0x9c}}
