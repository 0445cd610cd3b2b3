package reading

import (
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/fixtures"
	"nianbao/manuscript"
	"nianbao/manuscript/web"
	"nianbao/report/jsonfile"
)

// The habits of real files, one a folder. Wherever a number is read, it is the
// one that the form has there.
func TestHabits(t *testing.T) {
	dirs, err := filepath.Glob("testdata/habits/*")
	if err != nil || len(dirs) == 0 {
		t.Fatal("no fixtures", err)
	}
	for _, dir := range dirs {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			r := Understand(input(t, dir))
			fixtures.Golden(t, filepath.Join(dir, "report.json"), jsonfile.Encode(r.Report))
			fixtures.Golden(t, filepath.Join(dir, "problems.txt"), []byte(told(r)))
		})
	}
}

func input(t testing.TB, dir string) *manuscript.Manuscript {
	t.Helper()
	if page, err := os.ReadFile(filepath.Join(dir, "input.html")); err == nil {
		m, err := web.Read(strings.NewReader(withTables(t, string(page))))
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	text, err := os.ReadFile(filepath.Join(dir, "input.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return parseManuscript(string(text))
}

// withTables puts the tables of the case as-the-form where a page says {{table 2}}:
// what such a page is about is what stands around them.
func withTables(t testing.TB, page string) string {
	t.Helper()
	n := 0
	for _, block := range input(t, "testdata/habits/as-the-form").Blocks {
		if block.Table != nil {
			n++
			page = strings.ReplaceAll(page, fmt.Sprintf("{{table %d}}", n), inHTML(block.Table))
		}
	}
	return page
}

func inHTML(table *manuscript.Table) string {
	var b strings.Builder
	b.WriteString("<table>")
	row := -1
	for _, c := range table.Cells {
		if c.Row != row {
			b.WriteString("\n<tr>")
			row = c.Row
		}
		fmt.Fprintf(&b, "<td rowspan=%d colspan=%d>%s</td>", c.RowSpan, c.ColumnSpan, html.EscapeString(c.Text))
	}
	return b.String() + "\n</table>"
}

// told is all that people are told.
func told(r *Reading) string {
	var b strings.Builder
	for _, s := range r.Summary {
		b.WriteString(s + "\n")
	}
	b.WriteString("\n")
	for _, p := range r.Problems {
		b.WriteString(p.Severity.Name() + " " + p.String() + "\n")
	}
	return b.String()
}
