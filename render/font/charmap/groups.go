package charmap

import (
	"encoding/binary"
	"errors"
	"sort"
)

// A groupMap is a character map in format 12: records of first character, last
// character and first glyph, in order of the characters.
type groupMap struct {
	records    []byte
	glyphCount int
}

const groupSize = 12

func readGroups(subtable []byte, glyphCount int) (groupMap, error) {
	if len(subtable) < 16 {
		return groupMap{}, errors.New("a map of table cmap in format 12 is too short")
	}
	size := groupSize * int64(binary.BigEndian.Uint32(subtable[12:]))
	if int64(len(subtable)-16) < size {
		return groupMap{}, errors.New("a map of table cmap in format 12 runs past the table's end")
	}
	return groupMap{subtable[16 : 16+size], glyphCount}, nil
}

// fill writes the glyphs of the 256 characters from first on.
func (m groupMap) fill(page *page, first uint32) {
	last := first + 255
	count := len(m.records) / groupSize
	start := sort.Search(count, func(i int) bool {
		return binary.BigEndian.Uint32(m.records[groupSize*i+4:]) >= first
	})
	for i := start; i < count; i++ {
		record := m.records[groupSize*i:]
		from, to := binary.BigEndian.Uint32(record), binary.BigEndian.Uint32(record[4:])
		if from > last {
			return
		}
		glyph := int64(binary.BigEndian.Uint32(record[8:])) - int64(from)
		for c := max(from, first); c <= min(to, last); c++ {
			if id := glyph + int64(c); id < int64(m.glyphCount) {
				page[c-first] = uint16(id)
			}
		}
	}
}
