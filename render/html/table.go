package html

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"nianbao/document"
	"nianbao/render/style"
)

// wideFrom is from how many columns a table scrolls by itself on a small screen.
const wideFrom = 9

// table writes a table; about is what it tells of.
func (p *markup) table(t document.Table, about string) {
	t = joined(t)
	if t.Prose {
		t = withoutPages(t)
	}
	if p.plain {
		p.raw("<table border=\"1\" style=\"width:100%;border-collapse:collapse\">\n")
		p.rows(t, "tbody", t.Rows, fixed(t))
		p.raw("</table>\n")
		return
	}
	wide := len(t.Widths) >= wideFrom
	if wide {
		p.raw(`<div class="wide" role="region" tabindex="0" aria-label="`).text(about).raw("\">\n")
	}
	head := heads(t)
	p.raw(`<table`)
	switch {
	case t.Prose:
		p.raw(` class="prose"`)
	case t.Dense:
		p.raw(` class="dense"`)
	}
	p.raw("><caption>").text(about).raw("</caption>\n<colgroup>")
	for column := range t.Widths {
		p.raw(`<col style="width:`, percent(t, column, 1), `">`)
	}
	p.raw("</colgroup>\n")
	p.rows(t, "thead", t.Rows[:head], nil)
	for from := head; from < len(t.Rows); {
		to := from + 1
		for to < len(t.Rows) && t.Rows[to][0].Kind != document.Caption {
			to++
		}
		p.rows(t, "tbody", t.Rows[from:to], nil)
		from = to
	}
	p.raw("</table>\n")
	if wide {
		p.raw("</div>\n")
	}
}

// heads is how many of a table's first rows hold nothing but heads. A table of
// several parts has none that could stand over all of them.
func heads(t document.Table) int {
	for i, row := range t.Rows {
		for _, c := range row {
			if c.Kind == document.Number || c.Kind == document.Blank || c.Kind == document.RowLabel {
				return i
			}
		}
	}
	return len(t.Rows)
}

func (p *markup) rows(t document.Table, group string, rows [][]document.Cell, widths map[*document.Cell]string) {
	if len(rows) == 0 {
		return
	}
	p.raw("<", group, ">\n")
	for _, row := range rows {
		p.raw("<tr>")
		for i := range row {
			if p.plain {
				p.plainCell(row[i], widths[&row[i]])
			} else {
				p.cell(row[i])
			}
		}
		p.raw("</tr>\n")
	}
	p.raw("</", group, ">\n")
}

// scope is what a head names; "": the cell is none.
func scope(c document.Cell) string {
	switch c.Kind {
	case document.RowLabel:
		return "row"
	case document.ColumnHead, document.Caption:
		return "col"
	}
	return ""
}

// openCell begins a cell with what all cells have.
func (p *markup) openCell(c document.Cell) (tag string) {
	tag = "td"
	if scope(c) != "" {
		tag = "th"
	}
	p.raw("<", tag)
	if c.ColSpan > 1 {
		p.raw(` colspan="`, strconv.Itoa(c.ColSpan), `"`)
	}
	if c.RowSpan > 1 {
		p.raw(` rowspan="`, strconv.Itoa(c.RowSpan), `"`)
	}
	if s := scope(c); s != "" {
		p.raw(` scope="`, s, `"`)
	}
	return tag
}

func (p *markup) cell(c document.Cell) {
	tag := p.openCell(c)
	if c.ID != "" {
		p.raw(` id="`, c.ID, `"`)
	}
	if len(c.Heads) > 0 {
		p.raw(` headers="`, strings.Join(c.Heads, " "), `"`)
	}
	switch {
	case c.Kind == document.Blank:
		p.raw(` class="blank" data-say="`).text(style.BlankText).raw(`"`)
	case c.Align == document.Left:
		p.raw(` class="left"`)
	}
	if c.Shade != "" {
		p.raw(` style="background-color:#`, c.Shade, `"`)
	}
	p.raw(">")
	pieces := []style.Piece{{Text: c.Text}}
	if scope(c) != "" {
		pieces = style.Pieces(c.Text)
	}
	for _, piece := range pieces {
		if piece.Note {
			p.raw("<small>").text(piece.Text).raw("</small>")
		} else {
			p.text(piece.Text)
		}
	}
	p.raw("</", tag, ">")
}

// plainCell is a cell that keeps its look in any editor.
func (p *markup) plainCell(c document.Cell, width string) {
	tag := p.openCell(c)
	look := "text-align:center"
	if c.Align == document.Left {
		look = "text-align:left"
	}
	if width != "" {
		look += ";width:" + width
	}
	switch {
	case c.Kind == document.Blank:
		look += ";background-color:#" + style.BlankShade
	case c.Shade != "":
		look += ";background-color:#" + c.Shade
	}
	p.raw(` style="`, look, `">`).text(c.Text).raw("</", tag, ">")
}

// withoutPages is a draft's list of problems without the pages of its PDF.
func withoutPages(t document.Table) document.Table {
	for _, row := range t.Rows { // joined has made them ours
		for i := range row {
			row[i].Text = onPage().ReplaceAllString(row[i].Text, "")
		}
	}
	return t
}

var onPage = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`（第[0-9]+页）$`) })
