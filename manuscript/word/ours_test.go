package word

import (
	"bytes"
	"strings"
	"testing"

	"nianbao/document"
	"nianbao/fixtures"
	"nianbao/render/docx"
	"nianbao/report/jsonfile"
)

// Every Word file that the program writes is read as what it prints, and gives
// its marks back.
func TestOurOwn(t *testing.T) {
	for _, c := range append(fixtures.Good(t), fixtures.Drafts(t)...) {
		file, d := ours(t, c)
		m, err := Read(bytes.NewReader(file), int64(len(file)))
		if err != nil {
			t.Fatalf("%s: %v", c.Name, err)
		}
		if !bytes.Equal(m.Marks, d.Marks) {
			t.Errorf("%s: other marks", c.Name)
		}
		if len(m.Notes) > 0 {
			t.Errorf("%s: %v", c.Name, m.Notes)
		}
		var got, want strings.Builder
		for _, b := range m.Blocks {
			if b.Paragraph != nil {
				got.WriteString(b.Paragraph.Text)
				continue
			}
			for _, cell := range b.Table.Cells {
				got.WriteString(cell.Text)
			}
		}
		want.WriteString(d.Title())
		for _, b := range d.Blocks {
			switch b := b.(type) {
			case document.Heading:
				want.WriteString(b.Text)
			case document.Paragraph:
				want.WriteString(b.Lead + b.Text)
			case document.Signature:
				want.WriteString(b.Signatory + b.Date)
			case document.Table:
				for _, row := range b.Rows {
					for _, cell := range row {
						want.WriteString(cell.Text)
					}
				}
			}
		}
		plain := strings.NewReplacer("\n", "", " ", "", "\u3000", "")
		if a, b := plain.Replace(got.String()), plain.Replace(want.String()); a != b {
			t.Errorf("%s: read\n%.300s\nprinted\n%.300s", c.Name, a, b)
		}
	}
}

func ours(t testing.TB, c fixtures.Case) ([]byte, *document.Document) {
	t.Helper()
	rep, _ := jsonfile.Decode(c.JSON)
	d := document.Fill(rep, document.Options{})
	d.Marks = document.MarksOf(rep, d).Encode()
	file, err := docx.Write(d)
	if err != nil {
		t.Fatal(err)
	}
	return file, d
}

func BenchmarkRead(b *testing.B) {
	file, _ := ours(b, fixtures.Named(b, "laiyuan-2022"))
	for b.Loop() {
		if _, err := Read(bytes.NewReader(file), int64(len(file))); err != nil {
			b.Fatal(err)
		}
	}
}
