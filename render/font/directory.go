package font

import (
	"errors"
	"fmt"
)

// tables are the parts of a face that this package reads; nil where the face has none.
type tables struct {
	head, hhea, maxp, hmtx, loca, glyf, cmap, name, os2, post []byte
}

const (
	headSize = 54
	hheaSize = 36
	maxpSize = 32 // version 1.0, which TrueType outlines ask for
)

// readDirectory finds the tables of a face (OpenType specification, "Font File").
func readDirectory(data []byte, index int) (*tables, error) {
	start, err := faceStart(data, index)
	if err != nil {
		return nil, err
	}
	if start+12 > int64(len(data)) {
		return nil, errors.New("the file ends before its table directory")
	}
	switch tag := string(data[start : start+4]); tag {
	case "\x00\x01\x00\x00", "true":
	case "OTTO":
		return nil, ErrPostScript
	default:
		return nil, fmt.Errorf("not a TrueType file (it starts with %q)", tag)
	}
	count := int(bigEndian.Uint16(data[start+4:]))
	records := data[start+12:]
	if len(records) < 16*count {
		return nil, fmt.Errorf("the file ends inside its directory of %d tables", count)
	}
	found := new(tables)
	for i := range count {
		record := records[16*i:]
		if string(record[:4]) == "fvar" {
			return nil, ErrVariable
		}
		table := found.named(string(record[:4]))
		if table == nil {
			continue
		}
		offset, length := int64(bigEndian.Uint32(record[8:])), int64(bigEndian.Uint32(record[12:]))
		if offset+length > int64(len(data)) {
			return nil, fmt.Errorf("table %q runs past the end of the file", record[:4])
		}
		*table = data[offset : offset+length : offset+length]
	}
	return found, nil
}

// faceStart is the offset of a face in data: 0, or that of a member of a collection.
func faceStart(data []byte, index int) (int64, error) {
	if len(data) < 12 {
		return 0, errors.New("the file is too short to be a face")
	}
	if string(data[:4]) != "ttcf" {
		if index != 0 {
			return 0, fmt.Errorf("member %d asked for, but the file is one face and no collection", index)
		}
		return 0, nil
	}
	count := int64(bigEndian.Uint32(data[8:]))
	if index < 0 || int64(index) >= count {
		return 0, fmt.Errorf("member %d asked for in a collection of %d faces", index, count)
	}
	if at := 12 + 4*int64(index); at+4 <= int64(len(data)) {
		return int64(bigEndian.Uint32(data[at:])), nil
	}
	return 0, errors.New("the file ends inside its list of faces")
}

func (t *tables) named(tag string) *[]byte {
	switch tag {
	case "head":
		return &t.head
	case "hhea":
		return &t.hhea
	case "maxp":
		return &t.maxp
	case "hmtx":
		return &t.hmtx
	case "loca":
		return &t.loca
	case "glyf":
		return &t.glyf
	case "cmap":
		return &t.cmap
	case "name":
		return &t.name
	case "OS/2":
		return &t.os2
	case "post":
		return &t.post
	}
	return nil
}

// check makes sure that the tables without which nothing works are there.
func (t *tables) check() error {
	for _, need := range []struct {
		tag   string
		table []byte
		size  int
	}{
		{"head", t.head, headSize}, {"hhea", t.hhea, hheaSize}, {"maxp", t.maxp, maxpSize},
		{"hmtx", t.hmtx, 0}, {"loca", t.loca, 0}, {"glyf", t.glyf, 0},
	} {
		if need.table == nil {
			return fmt.Errorf("the face has no table %q", need.tag)
		}
		if len(need.table) < need.size {
			return fmt.Errorf("table %q has %d bytes of at least %d", need.tag, len(need.table), need.size)
		}
	}
	return t.checkLicence()
}

// checkLicence reads the bits in which a maker says what may be put into a file
// (OpenType specification, OS/2, fsType). A file that carries a face must hold a part of it.
func (t *tables) checkLicence() error {
	if len(t.os2) < 10 {
		return nil
	}
	const usage, restricted, noSubset, bitmapOnly = 0x000E, 0x0002, 0x0100, 0x0200
	switch bits := bigEndian.Uint16(t.os2[8:]); {
	case bits&usage == restricted:
		return fmt.Errorf("%w (OS/2 fsType 2)", ErrLicence)
	case bits&noSubset != 0:
		return fmt.Errorf("%w a part of it (OS/2 fsType bit 8)", ErrLicence)
	case bits&bitmapOnly != 0:
		return fmt.Errorf("%w outlines, it allows bitmaps only (OS/2 fsType bit 9)", ErrLicence)
	}
	return nil
}
