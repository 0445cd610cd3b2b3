package main

import (
	"bytes"
	"encoding/binary"
	"maps"
	"math/bits"
	"slices"
)

var bigEndian = binary.BigEndian

// A table is a named part of a TrueType file.
type table struct {
	tag  string
	data []byte
}

// cut makes a small TrueType file of the characters that are shown. A library
// that reads whole faces anew for every report is several times faster with it.
// The project's own cutter leaves out what a PDF does not need; the tables that
// the libraries ask for (cmap, name, post, OS/2) are added here.
func (u usedFace) cut() ([]byte, error) {
	runes := slices.Sorted(maps.Keys(u.glyphs))
	glyphs, number := []uint16{0}, map[uint16]uint16{}
	for _, r := range runes {
		if glyph := u.glyphs[r]; number[glyph] == 0 {
			number[glyph] = uint16(len(glyphs))
			glyphs = append(glyphs, glyph)
		}
	}
	program, _, err := u.face.Subset(glyphs)
	if err != nil {
		return nil, err
	}
	tables := append(tablesOf(program),
		table{"OS/2", make([]byte, 96)},
		table{"cmap", characterMap(runes, func(r rune) uint16 { return number[u.glyphs[r]] })},
		table{"name", nameTable(u.face.Name())},
		table{"post", append([]byte{0, 3, 0, 0}, make([]byte, 28)...)},
	)
	slices.SortFunc(tables, func(a, b table) int { return bytes.Compare([]byte(a.tag), []byte(b.tag)) })
	return assemble(tables), nil
}

func tablesOf(program []byte) []table {
	var tables []table
	for i := range int(bigEndian.Uint16(program[4:])) {
		entry := program[12+16*i:]
		from, size := bigEndian.Uint32(entry[8:]), bigEndian.Uint32(entry[12:])
		tables = append(tables, table{string(entry[:4]), program[from : from+size]})
	}
	return tables
}

// characterMap has the characters below U+10000 in format 4 and all of them in
// format 12, which is what the libraries read.
func characterMap(runes []rune, glyph func(rune) uint16) []byte {
	var ends, starts, deltas, groups []byte
	segments := 1
	for _, r := range runes {
		groups = bigEndian.AppendUint32(groups, uint32(r))
		groups = bigEndian.AppendUint32(groups, uint32(r))
		groups = bigEndian.AppendUint32(groups, uint32(glyph(r)))
		if r < 0xFFFF {
			ends = bigEndian.AppendUint16(ends, uint16(r))
			starts = bigEndian.AppendUint16(starts, uint16(r))
			deltas = bigEndian.AppendUint16(deltas, glyph(r)-uint16(r))
			segments++
		}
	}
	ends, starts = append(ends, 0xFF, 0xFF), append(starts, 0xFF, 0xFF)
	deltas = append(deltas, 0, 1)
	log := bits.Len(uint(segments)) - 1
	short := words(4, 16+8*segments, 0, 2*segments, 2<<log, log, 2*segments-2<<log)
	short = slices.Concat(short, ends, words(0), starts, deltas, make([]byte, 2*segments))

	long := words(12, 0)
	long = bigEndian.AppendUint32(long, uint32(16+len(groups)))
	long = bigEndian.AppendUint32(long, 0)
	long = bigEndian.AppendUint32(long, uint32(len(groups)/12))
	long = append(long, groups...)

	const directory = 4 + 2*8
	return slices.Concat(words(0, 2,
		3, 1, 0, directory,
		3, 10, 0, directory+len(short)), short, long)
}

// nameTable holds the PostScript name alone.
func nameTable(name string) []byte {
	var text []byte
	for _, c := range []byte(name) {
		text = append(text, 0, c)
	}
	return append(words(0, 1, 6+12, 3, 1, 0x409, 6, len(text), 0), text...)
}

func assemble(tables []table) []byte {
	count := len(tables)
	log := bits.Len(uint(count)) - 1
	out := append([]byte{0, 1, 0, 0}, words(count, 16<<log, log, 16*count-16<<log)...)
	at := 12 + 16*count
	for _, t := range tables {
		out = append(out, t.tag...)
		out = bigEndian.AppendUint32(out, 0) // a check sum, which no reader of these looks at
		out = bigEndian.AppendUint32(out, uint32(at))
		out = bigEndian.AppendUint32(out, uint32(len(t.data)))
		at += (len(t.data) + 3) &^ 3
	}
	for _, t := range tables {
		out = append(out, t.data...)
		out = append(out, make([]byte, -len(t.data)&3)...)
	}
	return out
}

func words(values ...int) []byte {
	var out []byte
	for _, v := range values {
		out = bigEndian.AppendUint16(out, uint16(v))
	}
	return out
}
