package word

import (
	"encoding/binary"
	"io"
	"unicode/utf16"

	"nianbao/manuscript"
	"nianbao/manuscript/ooxml"
)

// compound says what a compound file is, by the names in its directory.
func compound(r io.ReaderAt, head []byte) error {
	names := streams(r, head)
	switch {
	case names["EncryptedPackage"]:
		return ooxml.ErrLocked
	case names["Workbook"] || names["Book"]:
		return &manuscript.Refused{Kind: manuscript.ByName(".xls")}
	case names["PowerPoint Document"]:
		return &manuscript.Refused{Kind: manuscript.ByName(".ppt")}
	}
	return &manuscript.Refused{Kind: manuscript.OldOffice}
}

// streams lists the names in the directory, whose sectors are chained by a
// table of which the header says where it stands.
func streams(r io.ReaderAt, head []byte) map[string]bool {
	names := map[string]bool{}
	if len(head) < 512 {
		return names
	}
	shift := binary.LittleEndian.Uint16(head[30:])
	if shift != 9 && shift != 12 {
		return names
	}
	size := int64(1) << shift
	sector := binary.LittleEndian.Uint32(head[48:])
	entries := make([]byte, size)
	// A Word file has some ten entries; there is no need to see more.
	for range 64 {
		if sector >= 0xFFFFFFFA { // the end of the chain, or none
			break
		}
		if _, err := r.ReadAt(entries, (int64(sector)+1)*size); err != nil {
			break
		}
		for entry := entries; len(entry) >= 128; entry = entry[128:] {
			names[entryName(entry)] = true
		}
		slot := int64(sector) / (size / 4)
		if slot >= 109 { // the header names so many sectors of the table
			break
		}
		table := int64(binary.LittleEndian.Uint32(head[76+4*slot:]))
		var next [4]byte
		if _, err := r.ReadAt(next[:], (table+1)*size+int64(sector)%(size/4)*4); err != nil {
			break
		}
		sector = binary.LittleEndian.Uint32(next[:])
	}
	return names
}

func entryName(entry []byte) string {
	length := int(binary.LittleEndian.Uint16(entry[64:])) // in bytes, with the closing NUL
	var units []uint16
	for i := 0; i+2 < length && i < 64; i += 2 {
		units = append(units, binary.LittleEndian.Uint16(entry[i:]))
	}
	return string(utf16.Decode(units))
}
