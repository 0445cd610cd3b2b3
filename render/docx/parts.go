package docx

import (
	"nianbao/document"
	"nianbao/render/sealed"
	"nianbao/render/style"
)

// parts lists the package's files: those that depend on the report are made
// anew, the others once.
func parts(d *document.Document, body []byte) []sealed.Part {
	files := []sealed.Part{
		{Name: "[Content_Types].xml", Data: contentTypes(d)},
		{Name: "_rels/.rels", Data: []byte(packageRelationships)},
		{Name: "word/document.xml", Data: body},
		{Name: "word/_rels/document.xml.rels", Data: documentRelationships(d)},
		{Name: "word/styles.xml", Data: fixed().styles},
		{Name: "word/settings.xml", Data: fixed().settings},
		{Name: "word/fontTable.xml", Data: fixed().fonts},
		{Name: "word/footer1.xml", Data: fixed().odd},
		{Name: "word/footer2.xml", Data: fixed().even},
	}
	if d.Draft {
		files = append(files, sealed.Part{Name: "word/header1.xml", Data: draftHeader(d, "right")}, sealed.Part{Name: "word/header2.xml", Data: draftHeader(d, "left")})
	}
	if d.Marks != nil {
		files = append(files, marksParts(d.Marks)...)
	}
	return append(files, sealed.Part{Name: "docProps/core.xml", Data: core(d)}, sealed.Part{Name: "docProps/app.xml", Data: []byte(app)})
}

const (
	overridePart = `<Override PartName="/word/`
	overrideType = `.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.`
	officeType   = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
	relationList = declaration + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
)

func contentTypes(d *document.Document) []byte {
	p := new(part)
	p.raw(declaration, `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
		`<Default Extension="xml" ContentType="application/xml"/>`)
	overrides := [][2]string{{"document", "document.main"}, {"styles", "styles"}, {"settings", "settings"},
		{"fontTable", "fontTable"}, {"footer1", "footer"}, {"footer2", "footer"}}
	if d.Draft {
		overrides = append(overrides, [2]string{"header1", "header"}, [2]string{"header2", "header"})
	}
	for _, o := range overrides {
		p.raw(overridePart, o[0], overrideType, o[1], `+xml"/>`)
	}
	if d.Marks != nil {
		p.raw(`<Override PartName="/`, marksProperties, `" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>`)
	}
	p.raw(`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>`,
		`<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>`)
	return p.bytes
}

const packageRelationships = relationList +
	`<Relationship Id="rId1" Type="` + officeType + `officeDocument" Target="word/document.xml"/>` +
	`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
	`<Relationship Id="rId3" Type="` + officeType + `extended-properties" Target="docProps/app.xml"/></Relationships>`

func documentRelationships(d *document.Document) []byte {
	p := new(part)
	p.raw(relationList)
	targets := []string{"styles", "settings", "fontTable", "footer1", "footer2"}
	if d.Draft {
		targets = append(targets, "header1", "header2")
	}
	for i, target := range targets {
		kind := target
		if last := len(target) - 1; target[last] == '1' || target[last] == '2' {
			kind = target[:last]
		}
		p.raw(`<Relationship Id="rId`).num(i+1).raw(`" Type="`, officeType, kind, `" Target="`, target, `.xml"/>`)
	}
	if d.Marks != nil {
		p.raw(`<Relationship Id="rId`).num(len(targets)+1).raw(`" Type="`, officeType, `customXml" Target="../`, marksPart, `"/>`)
	}
	p.raw(`</Relationships>`)
	return p.bytes
}

// The application's name stays out of the reader's way; Word shows it under 属性.
const app = declaration + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
	`<Application>nianbao</Application></Properties>`

// core holds title, author and, where the report has one, its date: the
// report's own, never the machine's.
func core(d *document.Document) []byte {
	p := new(part)
	p.raw(declaration, `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"`,
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"`,
		` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>`).text(d.FileTitle()).
		raw(`</dc:title><dc:creator>`).text(d.Author).raw(`</dc:creator><dc:language>`, d.Language, `</dc:language>`)
	if d.Date != "" {
		for _, name := range []string{"created", "modified"} {
			p.raw(`<dcterms:`, name, ` xsi:type="dcterms:W3CDTF">`).text(d.Date).raw(`T00:00:00Z</dcterms:`, name, `>`)
		}
	}
	p.raw(`</cp:coreProperties>`)
	return p.bytes
}

// draftHeader marks every page of a draft.
func draftHeader(d *document.Document, side string) []byte {
	p := new(part)
	p.raw(declaration, `<w:hdr`, namespaces, `><w:p><w:pPr><w:pStyle w:val="Header"/><w:jc w:val="`, side, `"/></w:pPr>`)
	run(p, "", style.Hei, style.DraftText+d.Lacking)
	p.raw(`</w:p></w:hdr>`)
	return p.bytes
}
