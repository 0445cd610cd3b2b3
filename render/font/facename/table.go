package facename

import (
	"encoding/binary"
	"unicode/utf16"
)

// Table is table name for a face in a file of its own.
func Table(family, name string) []byte {
	list := []struct {
		id   uint16
		text string
	}{{familyName, family}, {2, "Regular"}, {4, family}, {postScriptName, name}}
	const english = 0x409
	out := binary.BigEndian.AppendUint16(nil, 0)
	out = binary.BigEndian.AppendUint16(out, uint16(len(list)))
	out = binary.BigEndian.AppendUint16(out, uint16(6+12*len(list)))
	var texts []byte
	for _, n := range list {
		var raw []byte
		for _, unit := range utf16.Encode([]rune(n.text)) {
			raw = binary.BigEndian.AppendUint16(raw, unit)
		}
		for _, v := range []uint16{platformWindows, 1, english, n.id, uint16(len(raw)), uint16(len(texts))} {
			out = binary.BigEndian.AppendUint16(out, v)
		}
		texts = append(texts, raw...)
	}
	return append(out, texts...)
}
