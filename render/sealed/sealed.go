// Package sealed writes zips of parts with a seal over them, so that a file that
// somebody worked on is told from one that is as the program left it.
package sealed

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"hash/crc32"
	"runtime"
	"sync"
	"sync/atomic"

	"nianbao/render/deflate"
)

// A Part is a file in the zip.
type Part struct {
	Name  string
	Data  []byte
	Dense bool // it hardly repeats, as outlines of glyphs: little effort gives nearly all
}

// Write zips the parts; printed is the digest of what the document prints, "" for none.
// The entries carry no clock: the same parts give the same bytes.
func Write(parts []Part, printed string) ([]byte, error) {
	size := 0
	packed := packAll(parts)
	for _, p := range packed {
		size += p.Len()
	}
	var out bytes.Buffer
	out.Grow(size + 256*len(parts) + 256)
	archive := zip.NewWriter(&out)
	if err := archive.SetComment(seal(digest(parts), printed)); err != nil {
		return nil, err
	}
	for i, p := range parts {
		header := &zip.FileHeader{
			Name: p.Name, Method: zip.Deflate, CRC32: crc32.ChecksumIEEE(p.Data),
			//lint:ignore SA1019 CreateRaw does not look at Modified
			ModifiedDate:     1<<5 | 1, // 1980-01-01, the first day that a zip can name
			CompressedSize64: uint64(packed[i].Len()), UncompressedSize64: uint64(len(p.Data)),
		}
		sayUTF8(header)
		entry, err := archive.CreateRaw(header)
		if err != nil {
			return nil, err
		}
		if _, err := entry.Write(packed[i].Bytes()); err != nil {
			return nil, err
		}
	}
	if err := archive.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// packAll deflates the parts on all processors, which is most of the work.
func packAll(parts []Part) []bytes.Buffer {
	packed := make([]bytes.Buffer, len(parts))
	var next atomic.Int64
	work := func() {
		for i := int(next.Add(1)) - 1; i < len(parts); i = int(next.Add(1)) - 1 {
			level, share := deflate.Usual, 4
			if parts[i].Dense { // level 3 makes 1 % more than level 5 in two thirds of the time
				level, share = deflate.Quick, 1
			}
			packed[i].Grow(len(parts[i].Data)/share + 64)
			deflate.Append(&packed[i], parts[i].Data, level)
		}
	}
	var others sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(parts)) - 1 {
		others.Go(work)
	}
	work()
	others.Wait()
	return packed
}

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

func digest(parts []Part) string {
	d := newDigest()
	for _, p := range parts {
		d.add(p.Name, sha256.Sum256(p.Data))
	}
	return d.String()
}

// sayUTF8 says of a name that is not ASCII that it is UTF-8 (APPNOTE, 4.4.4, bit 11), which
// CreateRaw leaves to its caller. Without it Windows takes the name for GBK; and Info-ZIP's
// unzip takes every name of a zip made under MS-DOS for one of its code pages, so that it is
// to have been made under Unix, with a Unix file's mode.
func sayUTF8(h *zip.FileHeader) {
	for i := range len(h.Name) {
		if h.Name[i] > 0x7e {
			h.Flags |= 0x800
			h.CreatorVersion = 3 << 8
			h.ExternalAttrs = 0o100644 << 16
			return
		}
	}
}
