package main

import (
	"fmt"
	"html"
	"strings"
	"testing"

	"nianbao/document"
	"nianbao/problem"
	"nianbao/report/jsonfile"
)

// webPage is a report as an office's website shows it, menus around it.
func webPage(t *testing.T, data string) string {
	t.Helper()
	r, problems := jsonfile.Decode([]byte(data))
	if problem.HasErrors(problems) {
		t.Fatal(problems)
	}
	d := document.Fill(r, document.Options{})
	var b strings.Builder
	say := func(format string, texts ...any) {
		for i, text := range texts {
			if s, ok := text.(string); ok {
				texts[i] = html.EscapeString(s)
			}
		}
		fmt.Fprintf(&b, format+"\n", texts...)
	}
	say(`<!DOCTYPE html><html><head><meta charset="utf-8"><title>%s_某某人民政府</title></head><body>`, d.Title())
	say(`<div class="menu"><a href="/">首页</a> <a href="/zwgk">政务公开</a></div><h1>%s</h1><div class="info">浏览次数：12</div><div id="content">`, d.Title())
	for _, block := range d.Blocks {
		switch block := block.(type) {
		case document.Heading:
			say("<p><strong>%s</strong></p>", block.Text)
		case document.Paragraph:
			say("<p>　　%s%s</p>", block.Lead, block.Text)
		case document.Signature:
			say("<p align=right>%s</p><p align=right>%s</p>", block.Signatory, block.Date)
		case document.Table:
			say("<table border=1>")
			for _, row := range block.Rows {
				say("<tr>")
				for _, cell := range row {
					say("<td rowspan=%d colspan=%d>%s</td>", cell.RowSpan, cell.ColSpan, cell.Text)
				}
				say("</tr>")
			}
			say("</table>")
		}
	}
	say(`</div><div class="footer">主办：某某人民政府</div></body></html>`)
	return b.String()
}
