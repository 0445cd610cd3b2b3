package docx_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"nianbao/document"
	"nianbao/render/docx"
	"nianbao/report/jsonfile"
	"nianbao/templates"
)

// The tables of edition 2021 against the empty form that offices pass around:
// every span, merge and label.
func TestGridOfTheForm(t *testing.T) {
	path := filepath.Join("..", "..", "..", "shared", "reports", "form-2021.docx")
	theirs, err := os.ReadFile(path)
	if err != nil {
		t.Skipf("the published form is not here: %v", err)
	}
	form, err := templates.Load("2021")
	if err != nil {
		t.Fatal(err)
	}
	blank, _ := jsonfile.Decode(jsonfile.Blank(form, "某县", 2024))
	ours, err := docx.Write(document.Fill(blank, document.Options{Draft: true}))
	if err != nil {
		t.Fatal(err)
	}
	want, got := grids(t, theirs), grids(t, ours)
	if len(want) != 3 || len(got) != 3 {
		t.Fatalf("%d tables in the form, %d in ours; want 3 and 3", len(want), len(got))
	}
	cells := 0
	for i := range want {
		if len(want[i]) != len(got[i]) {
			t.Errorf("table %d has %d rows, the form %d", i+1, len(got[i]), len(want[i]))
			continue
		}
		for j := range want[i] {
			cells += len(want[i][j])
			if a, b := fmt.Sprint(want[i][j]), fmt.Sprint(got[i][j]); a != b {
				t.Errorf("table %d row %d\nform %s\nours %s", i+1, j+1, a, b)
			}
		}
	}
	t.Logf("%d cells compared", cells)
}

// A gridCell is what a Word cell says of its place, and its words.
type gridCell struct {
	span  int
	merge string
	words string
}

func grids(t *testing.T, file []byte) [][][]gridCell {
	t.Helper()
	var doc struct {
		Tables []struct {
			Rows []struct {
				Cells []struct {
					Properties struct {
						Span struct {
							Value int `xml:"val,attr"`
						} `xml:"gridSpan"`
						Merge *struct {
							Value string `xml:"val,attr"`
						} `xml:"vMerge"`
					} `xml:"tcPr"`
					Text []string `xml:"p>r>t"`
				} `xml:"tc"`
			} `xml:"tr"`
		} `xml:"body>tbl"`
	}
	if err := xml.Unmarshal(partOf(t, file, "word/document.xml"), &doc); err != nil {
		t.Fatal(err)
	}
	var out [][][]gridCell
	for _, table := range doc.Tables {
		var rows [][]gridCell
		for _, row := range table.Rows {
			var cells []gridCell
			for _, c := range row.Cells {
				cell := gridCell{span: max(1, c.Properties.Span.Value)}
				if m := c.Properties.Merge; m != nil {
					if cell.merge = m.Value; cell.merge == "" {
						cell.merge = "continue"
					}
				}
				cell.words = strings.Map(func(r rune) rune {
					if unicode.IsSpace(r) {
						return -1
					}
					return r
				}, strings.Join(c.Text, ""))
				cells = append(cells, cell)
			}
			rows = append(rows, cells)
		}
		out = append(out, rows)
	}
	return out
}

func partOf(t *testing.T, file []byte, name string) []byte {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := archive.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
