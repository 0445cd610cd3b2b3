package charmap

import (
	"encoding/binary"
	"errors"
	"sort"
)

// A segmentMap is a character map in format 4: four arrays of one 16-bit number
// a segment, and behind them, for segments that are no plain shift, the glyphs.
type segmentMap struct {
	ends, starts, deltas []byte
	offsets              []byte // runs on through the glyphs: an offset counts from its own place
	glyphCount           int
}

func readSegments(subtable []byte, glyphCount int) (segmentMap, error) {
	if len(subtable) < 16 {
		return segmentMap{}, errors.New("a map of table cmap in format 4 is too short")
	}
	// The length field is left unread: it has 16 bits and overflows in large maps.
	size := int(binary.BigEndian.Uint16(subtable[6:])) &^ 1
	if len(subtable) < 16+4*size {
		return segmentMap{}, errors.New("a map of table cmap in format 4 runs past the table's end")
	}
	return segmentMap{
		ends:       subtable[14 : 14+size],
		starts:     subtable[16+size : 16+2*size],
		deltas:     subtable[16+2*size : 16+3*size],
		offsets:    subtable[16+3*size:],
		glyphCount: glyphCount,
	}, nil
}

// fill writes the glyphs of the 256 characters from first on.
func (m segmentMap) fill(page *page, first uint32) {
	last := first + 255
	count := len(m.ends) / 2
	start := sort.Search(count, func(i int) bool {
		return uint32(binary.BigEndian.Uint16(m.ends[2*i:])) >= first
	})
	for i := start; i < count; i++ {
		from, to := uint32(binary.BigEndian.Uint16(m.starts[2*i:])), uint32(binary.BigEndian.Uint16(m.ends[2*i:]))
		if from > last {
			return
		}
		for c := max(from, first); c <= min(to, last); c++ {
			if id := m.glyph(i, c-from, c); int(id) < m.glyphCount {
				page[c-first] = id
			}
		}
	}
}

// glyph is the glyph of character c, which is the nth of a segment.
func (m segmentMap) glyph(segment int, nth, c uint32) uint16 {
	delta, offset := binary.BigEndian.Uint16(m.deltas[2*segment:]), int(binary.BigEndian.Uint16(m.offsets[2*segment:]))
	if offset == 0 {
		return uint16(c) + delta
	}
	at := 2*segment + offset + 2*int(nth)
	if at+2 > len(m.offsets) {
		return 0
	}
	if id := binary.BigEndian.Uint16(m.offsets[at:]); id != 0 {
		return id + delta
	}
	return 0
}
