// Package render lists the formats that a report can be printed in. Its
// folders do one thing each: style measures, font reads faces, layout sets
// pages, docx and pdf write files.
package render

import (
	"context"
	"slices"

	"nianbao/document"
	"nianbao/render/docx"
	"nianbao/render/html"
	"nianbao/render/layout"
	"nianbao/render/ofd"
	"nianbao/render/pdf"
	"nianbao/render/picture"
	"nianbao/render/sealed"
	"nianbao/render/style"
)

// A Print is a report ready to be written: the document, the same on pages, what
// its PDF and its OFD are to conform to and carry, and the files that will lie beside.
type Print struct {
	Document *document.Document
	Layout   *layout.Layout
	PDF      pdf.Options
	OFD      ofd.Options
	Picture  picture.Input
	Name     string // of its files, without what their formats add
	Beside   []html.Link
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
	Laid      bool   // it is made of laid-out pages, which some reports cannot have
	Button    string // what the page's button says
	Brief     string // what it is, for help and page
	Write     func(Print) ([]byte, error)
	Parts     []File                   // what Write packs into one file: build writes them side by side; nil: nothing
	Copy      *Copy                    // what else of it is for the clipboard; nil: nothing
	Index     *Index                   // a file that leads to those of many reports; nil: there is none
	Edited    func(file []byte) bool   // not, byte for byte, as Write left it
	Printed   func(file []byte) string // Document.Digest, which Write puts into the file; "": it is not there
}

// A File is one of a format's.
type File struct {
	Extension string
	Write     func(Print) ([]byte, error)
	Edited    func(file []byte) bool
	Printed   func(file []byte) string
}

// Files are what build writes of a format.
func (f Format) Files() []File {
	if f.Parts != nil {
		return f.Parts
	}
	return []File{{f.Extension, f.Write, f.Edited, f.Printed}}
}

// A Copy is a format's content as it is pasted into another program.
type Copy struct {
	Button string // what the page's button says
	Brief  string
	HTML   func(*document.Document) []byte
	Text   func(*document.Document) []byte
}

// An Index is a file that leads to those of many reports, in the same folder.
type Index struct {
	File  string // its name
	Write func([]html.Entry) []byte
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
		Edited: sealed.Edited, Printed: sealed.Printed,
	},
	{
		Name: "pdf", Extension: ".pdf",
		MediaType: "application/pdf",
		Unasked:   true, Laid: true,
		Button: "PDF", Brief: "PDF 文件，字体在内",
		Write: func(p Print) ([]byte, error) {
			o := p.PDF
			o.Printed = p.Document.Digest
			return pdf.Write(p.Layout, o)
		},
		Edited: pdf.Edited, Printed: pdf.Printed,
	},
	{
		Name: "html", Extension: ".html",
		MediaType: "text/html; charset=utf-8",
		Button:    "网页", Brief: "网页，发布在网站上",
		Write:  func(p Print) ([]byte, error) { return html.Page(p.Document, p.Beside...), nil },
		Copy:   &Copy{Button: "复制网页内容", Brief: "不带标题的正文，贴到网站后台的编辑器里", HTML: html.Fragment, Text: html.Plain},
		Index:  &Index{File: html.IndexName, Write: html.Index},
		Edited: sealed.TextEdited, Printed: sealed.TextPrinted,
	},
	{
		Name: "ofd", Extension: ".ofd",
		MediaType: "application/ofd",
		Laid:      true,
		Button:    "版式文件 OFD", Brief: "版式文件 OFD，字体在内",
		Write: func(p Print) ([]byte, error) {
			o := p.OFD
			o.Printed = p.Document.Digest
			return ofd.Write(p.Layout, o)
		},
		Edited: sealed.Edited, Printed: sealed.Printed,
	},
	{
		Name: "picture", Extension: html.PictureTail + ".zip",
		MediaType: "application/zip",
		Laid:      true,
		Button:    "图解", Brief: "图解，表里的数画成图：手机上看的和宽屏的，PNG 和 SVG，还有一页文字",
		Write: packed(pictures), Parts: pictures,
		Edited: sealed.Edited, Printed: sealed.Printed,
	},
}

// pictures are a report's 图解: what is shown, and the same in words.
var pictures = []File{
	{
		html.PictureTail + ".html", func(p Print) ([]byte, error) { return picture.Page(p.Picture, p.Name+html.PictureTail+".png") },
		sealed.TextEdited, sealed.TextPrinted,
	},
	{html.PictureTail + ".png", func(p Print) ([]byte, error) { return picture.PNG(p.Picture, picture.Tall) }, picture.Edited, picture.Printed},
	{html.PictureTail + ".svg", func(p Print) ([]byte, error) { return picture.SVG(p.Picture, picture.Tall) }, sealed.TextEdited, sealed.TextPrinted},
	{html.PictureTail + "-宽屏.png", func(p Print) ([]byte, error) { return picture.PNG(p.Picture, picture.Wide) }, picture.Edited, picture.Printed},
	{html.PictureTail + "-宽屏.svg", func(p Print) ([]byte, error) { return picture.SVG(p.Picture, picture.Wide) }, sealed.TextEdited, sealed.TextPrinted},
}

// packed writes files as one.
func packed(files []File) func(Print) ([]byte, error) {
	return func(p Print) ([]byte, error) {
		var parts []sealed.Part
		for _, f := range files {
			content, err := f.Write(p)
			if err != nil {
				return nil, err
			}
			parts = append(parts, sealed.Part{Name: p.Name + f.Extension, Data: content})
		}
		return sealed.Write(parts, p.Document.Digest)
	}
}

// Beside are the files that lie beside one of a format when several are written.
func Beside(written []Format, own Format, name string) []html.Link {
	var links []html.Link
	for _, f := range written {
		if f.Name != own.Name {
			links = append(links, html.Link{File: name + f.Files()[0].Extension, Text: f.Button})
		}
	}
	return links
}

// Unasked are the formats that build writes when nobody names formats.
func Unasked() []Format {
	return slices.DeleteFunc(slices.Clone(Formats), func(f Format) bool { return !f.Unasked })
}
