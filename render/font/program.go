package font

import "math/bits"

// A table is a named part of a TrueType file.
type table struct {
	tag  string
	data []byte
}

// assemble writes a TrueType file of tables, which come sorted by tag (OpenType
// specification, "Font File").
func assemble(parts []table) []byte {
	count := len(parts)
	offset := 12 + 16*count
	size, headAt := offset, -1
	for _, part := range parts {
		if part.tag == "head" {
			headAt = size
		}
		size += padded(len(part.data))
	}

	log := bits.Len(uint(count)) - 1 // fields for a binary search that nobody makes any more
	out := make([]byte, 0, size)
	out = bigEndian.AppendUint32(out, 0x00010000)
	out = bigEndian.AppendUint16(out, uint16(count))
	out = bigEndian.AppendUint16(out, uint16(16<<log))
	out = bigEndian.AppendUint16(out, uint16(log))
	out = bigEndian.AppendUint16(out, uint16(16*count-16<<log))
	var whole uint32
	for _, part := range parts {
		sum := checksum(part.data)
		whole += sum
		out = append(out, part.tag...)
		out = bigEndian.AppendUint32(out, sum)
		out = bigEndian.AppendUint32(out, uint32(offset))
		out = bigEndian.AppendUint32(out, uint32(len(part.data)))
		offset += padded(len(part.data))
	}
	whole += checksum(out)
	for _, part := range parts {
		out = append(out, part.data...)
		out = append(out, make([]byte, padded(len(part.data))-len(part.data))...)
	}
	if headAt >= 0 {
		const target = 0xB1B0AFBA // what a file, with this field in it, must add up to
		bigEndian.PutUint32(out[headAt+8:], target-whole)
	}
	return out
}

func padded(size int) int { return (size + 3) &^ 3 }

// checksum adds up data as 32-bit numbers, as if zeros filled the last one.
func checksum(data []byte) uint32 {
	var sum uint32
	for ; len(data) >= 8; data = data[8:] { // by eights: twice as fast
		pair := bigEndian.Uint64(data)
		sum += uint32(pair>>32) + uint32(pair)
	}
	if len(data) >= 4 {
		sum += bigEndian.Uint32(data)
		data = data[4:]
	}
	var rest [4]byte
	copy(rest[:], data)
	return sum + bigEndian.Uint32(rest[:])
}

// locations writes table loca from where each glyph ends: short, in halves,
// where that reaches.
func locations(ends []uint32) (loca []byte, long bool) {
	long = ends[len(ends)-1] > 2*0xFFFF
	loca = make([]byte, 0, 4*len(ends))
	for _, end := range ends {
		if long {
			loca = bigEndian.AppendUint32(loca, end)
		} else {
			loca = bigEndian.AppendUint16(loca, uint16(end/2))
		}
	}
	return loca, long
}
