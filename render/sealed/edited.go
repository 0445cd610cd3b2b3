package sealed

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
	"strings"

	"nianbao/render/archive"
)

// A partsDigest is made of the names and the digests of a file's parts.
type partsDigest struct{ hash.Hash }

func newDigest() partsDigest { return partsDigest{sha256.New()} }

func (d partsDigest) add(name string, content [sha256.Size]byte) {
	io.WriteString(d, name)
	d.Write([]byte{0})
	d.Write(content[:])
}

func (d partsDigest) String() string { return hex.EncodeToString(d.Sum(nil)) }

// maxSealed bounds what Edited unpacks of a file that it did not write.
const maxSealed = 64 << 20

// Edited reports whether a file is anything but what Write left: saved
// again by an office program, cut short, or somebody else's.
func Edited(data []byte) bool {
	return EditedIn(bytes.NewReader(data), int64(len(data)))
}

// EditedIn is Edited for a file that is not in memory; no part of it is held.
func EditedIn(r io.ReaderAt, size int64) bool {
	if !endsWith(r, size, sealLength) && !endsWith(r, size, sealLength+1+printedLength) {
		return true
	}
	opened, err := archive.Open(r, size)
	if err != nil {
		return true
	}
	digest := newDigest()
	room := int64(maxSealed)
	for _, entry := range opened.File {
		h := sha256.New()
		if !unpack(h, entry, &room) {
			return true
		}
		digest.add(entry.Name, [sha256.Size]byte(h.Sum(nil)))
	}
	printed := ""
	if len(opened.Comment) > sealLength {
		printed = opened.Comment[sealLength+1:]
	}
	return opened.Comment != seal(digest.String(), printed)
}

// endsWith reports whether a zip ends with a comment of a length, behind its end
// record (APPNOTE, 4.3.16).
func endsWith(r io.ReaderAt, size int64, comment int) bool {
	const endRecord = 22
	mark := make([]byte, 4)
	_, err := r.ReadAt(mark, max(0, size-endRecord-int64(comment)))
	return err == nil && string(mark) == "PK\x05\x06"
}

// Printed is the digest of what a file prints, as it was given to Write; "" where
// the file carries none, as after an office program has saved it.
func Printed(file []byte) string {
	const length = sealLength + 1 + printedLength
	if len(file) < length {
		return ""
	}
	comment := string(file[len(file)-length:])
	printed := comment[sealLength+1:]
	if !strings.HasPrefix(comment, sealMark) || strings.Trim(printed, "0123456789abcdef") != "" {
		return ""
	}
	return printed
}

// unpack writes a part's content, and takes its length off the room there is;
// false if it is damaged or does not fit.
func unpack(w io.Writer, entry *zip.File, room *int64) bool {
	r, err := entry.Open()
	if err != nil {
		return false
	}
	defer r.Close()
	n, err := io.Copy(w, io.LimitReader(r, *room+1))
	*room -= n
	return err == nil && *room >= 0
}
