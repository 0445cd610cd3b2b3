package docx

import "nianbao/render/sealed"

// MarksNamespace is that of the part that carries the document's marks, as the text
// of its one element. Office programs keep such parts when they save
// (ISO/IEC 29500-1, 15.2.5, custom XML data storage).
const MarksNamespace = "urn:nianbao:report"

const (
	marksPart       = "customXml/item1.xml"
	marksProperties = "customXml/itemProps1.xml"
)

func marksParts(marks []byte) []sealed.Part {
	p := new(part)
	p.raw(declaration, `<report xmlns="`, MarksNamespace, `">`).text(string(marks)).raw(`</report>`)
	return []sealed.Part{
		{Name: marksPart, Data: p.bytes},
		{Name: "customXml/_rels/item1.xml.rels", Data: []byte(relationList + `<Relationship Id="rId1" Type="` + officeType +
			`customXmlProps" Target="itemProps1.xml"/></Relationships>`)},
		{Name: marksProperties, Data: []byte(declaration + `<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"` +
			` ds:itemID="{6E69616E-6261-4F00-8000-7265706F7274}"><ds:schemaRefs><ds:schemaRef ds:uri="` + MarksNamespace +
			`"/></ds:schemaRefs></ds:datastoreItem>`)},
	}
}
