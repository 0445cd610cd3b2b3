package html

import (
	"strings"

	"nianbao/document"
)

// Fragment is the report without its title, for the editor of a content management
// system, which has a field for that: no script, no style sheet, no class, which
// editors throw away, and no face and no measure but shares of the width, which
// are the website's own matter.
func Fragment(d *document.Document) []byte {
	p := &markup{plain: true}
	if d.Draft {
		p.raw("<p><strong>").text(draftText(d)).raw("</strong></p>\n")
	}
	p.blocks(d)
	return p.bytes
}

// Plain is the same as text: a paragraph a line, a table's cells parted by tabs, as
// spreadsheets take them.
func Plain(d *document.Document) []byte {
	var out strings.Builder
	line := func(text string) { out.WriteString(text + "\n") }
	if d.Draft {
		line(draftText(d))
	}
	for _, block := range d.Blocks {
		switch block := block.(type) {
		case document.Heading:
			line(block.Text)
		case document.Paragraph:
			line(block.Lead + block.Text)
		case document.Table:
			plainTable(&out, block)
		case document.Signature:
			for _, text := range []string{block.Signatory, block.Date} {
				if text != "" {
					line(text)
				}
			}
		}
	}
	return []byte(out.String())
}

// plainTable has every text in the first of the places that its cell covers.
func plainTable(out *strings.Builder, t document.Table) {
	for _, row := range t.Rows {
		column := 0
		for _, c := range row {
			out.WriteString(strings.Repeat("\t", c.Column-column))
			column = c.Column
			out.WriteString(c.Text)
		}
		out.WriteString(strings.Repeat("\t", max(0, len(t.Widths)-1-column)) + "\n")
	}
}
