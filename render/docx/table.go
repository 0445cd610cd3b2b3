package docx

import (
	"nianbao/document"
	"nianbao/render/style"
)

// table writes a table of fixed columns. Widths stand three times in the file
// (tblGrid, tcW, gridSpan) and must agree, or Word and WPS each believe another.
func table(p *part, t document.Table, pad style.Length) {
	widths, size, _ := style.Columns(t)
	total := 0
	for _, w := range widths {
		total += w
	}
	p.raw(`<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/><w:tblW w:w="`).num(total).
		raw(`" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>`)
	p.cellMargins(pad)
	p.raw(tableLook(t), `<w:tblCaption w:val="`).text(t.Name).raw(`"/><w:tblDescription w:val="`).text(t.Summary).raw(`"/></w:tblPr><w:tblGrid>`)
	for _, w := range widths {
		p.raw(`<w:gridCol w:w="`).num(w).raw(`"/>`)
	}
	p.raw(`</w:tblGrid>`)
	above := make([]covered, len(widths))
	for i, row := range t.Rows {
		p.raw(`<w:tr><w:trPr><w:cantSplit/>`)
		if i < t.Head {
			p.raw(`<w:tblHeader/>`)
		}
		p.raw(`<w:jc w:val="center"/></w:trPr>`)
		// A table that fits on a page moves there whole, with its heading; the
		// last row must not hold on to what follows.
		keep := i < t.Head || !t.Prose && i < len(t.Rows)-1
		for column := 0; column < len(widths); {
			if over := &above[column]; over.rows > 0 {
				over.rows--
				openCell(p, widths[column:column+over.span], over.span, `<w:vMerge/>`, over.shade)
				emptyLine(p, t, keep)
				p.raw(`</w:tc>`)
				column += over.span
				continue
			}
			cell := row[0]
			row = row[1:]
			merge := ""
			if cell.RowSpan > 1 {
				merge = `<w:vMerge w:val="restart"/>`
				above[column] = covered{cell.RowSpan - 1, cell.ColSpan, cell.Shade}
			}
			room := openCell(p, widths[column:column+cell.ColSpan], cell.ColSpan, merge, shade(cell))
			line(p, t, cell, room, size, keep)
			p.raw(`</w:tc>`)
			column += cell.ColSpan
		}
		p.raw(`</w:tr>`)
	}
	p.raw(`</w:tbl>`)
}

// tableLook says which rows and columns are heads; programs that read aloud go by it.
func tableLook(t document.Table) string {
	for _, row := range t.Rows {
		if row[0].Kind == document.RowLabel {
			return `<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>`
		}
	}
	return `<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>`
}

// covered says that a cell above reaches down over a grid column.
type covered struct {
	rows, span int
	shade      string
}

func shade(c document.Cell) string {
	if c.Kind == document.Blank {
		return style.BlankShade
	}
	return c.Shade
}

// openCell begins a cell and returns its width in twips.
func openCell(p *part, widths []int, span int, merge, shade string) int {
	total := 0
	for _, w := range widths {
		total += w
	}
	p.raw(`<w:tc><w:tcPr><w:tcW w:w="`).num(total).raw(`" w:type="dxa"/>`)
	if span > 1 {
		p.raw(`<w:gridSpan w:val="`).num(span).raw(`"/>`)
	}
	p.raw(merge)
	if shade != "" {
		p.raw(`<w:shd w:val="clear" w:color="auto" w:fill="`, shade, `"/>`)
	}
	p.raw(`<w:vAlign w:val="center"/></w:tcPr>`)
	return total
}

// line is a cell's one paragraph.
func line(p *part, t document.Table, c document.Cell, room int, size style.Length, keep bool) {
	text := style.CellType(t.Dense)
	inner := style.Length(room)*style.Twip - 2*style.CellSide
	left, right := style.CellInsets(c, inner, text.Size)
	openLine(p, t, c.Align, keep, left, right)
	switch {
	case c.Text == "":
	case c.Kind == document.Number && size != text.Size:
		half := int(size / (style.Point / 2))
		p.raw(`<w:r><w:rPr><w:rFonts w:hint="eastAsia"/><w:sz w:val="`).num(half).raw(`"/><w:szCs w:val="`).num(half).
			raw(`"/></w:rPr><w:t xml:space="preserve">`).text(c.Text).raw(`</w:t></w:r>`)
	default:
		for i, pieces := range style.CellPieces(c, inner, text.Size) {
			if i > 0 {
				lineBreak(p)
			}
			for _, piece := range pieces {
				if piece.Note {
					run(p, "TableNote", style.NoteRole, piece.Text)
				} else {
					run(p, "", text.Role, piece.Text)
				}
			}
		}
	}
	p.raw(`</w:p>`)
}

func emptyLine(p *part, t document.Table, keep bool) {
	openLine(p, t, document.Centre, keep, 0, 0)
	p.raw(`</w:p>`)
}

func openLine(p *part, t document.Table, align document.Align, keep bool, left, right style.Length) {
	name := "TableText"
	if t.Dense {
		name = "TableSmall"
	}
	p.raw(`<w:p><w:pPr><w:pStyle w:val="`, name, `"/>`)
	if keep {
		p.raw(`<w:keepNext/>`)
	}
	if left > 0 || right > 0 {
		p.raw(`<w:ind w:left="`).num(twips(left)).raw(`" w:right="`).num(twips(right)).raw(`"/>`)
	}
	if align == document.Left {
		p.raw(`<w:jc w:val="left"/>`)
	}
	p.raw(`</w:pPr>`)
}
