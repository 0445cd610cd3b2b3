package pdf

import "strconv"

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
	const most = 100 // entries that one bfchar may have
	for first := 1; first < len(shown); first += most {
		group := shown[first:min(first+most, len(shown))]
		b = strconv.AppendInt(b, int64(len(group)), 10)
		b = append(b, " beginbfchar\n"...)
		for i, c := range group {
			b = appendHex(append(b, '<'), uint16(first+i))
			b = appendUTF16(append(b, "><"...), c.rune)
			b = append(b, ">\n"...)
		}
		b = append(b, "endbfchar\n"...)
	}
	return append(b, `endcmap
CMapName currentdict/CMap defineresource pop
end
end`...)
}
