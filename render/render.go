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

// A Print is a report ready to be written: the document, the same on pages, and
// what its PDF is to conform to and carry.
type Print struct {
	Document *document.Document
	Layout   *layout.Layout
	PDF      pdf.Options
}

// A Format is a kind of file; it takes of a Print what it needs.
type Format struct {
	Name      string
	Extension string
	Write     func(Print) ([]byte, error)
	Edited    func(file []byte) bool // not, byte for byte, as Write left it
}

// Formats are all there are, in the order in which they are written. A new one
// is a package beside the others and a line here.
var Formats = []Format{
	{"docx", ".docx", func(p Print) ([]byte, error) { return docx.Write(p.Document) }, docx.Edited},
	{"pdf", ".pdf", func(p Print) ([]byte, error) { return pdf.Write(p.Layout, p.PDF) }, pdf.Edited},
}
