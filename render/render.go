// Package render lists the formats that a report can be printed in. Its
// folders do one thing each: style measures, font reads faces, layout sets
// pages, docx and pdf write files.
package render

import (
	"context"
	"slices"

	"nianbao/document"
	"nianbao/render/docx"
	"nianbao/render/layout"
	"nianbao/render/pdf"
	"nianbao/render/style"
)

// A Print is a report ready to be written: the document, the same on pages, and
// what its PDF is to conform to and carry.
type Print struct {
	Document *document.Document
	Layout   *layout.Layout
	PDF      pdf.Options
}

// pads are those of the pages; without pages they are chosen for the Word file alone.
func (p Print) pads() []style.Length {
	if p.Layout != nil {
		return p.Layout.Pads
	}
	return layout.Pads(context.Background(), p.Document, style.Word)
}

// A Format is a kind of file; it takes of a Print what it needs.
type Format struct {
	Name      string // in -format and in ?format=
	Extension string
	MediaType string // in HTTP
	Unasked   bool   // build writes it when nobody names formats
	Button    string // what the page's button says
	Brief     string // what it is, for help and page
	Write     func(Print) ([]byte, error)
	Edited    func(file []byte) bool   // not, byte for byte, as Write left it
	Printed   func(file []byte) string // Document.Digest, which Write puts into the file; "": it is not there
}

// Formats are all there are, in the order in which they are written. A new one
// is a package beside the others and an entry here; help, page and service take
// all that they say of it from the entry, and TestFormats names what is missing.
var Formats = []Format{
	{
		Name: "docx", Extension: ".docx",
		MediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		Unasked:   true,
		Button:    "Word", Brief: "Word 文件",
		Write:  func(p Print) ([]byte, error) { return docx.Write(p.Document, p.pads()...) },
		Edited: docx.Edited, Printed: docx.Printed,
	},
	{
		Name: "pdf", Extension: ".pdf",
		MediaType: "application/pdf",
		Unasked:   true,
		Button:    "PDF", Brief: "PDF 文件，字体在内",
		Write: func(p Print) ([]byte, error) {
			o := p.PDF
			o.Printed = p.Document.Digest
			return pdf.Write(p.Layout, o)
		},
		Edited: pdf.Edited, Printed: pdf.Printed,
	},
}

// Unasked are the formats that build writes when nobody names formats.
func Unasked() []Format {
	return slices.DeleteFunc(slices.Clone(Formats), func(f Format) bool { return !f.Unasked })
}
