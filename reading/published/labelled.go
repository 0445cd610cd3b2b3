// Package published has the pages in ../testdata with the form's labels, which stand in
// templates alone, put in their places; for tests.
package published

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"nianbao/templates"
)

// Labelled is a page with the form's labels where it names their places: section,
// part, row or column with its key, and which line of the label, without its numeral.
func Labelled(t testing.TB, page []byte) []byte {
	t.Helper()
	form, err := templates.Load("2021")
	if err != nil {
		t.Fatal(err)
	}
	numeral := regexp.MustCompile(`^(\d+\.|（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、)`)
	var pairs []string
	for _, s := range form.Sections {
		if s.Table == nil {
			continue
		}
		for i, part := range s.Table.Parts {
			add := func(kind, key string, label []string) {
				for line, text := range label {
					place := fmt.Sprintf("[[%s.%d.%s.%s.%d]]", s.Key, i+1, kind, key, line+1)
					pairs = append(pairs, place, numeral.ReplaceAllString(text, ""))
				}
			}
			for _, c := range part.Columns {
				add("column", c.Key, c.Label)
			}
			for _, r := range part.Rows {
				add("row", r.Key, r.Label)
			}
		}
	}
	page = []byte(strings.NewReplacer(pairs...).Replace(string(page)))
	if place := bytes.Index(page, []byte("[[")); place >= 0 {
		t.Fatalf("no label for %.60s", page[place:])
	}
	return page
}
