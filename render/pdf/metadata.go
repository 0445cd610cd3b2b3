package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"

	"nianbao/render/layout"
)

const producer = "nianbao"

// writeInformation writes the Info dictionary, which says what the metadata say.
func writeInformation(out *objects, l *layout.Layout) ref {
	b := appendString([]byte("<</Title"), l.Title)
	if l.Author != "" {
		b = appendString(append(b, "/Author"...), l.Author)
	}
	if l.Date != "" {
		b = fmt.Appendf(b, "/CreationDate%s/ModDate%[1]s", pdfDate(l.Date))
	}
	return out.add(fmt.Appendf(b, "/Producer(%s)>>", producer))
}

// pdfDate is midnight in China on a date YYYY-MM-DD. The offset's last
// apostrophe is what ISO 32000-1, 7.9.4, asks for; its own examples leave it out.
func pdfDate(date string) string {
	return "(D:" + strings.ReplaceAll(date, "-", "") + "000000+08'00')"
}

// writeMetadata writes the XMP packet. It is not compressed: ISO 19005-1,
// 6.7.2, lets a program find it that cannot read PDF.
func writeMetadata(out *objects, l *layout.Layout, o Options) ref {
	c := o.Conformance
	var b bytes.Buffer
	b.WriteString(metadataHead)
	if c == PDFA4 { // which knows PDF/UA's namespace
		b.WriteString(metadataNames + "<pdfuaid:part>2</pdfuaid:part>\n<pdfuaid:rev>2024</pdfuaid:rev>\n")
	} else {
		b.WriteString(metadataExtension + metadataNames + "<pdfuaid:part>1</pdfuaid:part>\n")
	}
	fmt.Fprintf(&b, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n", escapeXML(l.Title))
	if l.Author != "" {
		fmt.Fprintf(&b, "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n", escapeXML(l.Author))
	}
	fmt.Fprintf(&b, "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n", l.Language)
	if l.Date != "" {
		fmt.Fprintf(&b, "<xmp:CreateDate>%sT00:00:00+08:00</xmp:CreateDate>\n<xmp:ModifyDate>%[1]sT00:00:00+08:00</xmp:ModifyDate>\n", l.Date)
	}
	fmt.Fprintf(&b, "<pdf:Producer>%s</pdf:Producer>\n", producer)
	if id := o.Printed; id != "" {
		fmt.Fprintf(&b, "%s%s-%s-%s-%s-%s</xmpMM:DocumentID>\n", documentID, id[:8], id[8:12], id[12:16], id[16:20], id[20:])
	}
	if fmt.Fprintf(&b, "<pdfaid:part>%d</pdfaid:part>\n", c.part()); c == PDFA4 {
		b.WriteString("<pdfaid:rev>2020</pdfaid:rev>\n")
	} else {
		b.WriteString("<pdfaid:conformance>A</pdfaid:conformance>\n")
	}
	b.WriteString(metadataFoot)
	return out.addStream("/Type/Metadata/Subtype/XML", b.Bytes())
}

const documentID = "<xmpMM:DocumentID>uuid:"

// Printed is the digest of what a file prints, as it was given to Write; "" where
// the file carries none, as another program's.
func Printed(file []byte) string {
	const length = len("01234567-0123-0123-0123-0123456789ab")
	at := bytes.Index(file, []byte(documentID))
	if at < 0 || len(file) < at+len(documentID)+length {
		return ""
	}
	id := strings.ReplaceAll(string(file[at+len(documentID):][:length]), "-", "")
	if !isDigest(id) {
		return ""
	}
	return id
}

func isDigest(s string) bool { return len(s) == 32 && strings.Trim(s, "0123456789abcdef") == "" }

func escapeXML(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s)) // a strings.Builder returns no errors
	return b.String()
}

const metadataHead = "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" + `<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
`

// metadataExtension describes PDF/UA's namespace, which PDF/A-1 to 3 do not know
// (ISO 19005-2, 6.6.2.3). It stands first and alone, since some validators
// (PDFBox Preflight) look for it there before they read the rest.
const metadataExtension = `<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`

const metadataNames = `<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
`

const metadataFoot = `</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`
