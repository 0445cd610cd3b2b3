package web

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/fixtures"
	"nianbao/manuscript"
)

// Every page in testdata has its dump beside it.
func TestPages(t *testing.T) {
	pages, _ := filepath.Glob("testdata/*.html")
	if len(pages) == 0 {
		t.Fatal("no pages")
	}
	for _, page := range pages {
		t.Run(filepath.Base(page), func(t *testing.T) {
			src, err := os.ReadFile(page)
			if err != nil {
				t.Fatal(err)
			}
			m, err := Read(bytes.NewReader(src))
			if err != nil {
				t.Fatal(err)
			}
			whole(t, m)
			fixtures.Golden(t, strings.TrimSuffix(page, ".html")+".txt", []byte(dump(m)))
		})
	}
}

func readText(t *testing.T, page string) string {
	t.Helper()
	m, err := Read(strings.NewReader(page))
	if err != nil {
		return "error: " + err.Error()
	}
	whole(t, m)
	return dump(m)
}

// dump shows a manuscript: a paragraph a line, a table row a line.
func dump(m *manuscript.Manuscript) string {
	var b strings.Builder
	for _, block := range m.Blocks {
		if p := block.Paragraph; p != nil {
			fmt.Fprintf(&b, "%s%s%q\n", properties(p), p.Number, p.Text)
			continue
		}
		dumpTable(&b, block.Table, "")
	}
	for _, n := range m.Notes {
		fmt.Fprintf(&b, "! %s: %s\n", n.Code, n.Message)
	}
	return b.String()
}

func properties(p *manuscript.Paragraph) string {
	out := ""
	if p.Level > 0 {
		out += fmt.Sprintf("h%d ", p.Level)
	}
	if p.Strong {
		out += "strong "
	}
	if p.Centre {
		out += "centre "
	}
	return out
}

func dumpTable(b *strings.Builder, t *manuscript.Table, indent string) {
	fmt.Fprintf(b, "%s%s %d×%d\n", indent, t.Place, t.Rows, t.Columns)
	for i, c := range t.Cells {
		if i == 0 || t.Cells[i-1].Row != c.Row {
			fmt.Fprintf(b, "%s  %d", indent, c.Row)
		}
		fmt.Fprintf(b, " |%d", c.Column)
		if c.RowSpan > 1 || c.ColumnSpan > 1 {
			fmt.Fprintf(b, "(%d×%d)", c.RowSpan, c.ColumnSpan)
		}
		fmt.Fprintf(b, " %q", c.Text)
		if i+1 < len(t.Cells) && t.Cells[i+1].Row == c.Row {
			continue
		}
		b.WriteString("\n")
		for _, outer := range t.Cells[:i+1] {
			for _, inner := range outer.Tables {
				if outer.Row == c.Row {
					dumpTable(b, inner, indent+"    ")
				}
			}
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
