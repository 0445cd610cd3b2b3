package county

import (
	"fmt"
	"html"
	"strings"

	"github.com/xuri/excelize/v2"

	"nianbao/document"
	"nianbao/report"
)

// page is the report as a web page.
func page(r *report.Report) []byte {
	var b strings.Builder
	d := document.Fill(r, document.Options{})
	fmt.Fprintf(&b, "<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>%[1]s</title></head><body>\n<h1>%[1]s</h1>\n", html.EscapeString(d.Title()))
	for _, block := range d.Blocks {
		switch block := block.(type) {
		case document.Heading:
			fmt.Fprintf(&b, "<h%d>%s</h%[1]d>\n", block.Level+1, html.EscapeString(block.Text))
		case document.Paragraph:
			fmt.Fprintf(&b, "<p>%s%s</p>\n", html.EscapeString(block.Lead), html.EscapeString(block.Text))
		case document.Signature:
			fmt.Fprintf(&b, "<p>%s</p><p>%s</p>\n", html.EscapeString(block.Signatory), block.Date)
		case document.Table:
			b.WriteString("<table border=\"1\">\n")
			for _, row := range block.Rows {
				b.WriteString("<tr>")
				for _, c := range row {
					fmt.Fprintf(&b, "<td colspan=\"%d\" rowspan=\"%d\">%s</td>", c.ColSpan, c.RowSpan, html.EscapeString(c.Text))
				}
				b.WriteString("</tr>\n")
			}
			b.WriteString("</table>\n")
		}
	}
	b.WriteString("</body></html>\n")
	return []byte(b.String())
}

// book is the report as people type it into a spreadsheet.
func book(r *report.Report) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	const sheet = "Sheet1"
	row := 0
	text := func(text string) {
		row++
		f.SetCellStr(sheet, fmt.Sprintf("A%d", row), text)
	}
	d := document.Fill(r, document.Options{})
	text(d.Title())
	for _, block := range d.Blocks {
		switch block := block.(type) {
		case document.Heading:
			row++
			text(block.Text)
		case document.Paragraph:
			text(block.Lead + block.Text)
		case document.Signature:
			text(block.Signatory)
			text(block.Date)
		case document.Table:
			row++
			for _, cells := range block.Rows {
				row++
				for _, c := range cells {
					from, _ := excelize.CoordinatesToCellName(c.Column+1, row)
					to, _ := excelize.CoordinatesToCellName(c.Column+c.ColSpan, row+c.RowSpan-1)
					f.SetCellStr(sheet, from, c.Text)
					if from != to {
						f.MergeCell(sheet, from, to)
					}
				}
			}
			row++
		}
	}
	out, err := f.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
