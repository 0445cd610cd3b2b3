// Package facename reads table name of a face: what its family is called, in whatever
// encoding.
package facename

import (
	"encoding/binary"
	"iter"
	"strings"
)

// Names are the texts of table name that a program that prints uses.
type Names struct {
	postScriptName, chineseFamily string
	otherFamily                   string // in the first other language, which is mostly English
}

const (
	familyName     = 1
	postScriptName = 6
	// typographicFamily joins the weights that familyName keeps apart.
	typographicFamily = 16

	platformUnicode = 0
	platformMac     = 1
	platformWindows = 3
)

// A nameRecord is one text of table name (OpenType specification, name).
type nameRecord struct {
	platform, encoding, language, id uint16
	raw                              []byte
}

// nameRecords leaves out what lies outside the table.
func nameRecords(table []byte) iter.Seq[nameRecord] {
	return func(yield func(nameRecord) bool) {
		if len(table) < 6 {
			return
		}
		count, texts := int(binary.BigEndian.Uint16(table[2:])), int(binary.BigEndian.Uint16(table[4:]))
		for i := range count {
			if len(table) < 6+12*(i+1) {
				return
			}
			field := func(at int) uint16 { return binary.BigEndian.Uint16(table[6+12*i+at:]) }
			start := texts + int(field(10))
			end := start + int(field(8))
			if end <= len(table) && !yield(nameRecord{field(0), field(2), field(4), field(6), table[start:end]}) {
				return
			}
		}
	}
}

// isChinese knows Windows language numbers, whose low ten bits are the
// language, and the Mac's script for simplified Chinese.
func (r nameRecord) isChinese() bool {
	switch r.platform {
	case platformWindows:
		return r.language&0x3FF == 0x04
	case platformMac:
		return r.encoding == macSimplifiedChinese
	}
	return false
}

// Read never fails: a face with a broken table name can still be printed.
// It keeps the first text of each kind.
func Read(table []byte) Names {
	var found Names
	for record := range nameRecords(table) {
		target := &found.otherFamily
		switch {
		case record.id == postScriptName:
			target = &found.postScriptName
		case record.id != familyName:
			continue
		case record.isChinese():
			target = &found.chineseFamily
		}
		if *target == "" {
			*target = record.text()
		}
	}
	return found
}

// Families are the names of a face's family in every language that it has.
func Families(table []byte) []string {
	var found []string
	for record := range nameRecords(table) {
		if record.id == familyName || record.id == typographicFamily {
			if text := record.text(); text != "" {
				found = append(found, text)
			}
		}
	}
	return found
}

// PostScript is the name in at most 63 of the characters that a PDF name holds
// unescaped (ISO 32000-1, 7.3.5); 63 is PostScript's own limit in this table.
func (n Names) PostScript() string {
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

// Family is the name in Chinese, else in the other language.
func (n Names) Family() string {
	for _, text := range []string{n.chineseFamily, n.otherFamily} {
		if text != "" {
			return text
		}
	}
	return n.PostScript()
}
