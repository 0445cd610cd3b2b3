package pdf

// toUnicode returns the CMap that leads from CIDs back to characters
// (ISO 32000-1, 9.10.3), for copying, searching and reading out.
func toUnicode(shown []character) []byte {
	b := make([]byte, 0, 512+16*len(shown))
	b = append(b, `/CIDInit/ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><ffff>
endcodespacerange
`...)
	// As ranges that list their characters: the CIDs are not written out, which takes a
	// third of the room of single ones. A range keeps to one first byte.
	for first := 1; first < len(shown); {
		group := shown[first:min(first|0xff+1, len(shown))]
		b = appendHex(append(b, "1 beginbfrange\n<"...), uint16(first))
		b = appendHex(append(b, "><"...), uint16(first+len(group)-1))
		b = append(b, ">["...)
		for _, c := range group {
			b = append(appendUTF16(append(b, '<'), c.rune), '>')
		}
		b = append(b, "]\nendbfrange\n"...)
		first += len(group)
	}
	return append(b, `endcmap
CMapName currentdict/CMap defineresource pop
end
end`...)
}
