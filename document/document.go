// Package document is a report as it stands on paper, before any ink: headings,
// paragraphs and tables of merged cells, the same for every output format.
package document

import (
	"strings"
	"unicode/utf8"
)

// A Document is a filled template.
type Document struct {
	Agency   string   // the first line of the title where the title takes two
	Heading  string   // the rest of the title
	Broken   []string // the title in the lines that the office wants; nil: the layout breaks it
	Author   string   // who signs, or the agency
	Date     string   // YYYY-MM-DD as the report gives it, or ""
	Language string   // BCP 47
	Draft    bool     // every page is marked 送审稿
	Lacking  string   // what every page of a draft says besides; "": nothing
	Blocks   []Block
	Marks    []byte // what a Word file carries beside what it prints: Marks, encoded; nil: nothing
	Digest   string // of what it prints, which all its files carry: 32 hexadecimal digits; "": none does
}

// Title is the whole title in one line.
func (d *Document) Title() string { return d.Agency + d.Heading }

// FileTitle is the title that a file has of itself: a draft says that it is one.
func (d *Document) FileTitle() string {
	if d.Draft {
		return d.Title() + DraftMark
	}
	return d.Title()
}

// DraftMark ends the name of a draft, which must not be taken for the report.
const DraftMark = "（送审稿）"

// A Block is one of Heading, Paragraph, Table, Signature.
type Block interface{ block() }

// A Heading stands on lines of its own. Levels are 1 (一、), 2 (（一）) and 3 (1.).
type Heading struct {
	Level   int
	Text    string
	From    string // path in the report; "" where the template says it
	Place   string // how people call that
	NewPage bool
}

// Keeps reports whether the heading stays with what follows it. A numbered line
// that is a sentence, or runs over several lines, is set as a heading and reads
// as text: a list of them may part at any page.
func (h Heading) Keeps() bool {
	return h.Level == 1 || !strings.ContainsAny(lastOf(h.Text), "。；！？") && utf8.RuneCountInString(h.Text) <= longestTitle
}

// longestTitle is two lines less the indent of two characters.
const longestTitle = 2*CharactersOfLine - 2

func lastOf(text string) string {
	trimmed := strings.TrimRight(text, "”’」』）》")
	_, size := utf8.DecodeLastRuneInString(trimmed)
	return trimmed[len(trimmed)-size:]
}

// A Paragraph is prose. Where its first sentence is a run-in heading, Lead holds
// that sentence and Level its level; otherwise Lead is "" and Level 0.
type Paragraph struct {
	Level int
	Lead  string
	Text  string
	From  string
	Place string
	Blank bool // not filled in; only a draft prints it

	Item string // the number that Text begins with, as an item of a list: (1), ①, 第一，
	List bool   // the item begins a list
}

// StaysWhole reports whether a last paragraph goes to the next page with the
// signature, which has to stand on a page that also holds text (GB/T 9704-2012,
// 7.3.5.5). One of more than twelve lines would leave too much of a page empty,
// and with its heading not fit one: it may part, at the price that a signature
// without room then begins a page.
func (p Paragraph) StaysWhole() bool {
	return utf8.RuneCountInString(p.Lead+p.Text) <= 12*CharactersOfLine
}

// A Table lists only the cells that are drawn: a cell that a neighbour's span
// covers is in no row. Its rows never split.
type Table struct {
	Name    string
	Summary string // what its rows and columns are, for who hears it
	Widths  []int  // of the grid's columns, in twips
	Head    int    // rows repeated at the top of every page
	Rows    [][]Cell
	Dense   bool // set small, so that it fits one page
	Prose   bool // cells hold sentences: set in full lines from the left
}

// A Cell is one box of a table.
type Cell struct {
	Text             string
	Kind             CellKind
	Column           int // the grid column where it starts
	ColSpan, RowSpan int
	Align            Align
	Shade            string // RRGGBB; "": none
	From             string // path in the report; "" for a label: the way back from print to data
	Place            string // how people call it, for a number

	ID    string   // of a head, for the cells that it names
	Heads []string // the IDs of the heads that name the cell, as a person would read them
}

// A CellKind says what a cell is for.
type CellKind int

const (
	Number     CellKind = iota
	Blank               // a number that is not filled in; only a draft prints it
	RowLabel            // names the numbers to its right
	ColumnHead          // names the numbers below it
	Caption             // names the rows below it
	Words               // a remark or a sentence: names nothing
)

// An Align is where a cell's text stands.
type Align int

const (
	Centre Align = iota
	Left
)

// A Signature closes the text: GB/T 9704-2012, 7.3.5.
type Signature struct {
	Signatory string
	Date      string // as printed: 2023年1月18日
	Sealed    bool   // a seal will stand over it (7.3.5.1)
}

func (Heading) block()   {}
func (Paragraph) block() {}
func (Table) block()     {}
func (Signature) block() {}
