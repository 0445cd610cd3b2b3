// Package manuscript holds a written report as a file shows it, before anyone
// has understood it: paragraphs and tables in reading order. Its sub-packages
// read Word files (word), web pages (web) and spreadsheets (workbook) into it.
package manuscript

// A Manuscript is what a file shows to its readers.
type Manuscript struct {
	Blocks []Block // in reading order
	Notes  []Note  // what a reader of the file would not see, or not see as it is
	Marks  []byte  // what the program put into a file of its own, document.Marks; nil: nothing
}

// A Block is a paragraph or a table; the other is nil.
type Block struct {
	Paragraph *Paragraph
	Table     *Table
}

// A Paragraph is one paragraph of text.
type Paragraph struct {
	Text   string // soft returns are '\n', tabs '\t'; nothing is trimmed
	Number string // the automatic number before it, as shown ("一、"); "" for none
	Level  int    // outline level 1–9, from the style or the tag; 0 for text
	Strong bool   // all of it is bold or in a heading face
	Centre bool
	Signs  bool   // in the style of a signature
	Place  string // where it stands, for people: 正文第 12 段
}

// A Table has a full grid: every position belongs to one cell, once.
type Table struct {
	Rows, Columns int
	Cells         []Cell // by row, then column
	Place         string // 第 2 个表
}

// A Cell covers RowSpan × ColumnSpan positions from Row, Column (from 0).
type Cell struct {
	Row, Column         int
	RowSpan, ColumnSpan int
	Name                string // what the file calls it, such as C5; "" where cells have no names
	Missing             bool   // the file has no cell here; this one fills the grid
	Text                string // paragraphs joined by '\n'
	Tables              []*Table
}

// A Note is a remark on the file, such as tracked changes that were taken as
// accepted. Code is stable and in ASCII (import.tracked_changes …).
type Note struct {
	Code    string
	Place   string
	Message string // Chinese
	Fix     string // Chinese; "" when nothing is to be done
	Warn    bool   // something that the file shows may be missing or another in what is read
}
