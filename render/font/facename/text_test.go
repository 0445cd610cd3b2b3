package facename

import (
	"encoding/binary"
	"slices"
	"testing"
	"unicode/utf16"
)

func TestTextOfNames(t *testing.T) {
	utf := func(text string) (raw []byte) {
		for _, unit := range utf16.Encode([]rune(text)) {
			raw = binary.BigEndian.AppendUint16(raw, unit)
		}
		return raw
	}
	const gbk = "\xB7\xC2\xCB\xCE" // 仿宋
	for what, c := range map[string]struct {
		record nameRecord
		want   string
	}{
		"Windows":                           {nameRecord{platform: 3, encoding: 1, raw: utf("仿宋_GB2312")}, "仿宋_GB2312"},
		"Windows, all of Unicode":           {nameRecord{platform: 3, encoding: 10, raw: utf("𬭚体")}, "𬭚体"},
		"Unicode":                           {nameRecord{platform: 0, encoding: 3, raw: utf("楷体")}, "楷体"},
		"Windows, GBK":                      {nameRecord{platform: 3, encoding: 3, raw: []byte(gbk + "\x00_\x00G\x00B")}, "仿宋_GB"},
		"Windows, said to be GBK":           {nameRecord{platform: 3, encoding: 3, raw: utf("黑体")}, "黑体"},
		"Windows, said to be GBK, in ASCII": {nameRecord{platform: 3, encoding: 3, raw: utf("SimHei")}, "SimHei"},
		"Mac, GBK":                          {nameRecord{platform: 1, encoding: 25, raw: []byte(gbk + "_GBK")}, "仿宋_GBK"},
		"Mac, ASCII":                        {nameRecord{platform: 1, raw: []byte("STKaiti")}, "STKaiti"},
		"Mac, an old encoding":              {nameRecord{platform: 1, encoding: 1, raw: []byte("\x8B\x4C")}, ""},
		"half a unit":                       {nameRecord{platform: 3, encoding: 1, raw: []byte("\x4E")}, ""},
		"half a unit of GBK":                {nameRecord{platform: 3, encoding: 3, raw: []byte("\xB7\xC2\xCB")}, "럂"},
		"bad GBK":                           {nameRecord{platform: 1, encoding: 25, raw: []byte("\xFF\xFF")}, "��"},
		"unknown":                           {nameRecord{platform: 9, raw: []byte("x")}, ""},
	} {
		if got := c.record.text(); got != c.want {
			t.Errorf("%s: %q, want %q", what, got, c.want)
		}
	}
}

// Old faces of Founder have their Chinese name in GBK alone.
func TestFamilyInGBK(t *testing.T) {
	table := []byte("\x00\x00\x00\x02\x00\x1E" +
		"\x00\x03\x00\x03\x04\x09\x00\x01\x00\x02\x00\x00" +
		"\x00\x03\x00\x03\x08\x04\x00\x01\x00\x04\x00\x02" + "\x00X\xBA\xDA\xCC\xE5")
	if got := Read(table); got.Family() != "黑体" || got.otherFamily != "X" {
		t.Errorf("%+v", got)
	}
	if got := Families(table); !slices.Equal(got, []string{"X", "黑体"}) {
		t.Errorf("%q", got)
	}
}
