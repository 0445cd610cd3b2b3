package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/klauspost/compress/flate"
)

const (
	declaration   = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	mainSpace     = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	relationSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packageSpace  = "http://schemas.openxmlformats.org/package/2006/relationships"
	typePrefix    = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

// A part is one XML file of the package while it is written.
type part struct{ bytes.Buffer }

func (p *part) raw(pieces ...string) *part {
	for _, s := range pieces {
		p.WriteString(s)
	}
	return p
}

// text writes character data. EscapeText cannot fail in memory, and puts U+FFFD
// for what XML forbids.
func (p *part) text(s string) *part {
	xml.EscapeText(p, []byte(s))
	return p
}

// pack is the whole file.
func (b *book) pack() ([]byte, error) {
	types, book, relations := &part{}, &part{}, &part{}
	types.raw(declaration, `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`)
	override := func(part, kind string) {
		types.raw(`<Override PartName="/xl/`, part, `" ContentType="`, typePrefix, kind, `+xml"/>`)
	}
	override("workbook.xml", "sheet.main")
	override("styles.xml", "styles")
	book.raw(declaration, `<workbook xmlns="`, mainSpace, `" xmlns:r="`, relationSpace, `"><bookViews><workbookView activeTab="0"/></bookViews><sheets>`)
	relations.raw(declaration, `<Relationships xmlns="`, packageSpace, `">`)
	var sheets []string
	for i, s := range b.sheets {
		id, file := fmt.Sprintf("rId%d", i+1), fmt.Sprintf("worksheets/sheet%d.xml", i+1)
		override(file, "worksheet")
		book.raw(`<sheet name="`).text(s.name).raw(fmt.Sprintf(`" sheetId="%d" r:id="%s"/>`, i+1, id))
		relations.raw(`<Relationship Id="`, id, `" Type="`, relationSpace, `/worksheet" Target="`, file, `"/>`)
		sheets = append(sheets, s.part(i == 0))
	}
	book.raw(`</sheets><definedNames>`)
	for _, n := range b.names {
		book.raw(`<definedName name="`).text(n.path).raw(`">`).text(n.cells).raw(`</definedName>`)
	}
	book.raw(`</definedNames></workbook>`)
	relations.raw(fmt.Sprintf(`<Relationship Id="rId%d" Type="%s/styles" Target="styles.xml"/></Relationships>`, len(b.sheets)+1, relationSpace))
	types.raw(`</Types>`)

	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	archive.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, 5) })
	add := func(name, content string) error {
		entry, err := archive.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate}) // without a clock
		if err == nil {
			_, err = io.Copy(entry, strings.NewReader(content))
		}
		return err
	}
	files := [][2]string{
		{"[Content_Types].xml", types.String()},
		{"_rels/.rels", declaration + `<Relationships xmlns="` + packageSpace + `"><Relationship Id="rId1" Type="` + relationSpace + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", book.String()},
		{"xl/_rels/workbook.xml.rels", relations.String()},
		{"xl/styles.xml", b.styles()},
	}
	for i, content := range sheets {
		files = append(files, [2]string{fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), content})
	}
	for _, f := range files {
		if err := add(f[0], f[1]); err != nil {
			return nil, err
		}
	}
	if err := archive.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
