// Package render lists the formats that a report can be printed in. Its
// folders do one thing each: style measures, font reads faces, layout sets
// pages, docx and pdf write files.
package render

import (
	"nianbao/document"
	"nianbao/render/docx"
	"nianbao/render/layout"
	"nianbao/render/pdf"
)

// A Format is a kind of file. Write is given the document and the same on
// pages; each format takes the one it needs.
type Format struct {
	Name      string
	Extension string
	Write     func(*document.Document, *layout.Layout) ([]byte, error)
}

// Formats are all there are, in the order in which they are written. A new one
// is a package beside the others and a line here.
var Formats = []Format{
	{"docx", ".docx", func(d *document.Document, _ *layout.Layout) ([]byte, error) { return docx.Write(d) }},
	{"pdf", ".pdf", func(_ *document.Document, l *layout.Layout) ([]byte, error) { return pdf.Write(l, pdf.Options{}) }},
}
