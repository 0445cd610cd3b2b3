package workbook

import (
	"io"
	"strings"

	"nianbao/manuscript/ooxml"
)

// A Book is a workbook as it stands, for lists that are no report.
type Book struct {
	Sheets      []Sheet // hidden ones too
	Description string  // what the file's properties say of it
}

// A Sheet holds the rows in which something stands.
type Sheet struct {
	Name string
	Rows []Row
}

// A Row is one row of a sheet, counted from 1 as people do.
type Row struct {
	Number int
	Cells  []string // from the first column to the last that holds something
}

// At is what a row says in a column, from 0, without the blanks around it.
func (r Row) At(column int) string {
	if column < 0 || column >= len(r.Cells) {
		return ""
	}
	return strings.TrimSpace(r.Cells[column])
}

// ReadBook reads a workbook cell by cell. Its errors are Chinese sentences without
// a full stop.
func ReadBook(r io.ReaderAt, size int64) (*Book, error) {
	p, err := ooxml.Open(r, size, spaces)
	if err != nil {
		return nil, ooxml.Explain(err)
	}
	b := &book{mostCells: 40 * maxCells, mostText: 16 * maxText} // a thousand units' numbers
	out := &Book{Description: description(p)}
	room := 2 * b.mostCells // of positions, most of which hold nothing
	err = b.each(p, true, func(g *grid) error {
		s := Sheet{Name: g.name}
		for _, l := range g.lines {
			if len(l.columns) == 0 {
				continue // lines around nothing
			}
			cells := make([]string, l.columns[len(l.columns)-1]+1)
			if room -= len(cells); room < 0 {
				return ooxml.ErrTooMany
			}
			for _, column := range l.columns {
				cells[column] = g.cells[[2]int{l.row, column}]
			}
			s.Rows = append(s.Rows, Row{l.row + 1, cells})
		}
		out.Sheets = append(out.Sheets, s)
		return nil
	})
	if err != nil {
		return nil, ooxml.Explain(err)
	}
	return out, nil
}

// description is the file's own, "" where it has none that can be read.
func description(p *ooxml.Package) string {
	top, err := p.Related("")
	if err != nil || !p.Has(top.First("core-properties")) {
		return ""
	}
	text := ""
	if err := p.ReadWhole(top.First("core-properties"), func(x *ooxml.Scanner) {
		x.Root()
		for name := range x.Children() {
			if name == "dc:description" {
				text = x.Text(maxText)
			}
		}
	}); err != nil {
		return ""
	}
	return text
}
