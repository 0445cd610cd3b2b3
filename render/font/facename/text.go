package facename

import (
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// Encodings of table name in which old Chinese faces keep GBK.
const (
	windowsPRC           = 3
	macSimplifiedChinese = 25
)

// text decodes a name; "" where its encoding is unknown.
func (r nameRecord) text() string {
	text := ""
	switch r.platform {
	case platformWindows, platformUnicode:
		if r.platform == platformWindows && r.encoding == windowsPRC && isWideGBK(r.raw) {
			text = decodeGBK(r.raw)
			break
		}
		units := make([]uint16, len(r.raw)/2)
		for i := range units {
			units[i] = binary.BigEndian.Uint16(r.raw[2*i:])
		}
		text = string(utf16.Decode(units))
	case platformMac:
		if r.encoding == macSimplifiedChinese {
			text = decodeGBK(r.raw)
			break
		}
		for _, c := range r.raw {
			if c >= 0x80 { // an old encoding; the same name follows in Unicode
				return ""
			}
		}
		text = string(r.raw)
	}
	return strings.TrimSpace(strings.Map(func(c rune) rune {
		if unicode.IsControl(c) {
			return -1
		}
		return c
	}, text))
}

// isWideGBK tells GBK in units of two bytes, a letter with a zero before it,
// from the UTF-16 that the specification asks for: every official name has a
// character below U+8100, where a unit is no GBK.
func isWideGBK(raw []byte) bool {
	for i := 0; i+1 < len(raw); i += 2 {
		high, low := raw[i], raw[i+1]
		if high == 0 && low < 0x80 || high >= 0x81 && low >= 0x40 {
			continue
		}
		return false
	}
	return len(raw)%2 == 0
}

// decodeGBK drops the zeros before letters; what is no GBK becomes U+FFFD.
func decodeGBK(raw []byte) string {
	text, _ := simplifiedchinese.GBK.NewDecoder().String(strings.ReplaceAll(string(raw), "\x00", ""))
	return text
}
