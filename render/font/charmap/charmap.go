// Package charmap reads table cmap of a face: which glyph stands for a character.
package charmap

import (
	"encoding/binary"
	"errors"
	"sync/atomic"
)

// A Map finds the glyph of a character. The embedded faces map 9,000
// characters each, of which a report uses some hundred: nothing is unpacked
// until a character is asked for, then the 256 around it are.
type Map struct {
	fill  func(page *page, first uint32) // nil: the face maps no character
	pages *[pageCount]atomic.Pointer[page]
}

// A page holds the glyphs of 256 characters in a row.
type page [256]uint16

// ErrNone is a face without a Unicode map.
var ErrNone = errors.New("the face has no Unicode map in format 4 or 12")

const pageCount = 0x110000 >> 8

// Glyph is that of a character; 0 where the face has none.
func (m *Map) Glyph(r rune) uint16 {
	at := uint32(r) >> 8
	if m.fill == nil || at >= pageCount {
		return 0
	}
	found := m.pages[at].Load()
	if found == nil {
		// Two goroutines may fill the same page; both write the same.
		found = new(page)
		m.fill(found, at<<8)
		m.pages[at].Store(found)
	}
	return found[r&0xFF]
}

// Empty reports whether the face maps no character.
func (m *Map) Empty() bool { return m.fill == nil }

// Without is the map less those characters that a glyph does not draw.
func (m Map) Without(isBlank func(r rune, glyph uint16) bool) Map {
	fill := m.fill
	m.fill = func(page *page, first uint32) {
		fill(page, first)
		for i, glyph := range page {
			if glyph != 0 && isBlank(rune(first)+rune(i), glyph) {
				page[i] = 0
			}
		}
	}
	return m
}

// Read chooses the widest Unicode map of table cmap: format 12
// (all of Unicode), else format 4 (up to U+FFFF).
func Read(table []byte, glyphCount int) (Map, error) {
	if len(table) < 4 {
		return Map{}, errors.New("table cmap is too short")
	}
	count := int(binary.BigEndian.Uint16(table[2:]))
	if len(table) < 4+8*count {
		return Map{}, errors.New("table cmap ends inside its list of maps")
	}
	var groups groupMap
	var segments segmentMap
	var err error
	for i := range count {
		record := table[4+8*i:]
		platform, encoding := binary.BigEndian.Uint16(record), binary.BigEndian.Uint16(record[2:])
		offset := int64(binary.BigEndian.Uint32(record[4:]))
		if !isUnicode(platform, encoding) {
			continue
		}
		if offset+2 > int64(len(table)) {
			return Map{}, errors.New("a map of table cmap lies outside it")
		}
		switch subtable := table[offset:]; binary.BigEndian.Uint16(subtable) {
		case 4:
			segments, err = readSegments(subtable, glyphCount)
		case 12:
			groups, err = readGroups(subtable, glyphCount)
		}
		if err != nil {
			return Map{}, err
		}
	}
	pages := new([pageCount]atomic.Pointer[page])
	switch {
	case groups.records != nil:
		return Map{groups.fill, pages}, nil
	case segments.ends != nil:
		return Map{segments.fill, pages}, nil
	}
	return Map{}, ErrNone
}

// isUnicode tells the Unicode maps from those of old encodings, of symbols and
// of variants (platform 0, encoding 5).
func isUnicode(platform, encoding uint16) bool {
	switch platform {
	case 0:
		return encoding != 5
	case 3:
		return encoding == 1 || encoding == 10
	}
	return false
}
