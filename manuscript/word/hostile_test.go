package word

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"io"
	"runtime"
	"strings"
	"testing"
)

// Whatever a file is, it is read or refused with a sentence, in little memory.
func TestRefused(t *testing.T) {
	word := packed(t, map[string]string{"body": p(r("甲"))})
	ole := append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 4096)...)
	locked := bytes.Clone(ole)
	for i, b := range []byte("EncryptedPackage") {
		binary.LittleEndian.PutUint16(locked[2000+2*i:], uint16(b))
	}
	body := func(content string) []byte { return packed(t, map[string]string{"body": content}) }
	many := func(n int, s string) string { return strings.Repeat(s, n) }
	for name, c := range map[string]struct {
		file []byte
		want string
	}{
		"empty":      {nil, "文件是空的"},
		"old":        {ole, "旧版的 Word 文件（.doc）"},
		"encrypted":  {locked, "加了密码"},
		"rtf":        {[]byte(`{\rtf1 x}`), "RTF"},
		"web page":   {[]byte("\xef\xbb\xbf\r\n<HTML><body>"), "扩展名改成 .html"},
		"pdf":        {[]byte("%PDF-1.7"), "PDF"},
		"text":       {[]byte("涞源县"), "不是 Word 文件"},
		"cut":        {word[:len(word)-30], "不完整"},
		"no part":    {zipped(t, "a.txt", "x"), "没有正文"},
		"OFD":        {zipped(t, "OFD.xml", "x"), "OFD"},
		"ODF":        {zipped(t, "content.xml", "x"), "ODF"},
		"excel":      {packed(t, map[string]string{"_rels/.rels": relations("officeDocument", "xl/workbook.xml"), "xl/workbook.xml": "<x/>"}), "Excel"},
		"no body":    {packed(t, map[string]string{"word/document.xml": "<x/>"}), "损坏"},
		"broken XML": {body("<w:p>"), "损坏"},
		"entities":   {packed(t, map[string]string{"word/document.xml": `<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>`}), "实体声明"},
		"an entity":  {body(p(r("&a;"))), "损坏"},
		"not UTF-8":  {packed(t, map[string]string{"word/document.xml": `<?xml version="1.0" encoding="UTF-16"?><x/>`}), "损坏"},
		"bomb":       {packed(t, map[string]string{"body": many(50<<20, "x")}), "大得不正常"},
		"deep":       {body(many(10_000, "<w:sdt>")), "层层相套"},
		"columns":    {body(`<w:tbl><w:tr>` + tc(`<w:gridSpan w:val="2000000000"/>`, "") + `</w:tr></w:tbl>`), "超过 500 列"},
		"cells":      {body(`<w:tbl>` + many(60_000, `<w:tr><w:tc><w:p/></w:tc></w:tr>`) + `</w:tbl>`), "超过"},
		"places":     {body(`<w:tbl><w:tr><w:trPr><w:gridBefore w:val="499"/></w:trPr>` + tc("", "") + `</w:tr>` + many(2_000, `<w:tr><w:tc><w:p/></w:tc></w:tr>`) + `</w:tbl>`), "超过"},
		"paragraphs": {body(many(60_000, "<w:p/>")), "超过 50000 段"},
		"words":      {body(p(r(many(5<<20, "x")))), "超过 4 MB"},
		"styles":     {packed(t, map[string]string{"body": p(""), "word/styles.xml": many(40<<20, " ")}), "大得不正常"},
	} {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, err := Read(bytes.NewReader(c.file), int64(len(c.file)))
			runtime.ReadMemStats(&after)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, want %s", err, c.want)
			}
			if grown := after.Sys - before.Sys; grown > 100<<20 {
				t.Errorf("it took %d MB", grown>>20)
			}
		})
	}
}

func zipped(t *testing.T, name, content string) []byte {
	t.Helper()
	var b bytes.Buffer
	archive := zip.NewWriter(&b)
	w, err := archive.Create(name)
	if err == nil {
		_, err = io.WriteString(w, content)
	}
	if err == nil {
		err = archive.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A file that was cut anywhere is refused, never read in part.
func TestCutAnywhere(t *testing.T) {
	file := packed(t, map[string]string{"body": strings.Repeat(p(r("甲乙丙丁")), 200)})
	for n := 0; n < len(file); n += 7 {
		if _, err := Read(bytes.NewReader(file[:n]), int64(n)); err == nil {
			t.Fatalf("%d of %d bytes are read", n, len(file))
		}
	}
}

// A thousand merged cells below each other take time with their number alone.
func TestManyMerges(t *testing.T) {
	rows := strings.Repeat(`<w:tr>`+tc(`<w:vMerge/>`, "")+tc(`<w:vMerge/>`, "")+`</w:tr>`, 20_000)
	m := read(t, map[string]string{"body": `<w:tbl><w:tr>` + tc(`<w:vMerge w:val="restart"/>`, "甲") + tc(`<w:vMerge w:val="restart"/>`, "乙") + `</w:tr>` + rows + `</w:tbl>`})
	if cells := m.Blocks[0].Table.Cells; len(cells) != 2 || cells[1].RowSpan != 20_001 {
		t.Errorf("%d cells", len(cells))
	}
}

// Whatever stands in a document part, reading ends, and every place of a table
// belongs to one cell.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		p(r("甲")), `<w:tbl><w:tr>` + tc(`<w:gridSpan w:val="2"/>`, "乙") + `</w:tr><w:tr>` + tc(`<w:vMerge/>`, "1") + `</w:tr></w:tbl>`,
		p(`<w:r><w:fldChar w:fldCharType="separate"/><w:fldChar w:fldCharType="end"/></w:r>`), `<w:ins><w:del/></w:ins>`,
		`<w:tbl><w:tr><w:tc><w:tcPr><w:hMerge/></w:tcPr></w:tc><w:tc><w:tcPr><w:hMerge/><w:gridSpan w:val="0"/></w:tcPr></w:tc></w:tr></w:tbl>`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) {
		file := packed(t, map[string]string{"body": body})
		m, err := Read(bytes.NewReader(file), int64(len(file)))
		if err != nil {
			return
		}
		for _, b := range m.Blocks {
			if b.Table == nil {
				continue
			}
			places := 0
			for _, c := range b.Table.Cells {
				places += c.RowSpan * c.ColumnSpan
			}
			if places != b.Table.Rows*b.Table.Columns {
				t.Errorf("%d places of %d×%d", places, b.Table.Rows, b.Table.Columns)
			}
		}
	})
}
