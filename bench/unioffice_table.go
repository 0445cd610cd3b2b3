package main

import (
	"github.com/unidoc/unioffice/color"
	unioffice "github.com/unidoc/unioffice/document"
	"github.com/unidoc/unioffice/measurement"
	"github.com/unidoc/unioffice/schema/soo/wml"

	"nianbao/document"
	"nianbao/render/style"
)

// table builds a table of fixed columns with its merged cells.
func (o *office) table(t document.Table) {
	widths, size, _ := style.Columns(t)
	table := o.file.AddTable()
	properties := table.Properties()
	properties.SetStyle("ReportTable")
	properties.SetWidth(width(widths))
	properties.SetAlignment(wml.ST_JcTableCenter)
	properties.SetLayout(wml.ST_TblLayoutTypeFixed)
	properties.TableLook().SetFirstRow(true)
	properties.TableLook().SetHorizontalBanding(false)
	properties.X().TblCaption = &wml.CT_String{ValAttr: t.Name}
	grid := table.X().TblGrid
	for _, w := range widths {
		grid.GridCol = append(grid.GridCol, &wml.CT_TblGridCol{WAttr: twips(style.Length(w) * style.Twip)})
	}
	above := make([]covering, len(widths))
	for i, cells := range t.Rows {
		row := table.AddRow()
		rowProperties(row, i < t.Head)
		keep := i < t.Head || !t.Prose && i < len(t.Rows)-1
		for column := 0; column < len(widths); {
			if over := &above[column]; over.rows > 0 {
				over.rows--
				cell := openCell(row, widths[column:column+over.span], wml.ST_MergeContinue, over.shade)
				openLine(cell, t, document.Centre, keep)
				column += over.span
				continue
			}
			c := cells[0]
			cells = cells[1:]
			merge := wml.ST_MergeUnset
			if c.RowSpan > 1 {
				merge = wml.ST_MergeRestart
				above[column] = covering{c.RowSpan - 1, c.ColSpan, c.Shade}
			}
			cell := openCell(row, widths[column:column+c.ColSpan], merge, c.Shade)
			p := openLine(cell, t, c.Align, keep)
			if c.Text != "" {
				run := addText(p, "", c.Text)
				if c.Kind == document.Number && size != style.CellType(t.Dense).Size {
					run.Properties().SetSize(measurement.Distance(points(size)))
				}
			}
			column += c.ColSpan
		}
	}
}

// covering says that a cell above reaches down over a grid column.
type covering struct {
	rows, span int
	shade      string
}

func width(columns []int) measurement.Distance {
	total := 0
	for _, w := range columns {
		total += w
	}
	return measurement.Distance(total) * measurement.Twips
}

func rowProperties(row unioffice.Row, head bool) {
	x := row.X()
	x.TrPr = wml.NewCT_TrPr()
	x.TrPr.CantSplit = []*wml.CT_OnOff{wml.NewCT_OnOff()}
	if head {
		x.TrPr.TblHeader = []*wml.CT_OnOff{wml.NewCT_OnOff()}
	}
	x.TrPr.Jc = []*wml.CT_JcTable{{ValAttr: wml.ST_JcTableCenter}}
}

func openCell(row unioffice.Row, columns []int, merge wml.ST_Merge, shade string) unioffice.Cell {
	cell := row.AddCell()
	properties := cell.Properties()
	properties.SetWidth(width(columns))
	if len(columns) > 1 {
		properties.SetColumnSpan(len(columns))
	}
	properties.SetVerticalMerge(merge)
	if shade != "" {
		properties.SetShading(wml.ST_ShdClear, color.Auto, color.FromHex(shade))
	}
	properties.SetVerticalAlignment(wml.ST_VerticalJcCenter)
	return cell
}

func openLine(cell unioffice.Cell, t document.Table, align document.Align, keep bool) unioffice.Paragraph {
	p := cell.AddParagraph()
	name := "TableText"
	if t.Dense {
		name = "TableSmall"
	}
	p.SetStyle(name)
	if keep {
		p.Properties().SetKeepWithNext(true)
	}
	if align == document.Left {
		p.Properties().X().Ind = &wml.CT_Ind{LeftAttr: signedTwips(style.CellInset)}
		p.Properties().SetAlignment(wml.ST_JcLeft)
	}
	return p
}
