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
	transitional = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	strict       = `xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"`
)

// packed is a Word file of parts by name; "body" stands for the document part
// around it.
func packed(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	archive := zip.NewWriter(&b)
	all := map[string]string{
		"_rels/.rels": relations("officeDocument", "word/document.xml"),
		"word/_rels/document.xml.rels": relations("styles", "styles.xml", "numbering", "numbering.xml",
			"comments", "comments.xml"),
	}
	for name, content := range parts {
		if name == "body" {
			name, content = "word/document.xml", `<w:document `+transitional+` xmlns:mc="m" xmlns:v="v" xmlns:wps="wps"><w:body>`+content+`</w:body></w:document>`
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

func relations(kindAndTarget ...string) string {
	text := `<Relationships xmlns="r">`
	for i := 0; i < len(kindAndTarget); i += 2 {
		text += fmt.Sprintf(`<Relationship Id="r%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>`, i, kindAndTarget[i], kindAndTarget[i+1])
	}
	return text + `</Relationships>`
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
