// Package layout sets a document on pages: it breaks lines, sizes rows and
// decides where each page ends. What comes out is placed text and rules, which
// a page format only has to write down.
package layout

import (
	"nianbao/render/font"
	"nianbao/render/style"
)

// A Layout is a document on pages.
type Layout struct {
	Title     string
	Author    string
	Date      string // YYYY-MM-DD as given in the report, or ""
	Language  string // BCP 47
	Pages     []Page
	Elements  []Element // the logical structure; Elements[0] is the document, parents stand before children
	Bookmarks []Bookmark

	// Places are the pages, from 0, where the cells and blanks of paths stand, those
	// without a letter too.
	Places map[string]int

	// Pads is what stands above and below the lines of each table's cells, in the
	// order of the document's tables.
	Pads []style.Length
}

// A Page is an A4 page. Marks stand in reading order; x runs right from the
// page's left edge, y down from its top edge.
type Page struct {
	Marks   []Mark
	Links   []Link
	outside int // how many of the last marks stand outside the text: the page's number, a draft's mark
}

// A Link is an area of a page that leads to another place of the document.
type Link struct {
	Element             int // a TagLink, which holds its text
	X, Y, Width, Height style.Length
	Text                string   // what is said of where it leads
	To                  Bookmark // its place alone counts
}

// A Mark is one thing drawn on a page: exactly one of Text, Rule or Box is set.
type Mark struct {
	Element int // index in Layout.Elements, or Artifact
	Text    *Text
	Rule    *Rule
	Box     *Box
}

// Artifact marks what is drawn but not part of the text: page numbers, rules, shades.
const Artifact = -1

// A Text is characters in one face and size on one base line.
type Text struct {
	Face    *font.Face
	Size    style.Length
	X, Y    style.Length // start of the base line
	Runes   []rune
	Glyphs  []uint16     // one a rune, in Face
	Spacing style.Length // added after every character but the last: tracking, and what makes margins even
	// Wider and Last are how much of what follows every character but the last, and
	// the last one, goes into the character's own advance, in thousandths of an em:
	// readers of PDF take a jump of more than a tenth for a space. No place changes by it.
	Wider, Last int
	Unseen      []rune // the spaces behind which a line was broken: no ink, and part of what it says
	Colour      string // RRGGBB; "": black
	Turn        int    // degrees counter-clockwise round X, Y (the draft's 送审稿)
	// Actual is the text to be read out where it differs from Runes; "" otherwise.
	Actual string
}

// A Rule is a straight line with square ends.
type Rule struct {
	X1, Y1, X2, Y2, Width style.Length
}

// A Box is a filled rectangle.
type Box struct {
	X, Y, Width, Height style.Length
	Colour              string // RRGGBB
}

// A Tag names what an Element is; the names are those of ISO 32000-1, 14.8.4.
type Tag string

const (
	TagDocument Tag = "Document"
	TagPart     Tag = "Part"
	TagTOC      Tag = "TOC"
	TagTOCI     Tag = "TOCI"
	TagH1       Tag = "H1"
	TagH2       Tag = "H2"
	TagH3       Tag = "H3"
	TagP        Tag = "P"
	TagLink     Tag = "Link"
	TagH4       Tag = "H4"
	TagL        Tag = "L"
	TagLI       Tag = "LI"
	TagLbl      Tag = "Lbl"
	TagLBody    Tag = "LBody"
	TagTable    Tag = "Table"
	TagTR       Tag = "TR"
	TagTH       Tag = "TH"
	TagTD       Tag = "TD"
)

// An Element is one node of the logical structure. A paragraph that runs over
// two pages, and a table that does, is still one Element.
type Element struct {
	Tag              Tag
	Parent           int    // index of the parent, -1 for the document
	Scope            string // TH only: Row, Column or Both
	RowSpan, ColSpan int    // TH and TD only, at least 1

	ID      string   // of a TH; "": none
	Heads   []string // TH and TD: the IDs of the heads that name the cell
	Summary string   // Table only: what its rows and columns are
	To      int      // TOCI only: the element that it leads to
	Actual  string   // what is to be read out in place of what is drawn; "": what is drawn
	From    string   // path in the report, "" for what the form says
}

// A Bookmark is an entry of the outline that a viewer shows beside the pages.
type Bookmark struct {
	Level   int // 1 for the title, 2 for sections
	Text    string
	Element int // the heading
	Page    int // index in Layout.Pages
	Y       style.Length
}
