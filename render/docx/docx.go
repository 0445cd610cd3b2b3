// Package docx writes a document as WordprocessingML (ISO/IEC 29500-4,
// transitional): real styles and outline levels, exact line heights, tables on
// fixed grids, and nothing that an office program would have to repair.
package docx

import (
	"nianbao/document"
	"nianbao/render/sealed"
	"nianbao/render/style"
)

// Write returns the Word file; pads is what stands above and below the lines of each
// table's cells (layout.Pads; the most there is where they are not given). The same document gives the same bytes.
func Write(d *document.Document, pads ...style.Length) ([]byte, error) {
	body := &part{bytes: make([]byte, 0, 96<<10)}
	body.raw(declaration, `<w:document`, namespaces, `><w:body>`)
	title(body, d)
	for i, block := range d.Blocks {
		var next document.Block
		if i+1 < len(d.Blocks) {
			next = d.Blocks[i+1]
		}
		_, signed := next.(document.Signature)
		_, afterTable := before(d.Blocks, i).(document.Table)
		switch block := block.(type) {
		case document.Heading:
			heading(body, block, afterTable)
		case document.Paragraph:
			paragraph(body, block, signed)
		case document.Table:
			pad := style.Length(style.MostPad)
			if len(pads) > 0 {
				pad, pads = pads[0], pads[1:]
			}
			table(body, block, pad)
		case document.Signature:
			signature(body, block)
		}
	}
	if _, ok := before(d.Blocks, len(d.Blocks)).(document.Table); ok {
		// A section's last block must be a paragraph; this one takes no room.
		body.raw(`<w:p><w:pPr><w:pStyle w:val="TableEnd"/></w:pPr></w:p>`)
	}
	section(body, d.Draft)
	body.raw(`</w:body></w:document>`)
	return sealed.Write(parts(d, body.bytes), d.Digest)
}

func before(blocks []document.Block, i int) document.Block {
	if i == 0 {
		return nil
	}
	return blocks[i-1]
}

// title is one paragraph of one or more even lines.
func title(p *part, d *document.Document) {
	lines := style.TitleLines(d.Agency, d.Heading, d.Broken)
	p.raw(`<w:p><w:pPr><w:pStyle w:val="Title"/><w:spacing w:before="`).num(twips(style.TitleBefore(len(lines)))).
		raw(`" w:after="`).num(twips(style.TitleAfter)).raw(`"/></w:pPr>`)
	for i, line := range lines {
		if i > 0 {
			lineBreak(p)
		}
		run(p, "", style.Title, line)
	}
	p.raw(`</w:p>`)
}

func lineBreak(p *part) {
	p.raw(`<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:br/></w:r>`)
}

func twips(l style.Length) int { return int(l / style.Twip) }

// section ends the body: page, margins, footers and the grid of lines.
func section(p *part, draft bool) {
	p.raw(`<w:sectPr>`)
	if draft {
		p.raw(`<w:headerReference w:type="default" r:id="rId6"/><w:headerReference w:type="even" r:id="rId7"/>`)
	}
	p.raw(`<w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>`).
		raw(`<w:pgSz w:w="`).num(twips(style.PageWidth)).raw(`" w:h="`).num(twips(style.PageHeight)).
		raw(`"/><w:pgMar w:top="`).num(twips(style.MarginTop)).raw(`" w:right="`).num(twips(style.MarginRight)).
		raw(`" w:bottom="`).num(twips(style.MarginBottom)).raw(`" w:left="`).num(twips(style.MarginLeft)).
		raw(`" w:header="`).num(twips(style.HeaderDistance)).raw(`" w:footer="`).num(twips(style.FooterDistance)).
		raw(`" w:gutter="0"/><w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="`).num(twips(style.Pitch)).
		raw(`"/></w:sectPr>`)
}
