package word

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// The empty form that offices pass around, as Word saved it.
func TestPublishedForm(t *testing.T) {
	file, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "reports", "form-2021.docx"))
	if err != nil {
		t.Skipf("the published form is not here: %v", err)
	}
	m, err := Read(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	whole(t, m)
	var sizes [][2]int
	headings := 0
	for _, b := range m.Blocks {
		switch {
		case b.Table != nil:
			sizes = append(sizes, [2]int{b.Table.Rows, b.Table.Columns})
		case b.Paragraph.Strong:
			headings++
		}
	}
	if want := [][2]int{{14, 4}, {28, 10}, {4, 15}}; len(sizes) != 3 || [3][2]int(sizes) != [3][2]int(want) {
		t.Errorf("tables of %v, want %v", sizes, want)
	}
	if headings != 7 { // the title and six sections
		t.Errorf("%d headings", headings)
	}
}
