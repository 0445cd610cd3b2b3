package main

import (
	"path"
	"runtime/debug"
	"slices"
	"strings"

	"nianbao/render/docx"
	"nianbao/render/font"
	"nianbao/render/html"
	"nianbao/render/ofd"
	"nianbao/render/pdf"
	"nianbao/render/picture"
)

// A candidate is a library in one way of using it.
type candidate struct {
	module  string // "": this project
	licence string
	kind    string // of file: word or page
	way     string // of using it; heading in main.go explains them
	note    string
	write   writer
}

const (
	word    = "Word"
	page    = "PDF"
	website = "HTML"
	fixed   = "OFD"
	drawing = "图解, SVG"
	pixels  = "图解, PNG"
)

// candidates are all there are, this project's first of each kind.
func candidates(set *font.Set) ([]candidate, error) {
	faces, err := readFaces(set)
	if err != nil {
		return nil, err
	}
	office, err := openOffice()
	if err != nil {
		return nil, err
	}
	shared, err := sharedFaces(faces)
	if err != nil {
		return nil, err
	}
	ownWord := func(m material) ([]byte, error) { return docx.Write(m.document) }
	ownPDF := func(m material) ([]byte, error) { return pdf.Write(m.layout, pdf.Options{}) }
	ownPage := func(m material) ([]byte, error) { return html.Page(m.document), nil }
	ownOFD := func(m material) ([]byte, error) { return ofd.Write(m.layout, ofd.Options{}) }
	drawn := func(write func(picture.Input, picture.Sheet) ([]byte, error)) writer {
		return func(m material) ([]byte, error) {
			return write(picture.Input{Document: m.document, Report: m.report, Faces: set}, picture.Tall)
		}
	}
	const (
		unioffice = "github.com/unidoc/unioffice"
		gofpdf    = "github.com/jung-kurt/gofpdf"
		fpdf      = "codeberg.org/go-pdf/fpdf"
		gopdf     = "github.com/signintech/gopdf"
	)
	return []candidate{
		{"", "Apache-2.0", word, "", "", ownWord},
		{unioffice, "AGPL-3.0", word, "template", "the last release that writes without a paid key", office.write},
		{"", "Apache-2.0", page, "", "PDF/A-2a and PDF/UA-1", ownPDF},
		{gofpdf, "MIT", page, "whole faces", "archived; writes into the bytes of a face", onCanvas(newGofpdf, wholeFaces(faces))},
		{gofpdf, "MIT", page, "cut faces", "archived", onCanvas(newGofpdf, usedFace.cut)},
		{fpdf, "MIT", page, "whole faces", "writes into the bytes of a face", onCanvas(newFpdf, wholeFaces(faces))},
		{fpdf, "MIT", page, "cut faces", "", onCanvas(newFpdf, usedFace.cut)},
		{gopdf, "MIT", page, "shared faces", "", onGopdf(shared)},
		{gopdf, "MIT", page, "cut faces", "", onGopdf(cutFace)},
		{"", "Apache-2.0", website, "", "a whole page", ownPage},
		{"", "Apache-2.0", fixed, "", "GB/T 33190-2016", ownOFD},
		{"", "Apache-2.0", drawing, "", "750 pixels wide", drawn(picture.SVG)},
		{"", "Apache-2.0", pixels, "", "750 pixels wide", drawn(picture.PNG)},
	}, nil
}

// version is the library's, as this program was built with it.
func (c candidate) version() string {
	build, ok := debug.ReadBuildInfo()
	if !ok || c.module == "" {
		return ""
	}
	at := slices.IndexFunc(build.Deps, func(m *debug.Module) bool { return m.Path == c.module })
	if at < 0 {
		return "?"
	}
	return build.Deps[at].Version
}

// name tells the candidates apart.
func (c candidate) name() string {
	library := "nianbao"
	if c.module != "" {
		library = path.Base(c.module)
	}
	return strings.TrimSpace(library + " " + c.kind + " " + c.way)
}
