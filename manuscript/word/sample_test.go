package word

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"nianbao/manuscript"
)

const (
	transitional = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` + others
	strict       = `xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main" ` + others
	others       = `xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" ` +
		`xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ` +
		`xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:new="urn:of-a-later-word"`
)

// packed is a Word file of parts by name; "body" stands for the document part
// around it.
func packed(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	archive := zip.NewWriter(&b)
	all := map[string]string{
		"_rels/.rels": relationList("officeDocument", "word/document.xml", "metadata/core-properties", "docProps/core.xml"),
		"word/_rels/document.xml.rels": relationList("styles", "styles.xml", "numbering", "numbering.xml",
			"customXml", "../customXml/item1.xml", "customXml", "../customXml/item2.xml"),
	}
	for name, content := range parts {
		if name == "body" {
			name, content = "word/document.xml", `<w:document `+transitional+`><w:body>`+content+`</w:body></w:document>`
		}
		all[name] = content
	}
	for name, content := range all {
		w, err := archive.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func relationList(kindAndTarget ...string) string {
	var b strings.Builder
	b.WriteString(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for i := 0; i < len(kindAndTarget); i += 2 {
		fmt.Fprintf(&b, `<Relationship Id="r%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>`, i, kindAndTarget[i], kindAndTarget[i+1])
	}
	return b.String() + `</Relationships>`
}

func read(t testing.TB, parts map[string]string) *manuscript.Manuscript {
	t.Helper()
	file := packed(t, parts)
	m, err := Read(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// dump is a manuscript for people: a block a line, a cell a line.
func dump(m *manuscript.Manuscript) string {
	var b strings.Builder
	for _, block := range m.Blocks {
		if p := block.Paragraph; p != nil {
			b.WriteString("p")
			if p.Level > 0 {
				fmt.Fprintf(&b, "%d", p.Level)
			}
			if p.Strong {
				b.WriteString(" strong")
			}
			if p.Centre {
				b.WriteString(" centre")
			}
			fmt.Fprintf(&b, " %q\n", p.Number+p.Text)
			continue
		}
		dumpTable(&b, block.Table, "")
	}
	for _, note := range m.Notes {
		fmt.Fprintf(&b, "%s %s\n", note.Code, note.Message)
	}
	return b.String()
}

func dumpTable(b *strings.Builder, t *manuscript.Table, indent string) {
	fmt.Fprintf(b, "%stable %d×%d\n", indent, t.Rows, t.Columns)
	for _, c := range t.Cells {
		fmt.Fprintf(b, "%s %d,%d", indent, c.Row, c.Column)
		if c.RowSpan > 1 || c.ColumnSpan > 1 {
			fmt.Fprintf(b, " %d×%d", c.RowSpan, c.ColumnSpan)
		}
		fmt.Fprintf(b, " %q\n", c.Text)
		for _, inner := range c.Tables {
			dumpTable(b, inner, indent+"  ")
		}
	}
}

// whole fails unless every position of every grid belongs to one cell.
func whole(t testing.TB, m *manuscript.Manuscript) {
	t.Helper()
	for _, block := range m.Blocks {
		if (block.Table == nil) == (block.Paragraph == nil) {
			t.Fatal("a block is neither or both")
		}
		if block.Table != nil {
			wholeTable(t, block.Table)
		}
	}
}

func wholeTable(t testing.TB, table *manuscript.Table) {
	t.Helper()
	owners := make([]int, table.Rows*table.Columns)
	for _, c := range table.Cells {
		for row := c.Row; row < c.Row+c.RowSpan; row++ {
			for column := c.Column; column < c.Column+c.ColumnSpan; column++ {
				if row >= table.Rows || column >= table.Columns {
					t.Fatalf("%s: a cell at %d, %d leaves the grid", table.Place, c.Row, c.Column)
				}
				owners[row*table.Columns+column]++
			}
		}
		for _, inner := range c.Tables {
			wholeTable(t, inner)
		}
	}
	for i, n := range owners {
		if n != 1 {
			t.Fatalf("%s: row %d, column %d belongs to %d cells", table.Place, i/table.Columns, i%table.Columns, n)
		}
	}
}

const sampleNumbering = `<w:numbering ` + transitional + `><w:abstractNum w:abstractNumId="5">` +
	`<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>` +
	`<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>` +
	`<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2.%3"/></w:lvl>` +
	`<w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="l"/></w:lvl>` +
	`<w:lvl w:ilvl="4"><w:start w:val="1"/><w:numFmt w:val="decimalEnclosedCircle"/><w:lvlText w:val="%5"/><w:lvlRestart w:val="0"/><w:pStyle w:val="item"/></w:lvl></w:abstractNum>` +
	`<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="11"/></w:lvlOverride></w:num></w:numbering>`
