package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"nianbao/check"
	"nianbao/document"
	"nianbao/problem"
	"nianbao/render/font"
	"nianbao/render/layout"
	"nianbao/report"
	"nianbao/report/jsonfile"
)

// A material is what every library is given: the project's own document and
// the same on pages.
type material struct {
	report   *report.Report
	document *document.Document
	layout   *layout.Layout
}

// A writer makes a file of it.
type writer func(material) ([]byte, error)

// read makes the material of a fixture.
func read(fixture string, faces *font.Set) (material, error) {
	file := filepath.Join("..", "fixtures", fixture, "report.json")
	src, err := os.ReadFile(file)
	if err != nil {
		return material{}, fmt.Errorf("run this in the folder bench: %w", err)
	}
	r, problems := jsonfile.Decode(src)
	for _, p := range append(problems, check.Check(r)...) {
		if p.Severity == problem.Error {
			return material{}, fmt.Errorf("%s: %s", file, p.Message)
		}
	}
	m := material{report: r, document: document.Fill(r, document.Options{})}
	if m.layout, problems = layout.Set(m.document, faces); m.layout == nil {
		return material{}, fmt.Errorf("%s: %s", file, problems[0].Message)
	}
	return m, nil
}

// date is the report's own: files must not name the time of writing.
func (m material) date() time.Time {
	date, err := time.Parse(time.DateOnly, m.document.Date)
	if err != nil {
		return time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC) // a report without a date
	}
	return date
}
