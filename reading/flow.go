package reading

import (
	"strings"

	"nianbao/manuscript"
	"nianbao/reading/naming"
	"nianbao/reading/tabular"
)

// A flow is a file's text in reading order, with the tables between.
type flow struct {
	lines  []textLine
	tables []tableSpot
	large  []*tabular.Grid // tables too large to be one of the form's
	left   []string        // what was not read at all
}

// A textLine is a line of text: a paragraph, or the part of one up to a soft return.
type textLine struct {
	text   string // without blanks at its ends, an automatic number written out
	level  int
	strong bool
	centre bool
	first  bool // of its paragraph
	place  string
	block  int // of the manuscript
}

// A tableSpot is a table and the number of lines before it.
type tableSpot struct {
	grid   *tabular.Grid
	before int
}

// Limits of a file. The longest real reports have some hundred paragraphs and
// a dozen tables.
const (
	mostLines   = 50_000
	mostTables  = 1_000
	mostColumns = 64 // what Word can make
	mostRows    = 500
	deepest     = 20
)

// flowOf unfolds a manuscript: tables that only lay a page out are taken apart.
func flowOf(m *manuscript.Manuscript) *flow {
	f := &flow{}
	for i, b := range m.Blocks {
		before := len(f.lines)
		switch {
		case b.Paragraph != nil:
			f.paragraph(b.Paragraph)
		case b.Table != nil:
			f.table(b.Table, 0)
		}
		for k := before; k < len(f.lines); k++ {
			f.lines[k].block = i
		}
	}
	return f
}

func (f *flow) paragraph(p *manuscript.Paragraph) {
	said := p.Text
	if p.Number != "" {
		said = naming.Trim(p.Number) + strings.TrimLeftFunc(said, naming.Blank)
	}
	f.text(said, textLine{level: p.Level, strong: p.Strong, centre: p.Centre, place: p.Place})
}

func (f *flow) text(said string, like textLine) {
	like.first = true
	for part := range strings.FieldsFuncSeq(said, func(r rune) bool {
		return r == '\n' || r == '\r' || r == '\v' || r == '\f' || r == '\u2028' || r == '\u2029'
	}) {
		if like.text = clean(part); like.text == "" {
			continue
		}
		if len(f.lines) == mostLines {
			f.left = append(f.left, like.place)
			return
		}
		f.lines = append(f.lines, like)
		like.first = false
	}
}

// table adds a table. One in which the tables are nested, or whose cells hold
// whole paragraphs with headings, lays a page out.
func (f *flow) table(t *manuscript.Table, depth int) {
	if len(f.tables) == mostTables || depth > deepest {
		f.left = append(f.left, t.Place)
		return
	}
	layout := lays(t)
	if !layout {
		switch g := tabular.New(t); {
		case g == nil:
			f.left = append(f.left, t.Place)
		case t.Columns > mostColumns || t.Rows > mostRows:
			f.large = append(f.large, g)
		default:
			f.tables = append(f.tables, tableSpot{g, len(f.lines)})
		}
	}
	for i := range t.Cells {
		c := &t.Cells[i]
		if layout && len(c.Text) > 0 {
			f.text(c.Text, textLine{place: t.Place})
		}
		for _, inner := range c.Tables {
			f.table(inner, depth+1)
		}
	}
}

// lays: the table is there for the layout of the page. Its cells hold texts far
// longer than a label, of several paragraphs.
func lays(t *manuscript.Table) bool {
	for i := range t.Cells {
		c := &t.Cells[i]
		if len(c.Text) > 600 && strings.Count(c.Text, "\n") >= 2 {
			return true
		}
	}
	return false
}

// clean is a line as the report has it: no blanks at its ends, no tabs and no
// invisible characters within.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\u00a0' || r == '\u2007' || r == '\u202f':
			return ' '
		case naming.Invisible(r):
			return -1
		}
		return r
	}, s)
	return naming.Trim(s)
}

func texts(lines []textLine) []string {
	var out []string
	for _, l := range lines {
		out = append(out, l.text)
	}
	return out
}
