package reading

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/fixtures"
	"nianbao/manuscript"
	"nianbao/manuscript/web"
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
			fixtures.Golden(t, filepath.Join(dir, "report.json"), r.Report.Encode())
			fixtures.Golden(t, filepath.Join(dir, "problems.txt"), []byte(told(r)))
		})
	}
}

func input(t testing.TB, dir string) *manuscript.Manuscript {
	t.Helper()
	if page, err := os.Open(filepath.Join(dir, "input.html")); err == nil {
		defer page.Close()
		m, err := web.Read(page)
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
