package web

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// The bytes count for more than what the page says of them.
func TestEncodings(t *testing.T) {
	const text = "涞源县政府信息公开年报，收到申请７件。"
	for name, c := range map[string]struct {
		said     string
		encoding encoding.Encoding // nil: UTF-8
		text     string
	}{
		"UTF-8":                 {"utf-8", nil, text},
		"UTF-8, not said":       {"", nil, text},
		"UTF-8, said to be GBK": {"gb2312", nil, text},
		"GBK":                   {"gbk", simplifiedchinese.GBK, text},
		"GBK, not said":         {"", simplifiedchinese.GBK, text},
		"GBK, said to be UTF-8": {"utf-8", simplifiedchinese.GBK, text},
		"GBK, said to be Latin": {"iso-8859-1", simplifiedchinese.GBK, text},
		"GB 18030":              {"gb2312", simplifiedchinese.GB18030, text + "𬭚"},
		"Big5":                  {"big5", traditionalchinese.Big5, "政府資訊公開"},
		"Latin":                 {"windows-1252", charmap.Windows1252, "20 £ is a price"},
		"UTF-16":                {"utf-8", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), text},
		"UTF-16, big":           {"utf-8", unicode.UTF16(unicode.BigEndian, unicode.UseBOM), text},
		"UTF-16, no mark":       {"utf-8", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), text},
	} {
		t.Run(name, func(t *testing.T) {
			page := []byte(`<meta charset="` + c.said + `"><p>` + c.text + "</p>")
			if c.encoding != nil {
				var err error
				if page, err = c.encoding.NewEncoder().Bytes(page); err != nil {
					t.Fatal(err)
				}
			}
			m, err := Read(bytes.NewReader(page))
			if err != nil {
				t.Fatal(err)
			}
			if got := m.Blocks[0].Paragraph.Text; got != c.text || len(m.Notes) > 0 {
				t.Errorf("%q, want %q; %v", got, c.text, m.Notes)
			}
		})
	}
}

// A few damaged bytes do not make a page another encoding, and are told.
func TestDamagedBytes(t *testing.T) {
	got := readText(t, "<meta charset=utf-8><p>涞源县政府信息公开\xff年报</p>")
	if !strings.Contains(got, "涞源县政府信息公开�年报") || !strings.Contains(got, "import.encoding") {
		t.Error(got)
	}
}
