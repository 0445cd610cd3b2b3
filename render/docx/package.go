package docx

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"hash/crc32"
	"io"
	"sync"

	"github.com/klauspost/compress/flate"
)

type file struct {
	name string
	data []byte
}

// pack zips the files, sealed so that Edited can tell whether an office program
// saved them again. The entries carry no clock.
func pack(files []file, printed string) ([]byte, error) {
	var out, packed bytes.Buffer
	out.Grow(32 << 10)
	archive := zip.NewWriter(&out)
	if err := archive.SetComment(seal(digest(files), printed)); err != nil {
		return nil, err
	}
	deflate := writers.Get().(*flate.Writer)
	defer writers.Put(deflate)
	for _, f := range files {
		packed.Reset()
		deflate.Reset(&packed)
		if _, err := deflate.Write(f.data); err != nil {
			return nil, err
		}
		if err := deflate.Close(); err != nil {
			return nil, err
		}
		entry, err := archive.CreateRaw(&zip.FileHeader{
			Name: f.name, Method: zip.Deflate, CRC32: crc32.ChecksumIEEE(f.data),
			//lint:ignore SA1019 CreateRaw does not look at Modified
			ModifiedDate:     1<<5 | 1, // 1980-01-01, the first day that a zip can name
			CompressedSize64: uint64(packed.Len()), UncompressedSize64: uint64(len(f.data)),
		})
		if err != nil {
			return nil, err
		}
		if _, err := entry.Write(packed.Bytes()); err != nil {
			return nil, err
		}
	}
	if err := archive.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

var writers = sync.Pool{New: func() any {
	w, err := flate.NewWriter(io.Discard, 5)
	if err != nil {
		panic(err) // 5 is a level
	}
	return w
}}

// seal is the archive's comment, made of the digest of all parts and that of what
// the document prints, if it has one. Office programs drop it when they save;
// nothing in the file then tells what it was.
func seal(digest, printed string) string {
	if printed == "" {
		return sealMark + digest
	}
	return sealMark + digest + " " + printed
}

const (
	sealMark      = "nianbao "
	sealLength    = len(sealMark) + 2*sha256.Size
	printedLength = 32
)

func digest(files []file) string {
	d := newDigest()
	for _, f := range files {
		d.add(f.name, sha256.Sum256(f.data))
	}
	return d.String()
}
