// Package sheet writes the workbooks of a collection: lists that print on A4
// across, whose texts wrap, and whose numbers are numbers.
package sheet

import (
	"github.com/xuri/excelize/v2"
)

// A Book is a workbook.
type Book struct {
	Title       string
	Description string // what the file says of itself; see Mark
	Sheets      []Sheet
}

// A Sheet is its rows, from the first.
type Sheet struct {
	Name   string
	Widths []float64 // of the columns, in characters of Latin
	Rows   []Row
	Merges []Area
	Head   int   // rows that stay in place and repeat on every page
	Labels int   // columns that stay in place and repeat
	Filter bool  // on the last row of the head
	Wide   bool  // it takes several pages side by side; all others are as wide as one
	Breaks []int // rows that begin a page
}

// A Row is as high as its texts need.
type Row struct{ Cells []Cell }

// An Area is a merged cell, from 0, both ends included.
type Area struct{ Row, Column, ToRow, ToColumn int }

// A Cell is a text unless it is said to be a number. A text never becomes a
// formula, whatever it begins with.
type Cell struct {
	Text    string
	Number  bool   // Text is a number of at most report.MaxDigits digits
	Formula string // without =; Text is the value that it comes to
	Style   Style
}

// A Style is how a cell looks.
type Style struct {
	Kind Kind
	Tone Tone
	Left bool
	Wide bool // without rules around it
}

// A Kind is what a cell is for.
type Kind int

const (
	Plain Kind = iota
	Head
	Title
	Note
)

// A Tone colours a state, which words tell as well.
type Tone int

const (
	NoTone Tone = iota
	Red
	Yellow
	Green
	Grey
)

// Write is the workbook's file. The same book gives the same bytes.
func (b Book) Write() ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	w := writer{file: f, styles: map[Style]int{}}
	w.do(f.SetDocProps(&excelize.DocProperties{Title: clean(b.Title), Description: b.Description, Creator: "nianbao", LastModifiedBy: "nianbao",
		Created: "2000-01-01T00:00:00Z", Modified: "2000-01-01T00:00:00Z", Language: "zh-CN"}))
	w.do(f.SetAppProps(&excelize.AppProperties{Application: "nianbao", AppVersion: "01.0000"}))
	for i, s := range b.Sheets {
		if i == 0 {
			w.do(f.SetSheetName(f.GetSheetName(0), s.Name))
		} else {
			_, err := f.NewSheet(s.Name)
			w.do(err)
		}
	}
	for _, s := range b.Sheets {
		w.sheet(s)
	}
	if w.err != nil {
		return nil, w.err
	}
	out, err := f.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return ordered(out.Bytes())
}
