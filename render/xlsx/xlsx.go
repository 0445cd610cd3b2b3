// Package xlsx writes the form as a spreadsheet (ISO/IEC 29500-1, 18) that people
// fill in with Excel, WPS or LibreOffice: the tables as they are printed, sums as
// formulas, a sheet for each text. What is to be typed is open, all else locked
// without a password. A name of the file's own stands for each cell's path.
package xlsx

import (
	"fmt"
	"strings"

	"nianbao/document"
	"nianbao/report"
	"nianbao/templates"
)

// Write returns the form with what a report has: a new one's cells are empty.
// Totals are the form's own sums, whatever the report says of them. The same
// report gives the same bytes.
func Write(r *report.Report) ([]byte, error) {
	b := &book{looks: []look{{}}}
	d := document.Fill(r, document.Options{})
	front := b.sheet(r.Template.Preamble)
	front.title(d.Title())
	front.prose(templates.PreambleKey, r.Template.Preamble, r.Prose[templates.PreambleKey].Text)
	tables := 0
	for _, section := range r.Template.Sections {
		s := b.sheet(section.Heading)
		if section.Table == nil {
			s.heading(section.Heading, 1)
			s.prose(section.Key, section.Heading, r.Prose[section.Key].Text)
			continue
		}
		t := tableOf(d, tables)
		tables++
		s.heading(section.Heading, len(t.Widths))
		s.table(t, r)
	}
	b.sheet(signatureSheet).signature(d)
	if b.fault != nil {
		return nil, b.fault
	}
	return b.pack()
}

// signatureSheet is the last sheet: who signs, and when.
const signatureSheet = "落款"

// tableOf is one of a document's tables, by its number.
func tableOf(d *document.Document, number int) document.Table {
	for _, block := range d.Blocks {
		if t, ok := block.(document.Table); ok {
			if number == 0 {
				return t
			}
			number--
		}
	}
	panic("a document has a table for each that its form has")
}

// A book is the file while it is made.
type book struct {
	sheets []*sheet
	looks  []look // of cells; the first is that of cells that say nothing of it
	names  []name
	fault  error // the first thing that a spreadsheet cannot hold
}

// A name stands for cells: the path of what is typed there.
type name struct{ path, cells string }

// A sheet is one sheet: rows of cells from the top.
type sheet struct {
	book   *book
	name   string
	widths []float64 // of columns, in digits of the usual size
	rows   []row
	merges []string
	rules  []rule
	wide   bool // printed on one page's width whatever it is
}

type row struct {
	height float64 // in points
	grows  bool    // with what is typed
	cells  []cell
}

// A cell is a text, a number, or a formula with its value; where it has none of
// them, it is there for its look.
type cell struct {
	column  int
	look    look
	text    string
	number  bool
	formula string
}

func (b *book) sheet(heading string) *sheet {
	s := &sheet{book: b, name: sheetName(heading), widths: []float64{proseWidth}}
	b.sheets = append(b.sheets, s)
	return s
}

// sheetName is a heading as a sheet may be called: 31 characters, none of []:*?/\.
func sheetName(heading string) string {
	runes := []rune(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\'`, r) {
			return '_'
		}
		return r
	}, heading))
	return string(runes[:min(len(runes), 31)])
}

// call names cells of the sheet by a path.
func (s *sheet) call(path, cells string) {
	s.book.names = append(s.book.names, name{path, fmt.Sprintf("'%s'!%s", s.name, cells)})
}

// position is A1 for the cell in the first row and column, both from 0.
func position(row, column int) string { return fmt.Sprintf("%s%d", letters(column), row+1) }

// fixed is the same as names of cells have it: $A$1.
func fixed(row, column int) string { return fmt.Sprintf("$%s$%d", letters(column), row+1) }

func letters(column int) string {
	out := ""
	for column++; column > 0; column = (column - 1) / 26 {
		out = string(rune('A'+(column-1)%26)) + out
	}
	return out
}
