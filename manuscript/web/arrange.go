package web

import (
	"unicode/utf8"

	"nianbao/manuscript"
	"nianbao/problem"
)

// Texts of a cell from which it is no cell of a table of figures: the longest
// label of the form has some 45 characters.
const (
	proseBesideTable = 200 // beside a table in it
	proseAlone       = 500
)

// take notes what a cell says of its table.
func (t *table) take(cell *flow) {
	runes := 0
	holds := false
	for _, piece := range cell.pieces {
		if piece.table != nil {
			holds = true
			t.layout = t.layout || piece.table.layout
			continue
		}
		runes += utf8.RuneCountInString(piece.paragraph.Text)
	}
	t.nested = t.nested || holds
	if holds && runes > proseBesideTable || runes > proseAlone {
		t.layout = true
	}
}

// arranged reports whether a table that stands in no other one only arranges
// the page: what it holds then stands on its own.
func (t *table) arranged() bool {
	return t.layout || t.widest == 1
}

// ordered are the groups in the order they are shown.
func (t *table) ordered() []group {
	var head, body, foot []group
	for _, g := range t.groups {
		switch {
		case g.kind == "thead" && head == nil:
			head = []group{g}
		case g.kind == "tfoot" && foot == nil:
			foot = []group{g}
		default:
			body = append(body, g)
		}
	}
	return append(append(head, body...), foot...)
}

// manuscript is what the page shows, once it has been read.
func (p *page) manuscript() *manuscript.Manuscript {
	var pieces []piece
	pieces = p.flatten(pieces, p.flows[0])
	pieces = p.report(pieces)
	m := &manuscript.Manuscript{}
	if title := p.titleBar(pieces); title != "" && len(pieces) > 0 {
		m.Blocks = append(m.Blocks, manuscript.Block{Paragraph: &manuscript.Paragraph{Text: title, Centre: true, Place: "网页的标题栏"}})
		p.note(&manuscript.Note{Code: problem.CodeImportTitleBar, Place: "网页的标题栏",
			Message: "正文里没有标题，机关名称和年份取自标题栏：" + title, Fix: "核对机关名称和年份"})
	}
	paragraphs, tables := 0, 0
	for _, piece := range pieces {
		if piece.paragraph != nil {
			paragraphs++
			piece.paragraph.Place = placeOfParagraph(paragraphs)
			m.Blocks = append(m.Blocks, manuscript.Block{Paragraph: piece.paragraph})
			continue
		}
		tables++
		m.Blocks = append(m.Blocks, manuscript.Block{Table: p.table(piece.table, placeOfTable(tables))})
	}
	m.Notes = p.allNotes()
	return m
}

// flatten lists the pieces of a flow, and in the place of a table that only
// arranges, what it holds.
func (p *page) flatten(out []piece, f *flow) []piece {
	for _, piece := range f.pieces {
		if piece.table == nil || !piece.table.arranged() {
			out = append(out, piece)
			continue
		}
		for _, group := range piece.table.ordered() {
			for _, row := range group.rows {
				for _, cell := range row {
					out = p.flatten(out, cell.flow)
				}
			}
		}
	}
	return out
}
