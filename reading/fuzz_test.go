package reading

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/manuscript"
	"nianbao/reading/naming"
	"nianbao/reading/spelling"
	"nianbao/report"
	"nianbao/templates"
)

// Whatever a file holds: no panic, and every number that is read stands in one
// of its cells, digit by digit.
func FuzzUnderstand(f *testing.F) {
	files, _ := filepath.Glob("testdata/habits/*/input.txt")
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 50_000 {
			t.Skip()
		}
		m := parseManuscript(text)
		r := Understand(m)
		said := map[string]bool{}
		for _, b := range m.Blocks {
			if b.Table != nil {
				collect(b.Table, said)
			}
		}
		for path, n := range r.Report.Numbers {
			if n.Origin == report.Given && !said[n.Text] {
				t.Errorf("%s: %q stands in no cell", path, n.Text)
			}
			if n.Origin != report.Computed && r.Places[path] == "" {
				t.Errorf("%s: %q stands nowhere", path, n.Text)
			}
		}
	})
}

// collect gathers the texts of cells, spelled as numbers are.
func collect(t *manuscript.Table, said map[string]bool) {
	for i := range t.Cells {
		narrow := strings.Map(func(r rune) rune {
			switch {
			case '！' <= r && r <= '～':
				return r - '！' + '!'
			case r == '−':
				return '-'
			case naming.Invisible(r):
				return -1
			}
			return r
		}, naming.Trim(t.Cells[i].Text))
		plain := strings.NewReplacer(",", "", " ", "").Replace(narrow)
		said[plain] = true
		for _, unit := range []string{"元", "万元", "亿元"} {
			said[strings.TrimSuffix(plain, unit)] = true
		}
		if strings.Trim(plain, `/\∕`) == "" {
			said["/"] = true
		}
		for _, kind := range []templates.Kind{templates.Count, templates.Amount} {
			said[spelling.Read(kind, "万元", t.Cells[i].Text).Text] = true
		}
		for _, inner := range t.Cells[i].Tables {
			collect(inner, said)
		}
	}
}
