package font

import (
	"strings"
	"unicode"
	"unicode/utf16"
)

// names are the texts of table name that this package uses.
type names struct {
	postScriptName, chineseFamily string
	otherFamily                   string // in the first other language, which is mostly English
}

const (
	familyName     = 1
	postScriptName = 6

	platformUnicode = 0
	platformMac     = 1
	platformWindows = 3
)

// readNames never fails: a face with a broken table name can still be printed.
func readNames(table []byte) names {
	var found names
	if len(table) < 6 {
		return found
	}
	count, texts := int(bigEndian.Uint16(table[2:])), int(bigEndian.Uint16(table[4:]))
	for i := range count {
		if len(table) < 6+12*(i+1) {
			break
		}
		record := table[6+12*i:]
		length, offset := int(bigEndian.Uint16(record[8:])), texts+int(bigEndian.Uint16(record[10:]))
		if offset+length > len(table) {
			continue
		}
		found.take(bigEndian.Uint16(record), bigEndian.Uint16(record[4:]), bigEndian.Uint16(record[6:]), table[offset:offset+length])
	}
	return found
}

// take keeps the first text of each kind.
func (n *names) take(platform, language, id uint16, raw []byte) {
	target := &n.otherFamily
	switch {
	case id == postScriptName:
		target = &n.postScriptName
	case id != familyName:
		return
	case platform == platformWindows && isChinese(language):
		target = &n.chineseFamily
	}
	if *target == "" {
		*target = decodeName(platform, raw)
	}
}

// isChinese knows Windows language numbers: the low ten bits are the language.
func isChinese(language uint16) bool { return language&0x3FF == 0x04 }

func decodeName(platform uint16, raw []byte) string {
	text := ""
	switch platform {
	case platformUnicode, platformWindows:
		units := make([]uint16, len(raw)/2)
		for i := range units {
			units[i] = bigEndian.Uint16(raw[2*i:])
		}
		text = string(utf16.Decode(units))
	case platformMac:
		for _, c := range raw {
			if c >= 0x80 { // an old encoding; the same name follows in Unicode
				return ""
			}
		}
		text = string(raw)
	}
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, text))
}

// postScript is the name in at most 63 of the characters that a PDF name holds
// unescaped (ISO 32000-1, 7.3.5); 63 is PostScript's own limit in this table.
func (n names) postScript() string {
	for _, text := range []string{n.postScriptName, n.otherFamily} {
		safe := strings.Map(func(r rune) rune {
			if r <= ' ' || r > '~' || strings.ContainsRune("/()<>[]{}%#", r) {
				return -1
			}
			return r
		}, text)
		if safe != "" {
			return safe[:min(len(safe), 63)]
		}
	}
	return "Unnamed"
}

func (n names) family() string {
	for _, text := range []string{n.chineseFamily, n.otherFamily} {
		if text != "" {
			return text
		}
	}
	return n.postScript()
}
