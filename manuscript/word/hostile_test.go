package word

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"nianbao/manuscript"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"unicode/utf16"
)

var many = strings.Repeat

// Whatever a file is, it is read or refused with a sentence.
func TestRefused(t *testing.T) {
	word := packed(t, map[string]string{"body": p(r("甲"))})
	body := func(content string) []byte { return packed(t, map[string]string{"body": content}) }
	main := func(content string) []byte { return packed(t, map[string]string{"word/document.xml": content}) }
	for name, c := range map[string]struct {
		file []byte
		want string
	}{
		"empty":            {nil, "文件是空的"},
		"old":              {compoundFile("WordDocument"), "旧版 Word 文件（.doc 或 .wps）"},
		"old Excel":        {compoundFile("Workbook"), "旧版 Excel"},
		"locked":           {compoundFile("DataSpaces", "a", "b", "c", "d", "EncryptedPackage"), "加了密码"},
		"compound and cut": {compoundFile("WordDocument")[:100], "旧版 Word 文件"},
		"rtf":              {[]byte(`{\rtf1 x}`), "RTF"},
		"web page":         {[]byte("\xef\xbb\xbf\r\n<HTML><body>"), "扩展名改成 .html"},
		"pdf":              {[]byte("%PDF-1.7"), "PDF"},
		"flat XML":         {[]byte(`<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">`), "XML 格式"},
		"web archive":      {[]byte("MIME-Version: 1.0\n"), "网页存档"},
		"text":             {[]byte("涞源县"), "不是 Word 文件"},
		"cut":              {word[:len(word)-30], "不完整"},
		"a zip":            {zipped(t, "a.txt", "x"), "压缩包"},
		"OFD":              {zipped(t, "OFD.xml", "x"), "OFD"},
		"ODF":              {zipped(t, "mimetype", "x", "content.xml", "x"), "OpenDocument"},
		"no relations":     {zipped(t, "[Content_Types].xml", "x", "word/document.xml", "x"), "缺少 _rels/.rels"},
		"no main part":     {zipped(t, "_rels/.rels", relationList("officeDocument", "word/document.xml")), "缺少 word/document.xml"},
		"excel":            {packed(t, map[string]string{"_rels/.rels": relationList("officeDocument", "xl/workbook.xml"), "xl/workbook.xml": "<x/>"}), "Excel"},
		"another root":     {main("<x/>"), "不是 Word 文件"},
		"no text":          {body("<w:p/>"), "文件里没有文字"},
		"pictures":         {body(p(`<w:r><w:drawing><pic:pic/></w:drawing></w:r>`)), "只有图片"},
		"broken XML":       {body("<w:p>"), "已经损坏"},
		"entities":         {main(`<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>`), "实体声明"},
		"an entity":        {body(p(r("&a;"))), "已经损坏"},
		"GBK":              {main(`<?xml version="1.0" encoding="GBK"?><x/>`), "不是用 UTF-8"},
		"a bomb":           {body(many("x", 70<<20)), "解开后超过 64 MB"},
		"a bomb of styles": {packed(t, map[string]string{"body": p(""), "word/styles.xml": "<x>" + many(" ", 70<<20)}), "解开后超过 64 MB"},
		"deep":             {body(many("<w:sdt>", 10_000)), "层层相套"},
		"deep tables":      {body(many("<w:tbl><w:tr><w:tc>", 40)), "表格套表格"},
		"columns":          {body(`<w:tbl><w:tr>` + tc(`<w:gridSpan w:val="2000000000"/>`, "") + `</w:tr></w:tbl>`), "超过 500 列"},
		"empty columns":    {body(`<w:tbl><w:tr><w:trPr><w:gridAfter w:val="99999999999999999999"/></w:trPr>` + tc("", "") + `</w:tr></w:tbl>`), "超过 500 列"},
		"many columns":     {body(`<w:tbl><w:tr>` + many(tc("", ""), 600) + `</w:tr></w:tbl>`), "超过 500 列"},
		"cells":            {body(`<w:tbl>` + many(`<w:tr><w:tc/></w:tr>`, 60_000) + `</w:tbl>`), "超过 50000 格"},
		"rows":             {body(`<w:tbl>` + many(`<w:tr/>`, 60_000) + `</w:tbl>`), "超过 50000 格"},
		"places":           {body(`<w:tbl><w:tr>` + many(tc("", "x"), 400) + `</w:tr>` + many(`<w:tr><w:tc/></w:tr>`, 400) + `</w:tbl>`), "超过 50000 格"},
		"paragraphs":       {body(many(p(r("甲")), 60_000)), "超过 50000 段"},
		"words":            {body(p(many(r(many("甲", 1000)), 1000))), "文字超过 2 MB"},
		"a long word":      {body(p(r(many("甲", 1_000_000)))), "有一处太长"},
		"joined for ever":  {body(many(p(`<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>`+r(many("甲", 100))), 10_000)), "文字超过 2 MB"},
		"many styles":      {packed(t, map[string]string{"body": p(r("甲")), "word/styles.xml": `<w:styles ` + transitional + `>` + numbered(`<w:style w:styleId="%d"/>`, 20_000) + `</w:styles>`}), "零件太多"},
		"many lists":       {packed(t, map[string]string{"body": p(r("甲")), "word/numbering.xml": `<w:numbering ` + transitional + `>` + numbered(`<w:num w:numId="%d"/>`, 60_000) + `</w:numbering>`}), "零件太多"},
		"many parts":       {zipped(t, numberedNames(40_000)...), "零件太多"},
		"a zip's password": {locked(word), "加了密码"},
		"a wrong checksum": {wrongChecksum(t), "不完整或者已经损坏"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Read(bytes.NewReader(c.file), int64(len(c.file)))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, want %s", err, c.want)
			}
		})
	}
}

// What is odd and does no harm is read.
func TestHarmless(t *testing.T) {
	for name, parts := range map[string]map[string]string{
		"names that lead out": {"body": p(r("甲")), "../../etc/passwd": "x", "/absolute": "x", `C:\x`: "x"},
		"no styles":           {"body": p(`<w:pPr><w:pStyle w:val="x"/></w:pPr>` + r("甲"))},
		"broken data":         {"body": p(r("甲")), "customXml/item1.xml": "<broken"},
		"styles in a circle":  {"body": p(`<w:pPr><w:pStyle w:val="a"/></w:pPr>` + r("甲")), "word/styles.xml": `<w:styles ` + transitional + `><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>`},
		"ends without begins": {"body": p(`<w:r><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/></w:r>` + r("甲"))},
		"half a character":    {"body": p(r("甲\xe4\xb8"))},
		"wrong numbers":       {"body": p(`<w:pPr><w:outlineLvl w:val="-7"/><w:numPr><w:ilvl w:val="99"/><w:numId w:val="-1"/></w:numPr></w:pPr>` + r("甲"))},
	} {
		t.Run(name, func(t *testing.T) {
			m := read(t, parts)
			if got := m.Blocks[0].Paragraph.Text; strings.TrimRight(got, "\uFFFD") != "甲" {
				t.Errorf("%q", got)
			}
		})
	}
}

func numbered(format string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

func numberedNames(n int) []string {
	var out []string
	for i := range n {
		out = append(out, fmt.Sprintf("word/%d", i), "")
	}
	return out
}

// compoundFile has a directory of these entries over as many sectors as they take.
func compoundFile(names ...string) []byte {
	const sector = 512
	file := make([]byte, 2*sector)
	copy(file, manuscript.OldOffice.Begins[0])
	put := binary.LittleEndian
	put.PutUint16(file[30:], 9)
	put.PutUint32(file[48:], 1) // the directory begins in sector 1
	put.PutUint32(file[76:], 0) // the table is sector 0
	table := file[sector:]
	for i := range table {
		table[i] = 0xFF
	}
	for i, name := range append([]string{"Root Entry"}, names...) {
		entry := make([]byte, 128)
		for k, u := range utf16.Encode([]rune(name)) {
			put.PutUint16(entry[2*k:], u)
		}
		put.PutUint16(entry[64:], uint16(2*len(name)+2))
		file = append(file, entry...)
		if n := i / 4; i%4 == 0 && i > 0 {
			put.PutUint32(file[sector+4*n:], uint32(n+1))
		}
	}
	file = append(file, make([]byte, sector-len(file)%sector)...)
	put.PutUint32(file[sector+4*(len(names)/4+1):], 0xFFFFFFFE)
	return file
}

// locked marks the parts of a zip as encrypted.
func locked(file []byte) []byte {
	file = bytes.Clone(file)
	for at := 0; ; at++ {
		n := bytes.Index(file[at:], []byte("PK\x01\x02"))
		if n < 0 {
			return file
		}
		at += n
		file[at+8] |= 1
	}
}

func wrongChecksum(t *testing.T) []byte {
	var b bytes.Buffer
	archive := zip.NewWriter(&b)
	for name, content := range map[string]string{
		"_rels/.rels":       relationList("officeDocument", "word/document.xml"),
		"word/document.xml": `<w:document ` + transitional + `><w:body>` + p(r("甲")) + `</w:body></w:document>`,
	} {
		w, err := archive.CreateRaw(&zip.FileHeader{Name: name, CRC32: crc32.ChecksumIEEE([]byte(content)) + uint32(len(name)%2),
			CompressedSize64: uint64(len(content)), UncompressedSize64: uint64(len(content))})
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, content)
	}
	archive.Close()
	return b.Bytes()
}

func zipped(t testing.TB, nameAndContent ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	archive := zip.NewWriter(&b)
	for i := 0; i < len(nameAndContent); i += 2 {
		w, err := archive.Create(nameAndContent[i])
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, nameAndContent[i+1])
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// The worst that is read takes little memory. (What a test's own file takes is
// there before the reading.)
func TestMemory(t *testing.T) {
	bomb := func(content string, n int) []byte {
		return packed(t, map[string]string{"body": many(content, max(1, n/len(content)))})
	}
	for name, file := range map[string][]byte{
		"blanks":           bomb(" ", 70<<20),
		"one text":         bomb(p(r(many("甲", 6<<20))), 20<<20),
		"one tag":          bomb(`<w:p a="`+many("x", 20<<20)+`"/>`, 20<<20),
		"empty paragraphs": bomb("<w:p/>", 20<<20),
		"paragraphs":       bomb(p(r("甲")), 20<<20),
		"rows":             bomb("<w:tbl><w:tr/></w:tbl>", 20<<20),
		"cells":            bomb("<w:tbl><w:tr><w:tc/><w:tc/></w:tr></w:tbl>", 20<<20),
		"names":            packed(t, map[string]string{"body": numbered(`<w:a%d/>`, 1<<18)}),
		"fields":           bomb(`<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r></w:p>`, 20<<20),
		"relations":        zipped(t, "_rels/.rels", relationList(numberedNames(50_000)...)),
		"parts":            zipped(t, numberedNames(40_000)...),
	} {
		t.Run(name, func(t *testing.T) {
			debug.FreeOSMemory()
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, err := Read(bytes.NewReader(file), int64(len(file)))
			runtime.ReadMemStats(&after)
			if grown := int64(after.HeapSys-after.HeapReleased) - int64(before.HeapSys-before.HeapReleased); err == nil || grown > 100<<20 {
				t.Errorf("%d MB, %v", grown>>20, err)
			}
			t.Logf("%d MB allocated in all: %v", (after.TotalAlloc-before.TotalAlloc)>>20, err)
		})
	}
}

// A file that was cut anywhere is refused, never read in part.
func TestCutAnywhere(t *testing.T) {
	file := packed(t, map[string]string{"body": many(p(r("甲乙丙丁")), 200)})
	for n := 0; n < len(file); n += 7 {
		if _, err := Read(bytes.NewReader(file[:n]), int64(n)); err == nil {
			t.Fatalf("%d of %d bytes are read", n, len(file))
		}
	}
}

// A byte changed anywhere does no harm.
func TestDamagedAnywhere(t *testing.T) {
	file := packed(t, map[string]string{"body": many(p(r("甲乙丙丁")), 20)})
	for n := range file {
		damaged := bytes.Clone(file)
		damaged[n] ^= 0x55
		m, err := Read(bytes.NewReader(damaged), int64(len(damaged)))
		if err == nil {
			whole(t, m)
		}
	}
}

// failing is a disk that cannot be read.
type failing struct{}

func (failing) ReadAt([]byte, int64) (int, error) { return 0, errors.New("no such luck") }

func TestUnreadable(t *testing.T) {
	if _, err := Read(failing{}, 100); err == nil || !strings.Contains(err.Error(), "中断") {
		t.Error(err)
	}
}

// Thousands of merged cells below each other take time with their number alone.
func TestManyMerges(t *testing.T) {
	rows := many(`<w:tr>`+tc(`<w:vMerge/>`, "")+tc(`<w:vMerge/>`, "")+tc("", "1")+`</w:tr>`, 12_000)
	m := read(t, map[string]string{"body": `<w:tbl><w:tr>` + tc(`<w:vMerge w:val="restart"/>`, "甲") + tc(`<w:vMerge w:val="restart"/>`, "乙") + `</w:tr>` + rows + `</w:tbl>`})
	if cells := m.Blocks[0].Table.Cells; len(cells) != 2+1+12_000 || cells[1].RowSpan != 12_001 {
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
		p(`<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>` + r("丙")), p(`<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>` + r("丁")),
		p(`<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent><w:tbl><w:tr><w:trPr><w:gridBefore w:val="3"/></w:trPr><w:tc/></w:tr></w:tbl></w:txbxContent></mc:Choice></mc:AlternateContent></w:r>`),
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) {
		file := packed(t, map[string]string{"body": body, "word/numbering.xml": sampleNumbering})
		m, err := Read(bytes.NewReader(file), int64(len(file)))
		if err == nil {
			whole(t, m)
		}
	})
}

// FuzzFile changes the file itself.
func FuzzFile(f *testing.F) {
	f.Add(packed(f, map[string]string{"body": p(r("甲"))}))
	f.Add(compoundFile("WordDocument"))
	f.Fuzz(func(t *testing.T, file []byte) {
		m, err := Read(bytes.NewReader(file), int64(len(file)))
		if err == nil {
			whole(t, m)
		}
	})
}
