package charmap

import "encoding/binary"

// A Drawn is a character and the number of the glyph that draws it.
type Drawn struct {
	Rune  rune
	Glyph uint16
}

// A segment is characters that follow one another, and so do their glyphs.
type segment struct {
	first, last rune
	glyph       uint16 // of the first
}

const lastPlain = 0xFFFF // that format 4 holds

// Table is table cmap (OpenType specification) for characters in ascending order, at
// least one: format 4 for those up to U+FFFF and, where there are others, format 12
// for all.
func Table(characters []Drawn) []byte {
	all, plain := segments(characters)
	maps := [][]byte{format4(plain)}
	encodings := []uint16{1} // of Windows: Unicode's first plane
	if characters[len(characters)-1].Rune > lastPlain {
		maps, encodings = append(maps, format12(all)), append(encodings, 10)
	}
	const windows = 3
	out := words(nil, 0, len(maps))
	at := 4 + 8*len(maps)
	for i, m := range maps {
		out = words(out, windows, int(encodings[i]))
		out = binary.BigEndian.AppendUint32(out, uint32(at))
		at += len(m)
	}
	for _, m := range maps {
		out = append(out, m...)
	}
	return out
}

// segments are those of all characters and those up to U+FFFF.
func segments(characters []Drawn) (all, plain []segment) {
	for _, c := range characters {
		if n := len(all) - 1; n >= 0 && all[n].last+1 == c.Rune && int(all[n].glyph)+int(c.Rune-all[n].first) == int(c.Glyph) && c.Rune != lastPlain+1 {
			all[n].last++
		} else {
			all = append(all, segment{c.Rune, c.Rune, c.Glyph})
		}
		if c.Rune <= lastPlain {
			plain = all
		}
	}
	return all, plain
}

func format4(plain []segment) []byte {
	if n := len(plain); n == 0 || plain[n-1].last < lastPlain {
		plain = append(plain[:n:n], segment{lastPlain, lastPlain, 0}) // which the format asks for
	}
	count, power, log := len(plain), 1, 0
	for power*2 <= count {
		power, log = power*2, log+1
	}
	out := make([]byte, 0, 16+8*count)
	out = words(out, 4, 16+8*count, 0, 2*count, 2*power, log, 2*(count-power))
	for _, s := range plain {
		out = words(out, int(s.last))
	}
	out = words(out, 0)
	for _, s := range plain {
		out = words(out, int(s.first))
	}
	for _, s := range plain {
		out = words(out, int(s.glyph)-int(s.first))
	}
	return append(out, make([]byte, 2*count)...) // no segment has a list of its own
}

func format12(all []segment) []byte {
	out := words(make([]byte, 0, 16+groupSize*len(all)), 12, 0)
	for _, v := range []int{16 + groupSize*len(all), 0, len(all)} {
		out = binary.BigEndian.AppendUint32(out, uint32(v))
	}
	for _, s := range all {
		out = binary.BigEndian.AppendUint32(out, uint32(s.first))
		out = binary.BigEndian.AppendUint32(out, uint32(s.last))
		out = binary.BigEndian.AppendUint32(out, uint32(s.glyph))
	}
	return out
}

func words(out []byte, values ...int) []byte {
	for _, v := range values {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	return out
}
