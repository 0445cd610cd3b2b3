package font

import (
	"errors"
	"fmt"
	"io"

	"nianbao/render/font/facename"
)

// A member is a face in a file, as far as its directory and its names tell.
type member struct {
	index     int // in a collection, from 0
	families  []string
	head, os2 span

	// What readStyle finds out.
	slanted    bool
	heavy      bool // bold, or as heavy as that
	offRegular int  // how far its weight is from 400
}

// A span is where a table lies in its file.
type span struct{ offset, length int64 }

// Bounds of what is read to learn a face's names. Real faces have at most some
// 30 tables and 60 KB of names; the largest collections have some hundred faces.
const (
	mostMembers = 256
	mostTables  = 128
	mostNames   = 256 << 10
)

// readMembers reads the names of the faces in a file of size bytes: the header,
// the directories and the name tables, and nothing else.
func readMembers(file io.ReaderAt, size int64) ([]member, error) {
	header, err := readSpan(file, size, span{0, 12})
	if err != nil {
		return nil, errors.New("the file is too short to be a face")
	}
	starts := []int64{0}
	if string(header[:4]) == "ttcf" {
		count := min(bigEndian.Uint32(header[8:]), mostMembers)
		list, err := readSpan(file, size, span{12, 4 * int64(count)})
		if err != nil {
			return nil, errors.New("the file ends inside its list of faces")
		}
		starts = starts[:0]
		for ; len(list) > 0; list = list[4:] {
			starts = append(starts, int64(bigEndian.Uint32(list)))
		}
	}
	var found []member
	for index, start := range starts {
		m := member{index: index}
		if err := m.read(file, size, start); err != nil {
			return found, err
		}
		found = append(found, m)
	}
	return found, nil
}

func (m *member) read(file io.ReaderAt, size, start int64) error {
	header, err := readSpan(file, size, span{start, 12})
	if err != nil {
		return errors.New("the file ends before its table directory")
	}
	switch tag := string(header[:4]); tag {
	case "\x00\x01\x00\x00", "true", "OTTO":
	default:
		return fmt.Errorf("not a TrueType file (it starts with %q)", tag)
	}
	count := int64(bigEndian.Uint16(header[4:]))
	if count > mostTables {
		return fmt.Errorf("a directory of %d tables", count)
	}
	directory, err := readSpan(file, size, span{start + 12, 16 * count})
	if err != nil {
		return fmt.Errorf("the file ends inside its directory of %d tables", count)
	}
	for ; len(directory) > 0; directory = directory[16:] {
		table := span{int64(bigEndian.Uint32(directory[8:])), int64(bigEndian.Uint32(directory[12:]))}
		switch string(directory[:4]) {
		case "head":
			m.head = table
		case "OS/2":
			m.os2 = table
		case "name":
			names, err := readSpan(file, size, span{table.offset, min(table.length, mostNames)})
			if err != nil {
				return errors.New("table \"name\" runs past the end of the file")
			}
			m.families = facename.Families(names)
		}
	}
	return nil
}

// readStyle reads what tells a regular face from its bold and italic sisters. A
// face that does not say counts as regular.
func (m *member) readStyle(file io.ReaderAt, size int64) {
	const boldStyle, italicStyle = 1 << 0, 1 << 1 // head, macStyle
	if head, err := readSpan(file, size, span{m.head.offset, min(m.head.length, headSize)}); err == nil && len(head) == headSize {
		bits := bigEndian.Uint16(head[44:])
		m.heavy, m.slanted = bits&boldStyle != 0, bits&italicStyle != 0
	}
	const italicSelection, boldSelection = 1 << 0, 1 << 5 // OS/2, fsSelection
	if os2, err := readSpan(file, size, span{m.os2.offset, min(m.os2.length, 64)}); err == nil && len(os2) == 64 {
		bits, weight := bigEndian.Uint16(os2[62:]), int(bigEndian.Uint16(os2[4:]))
		m.heavy = m.heavy || bits&boldSelection != 0 || weight >= 600
		m.slanted = m.slanted || bits&italicSelection != 0
		m.offRegular = max(weight-400, 400-weight)
	}
}

func readSpan(file io.ReaderAt, size int64, s span) ([]byte, error) {
	if s.length == 0 {
		return nil, nil
	}
	if s.offset+s.length > size {
		return nil, io.ErrUnexpectedEOF
	}
	data := make([]byte, s.length)
	if n, err := file.ReadAt(data, s.offset); n < len(data) {
		return nil, err
	}
	return data, nil
}
