package main

import (
	"bytes"
	"os"
	"slices"
	"strconv"

	log "github.com/unidoc/unioffice"
	unioffice "github.com/unidoc/unioffice/document"
	"github.com/unidoc/unioffice/schema/soo/ofc/sharedTypes"
	"github.com/unidoc/unioffice/schema/soo/pkg/content_types"
	"github.com/unidoc/unioffice/schema/soo/pkg/relationships"
	"github.com/unidoc/unioffice/schema/soo/wml"

	"nianbao/document"
	"nianbao/render/docx"
	"nianbao/render/style"
)

// An office is a document of unioffice that is used again for every report.
//
// Its styles, settings, font table and footers come from a Word file that is
// opened once. That is the library at its best: nothing is built anew that does
// not change, and there is no other way to a font table.
type office struct {
	file    *unioffice.Document
	section *wml.CT_SectPr
}

func openOffice() (*office, error) {
	empty, err := docx.Write(&document.Document{Language: "zh-CN"})
	if err != nil {
		return nil, err
	}
	log.DisableLogging() // it says that it does not know a part, which is dropped below
	file, err := unioffice.Read(bytes.NewReader(empty), int64(len(empty)))
	if err != nil {
		return nil, err
	}
	// Parts that the library does not know lie in a folder that it leaves behind.
	defer os.RemoveAll(file.TmpPath)
	for _, extra := range file.ExtraFiles {
		forget(file, extra.ZipPath)
	}
	file.ExtraFiles = nil
	file.X().ConformanceAttr = sharedTypes.ST_ConformanceClassTransitional // what it reads it takes for strict
	return &office{file, file.X().Body.SectPr}, nil
}

// forget drops a part's relationship and content type.
func forget(file *unioffice.Document, path string) {
	relations := file.Rels.X()
	relations.Relationship = slices.DeleteFunc(relations.Relationship, func(r *relationships.Relationship) bool { return r.TargetAttr == path })
	types := file.ContentTypes.X()
	types.Override = slices.DeleteFunc(types.Override, func(o *content_types.Override) bool { return o.PartNameAttr == "/"+path })
}

// write builds the report's paragraphs and tables: the same as the project's
// own writer, but for marks beside Latin text, which that gives runs of their own.
func (o *office) write(m material) ([]byte, error) {
	d := m.document
	o.file.X().Body = wml.NewCT_Body()
	o.file.X().Body.SectPr = o.section
	o.file.CoreProperties.SetTitle(d.Title())
	o.file.CoreProperties.SetAuthor(d.Author)
	o.file.CoreProperties.SetCreated(m.date())
	o.file.CoreProperties.SetModified(m.date())
	o.title(d)
	tableBefore := false
	for i, block := range d.Blocks {
		switch block := block.(type) {
		case document.Heading:
			o.heading(block, tableBefore)
		case document.Paragraph:
			o.paragraph(block, i+1 < len(d.Blocks) && isSignature(d.Blocks[i+1]))
		case document.Table:
			o.table(block)
		case document.Signature:
			o.signature(block)
		}
		_, tableBefore = block.(document.Table)
	}
	if tableBefore {
		o.styled("TableEnd")
	}
	var out bytes.Buffer
	if err := o.file.Save(&out); err != nil {
		return nil, err
	}
	return withoutTimes(out.Bytes())
}

func isSignature(b document.Block) bool {
	_, ok := b.(document.Signature)
	return ok
}

func (o *office) styled(name string) unioffice.Paragraph {
	p := o.file.AddParagraph()
	p.SetStyle(name)
	return p
}

func (o *office) title(d *document.Document) {
	lines := style.TitleLines(d.Agency, d.Heading, d.Broken)
	p := o.styled("Title")
	p.Properties().X().Spacing = &wml.CT_Spacing{BeforeAttr: twips(style.TitleBefore(len(lines))), AfterAttr: twips(style.TitleAfter)}
	for i, line := range lines {
		if i > 0 {
			p.AddRun().AddBreak()
		}
		addText(p, "", line)
	}
}

func (o *office) heading(h document.Heading, afterTable bool) {
	p := o.styled("Heading" + strconv.Itoa(h.Level))
	if h.NewPage {
		p.Properties().SetPageBreakBefore(true)
	} else if afterTable {
		p.Properties().X().Spacing = &wml.CT_Spacing{BeforeAttr: twips(style.AfterTable)}
	}
	addText(p, "", h.Text)
}

func (o *office) paragraph(para document.Paragraph, signed bool) {
	name, level := "BodyText", strconv.Itoa(para.Level)
	if para.Lead != "" {
		name = "RunIn" + level
	}
	p := o.styled(name)
	if signed {
		p.Properties().SetKeepWithNext(true)
	}
	if para.Lead != "" {
		addText(p, "Lead"+level, para.Lead)
	}
	addText(p, "", para.Text)
}

func (o *office) signature(s document.Signature) {
	place := style.PlaceSignature(s.Signatory, s.Date, s.Sealed)
	before := style.SignatureGap(s.Sealed)
	line := func(text string, right style.Length) unioffice.Paragraph {
		p := o.styled("Signature")
		if before > 0 {
			p.Properties().X().Spacing = &wml.CT_Spacing{BeforeAttr: twips(before)}
			before = 0
		}
		p.Properties().X().Ind = &wml.CT_Ind{RightAttr: signedTwips(right)}
		addText(p, "", text)
		return p
	}
	if s.Signatory != "" {
		line(s.Signatory, place.Signatory).Properties().SetKeepWithNext(s.Date != "")
	}
	if s.Date != "" {
		line(s.Date, place.Date)
	}
}

// addText adds a run that draws its marks in the Chinese face.
func addText(p unioffice.Paragraph, character, text string) unioffice.Run {
	run := p.AddRun()
	if character != "" {
		run.Properties().SetStyle(character)
	}
	run.Properties().X().RFonts = &wml.CT_Fonts{HintAttr: wml.ST_HintEastAsia}
	run.AddText(text)
	return run
}

func twips(l style.Length) *sharedTypes.ST_TwipsMeasure {
	n := uint64(l / style.Twip)
	return &sharedTypes.ST_TwipsMeasure{ST_UnsignedDecimalNumber: &n}
}

func signedTwips(l style.Length) *wml.ST_SignedTwipsMeasure {
	n := int64(l / style.Twip)
	return &wml.ST_SignedTwipsMeasure{Int64: &n}
}
