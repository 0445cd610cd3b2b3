// Package ofd writes laid-out pages as OFD, the fixed-layout format of official
// documents (GB/T 33190-2016), and on demand as OFD-A, the same for archives
// (GB/T 42133-2022).
package ofd

import (
	"crypto/sha256"
	"fmt"
	"strconv"

	"nianbao/render/layout"
	"nianbao/render/sealed"
	"nianbao/render/srgb"
)

// Options say what kind of file to write. The zero value is a plain OFD.
type Options struct {
	Archive bool // OFD-A
	// Attachment is the report's JSON, which an OFD-A carries as a text.
	Attachment []byte
	// Printed is the digest of what the pages print, 32 hexadecimal digits, which
	// becomes DocID; "": DocID comes from the pages.
	Printed string
}

// Where the parts stand. Other parts name them from the folder they stand in.
const (
	entryPart      = "OFD.xml"
	folder         = "Doc_0/"
	documentPart   = folder + "Document.xml"
	resourcePart   = folder + "PublicRes.xml"
	attachmentList = folder + "Attachs/Attachments.xml"
	attachmentPart = folder + "Attachs/" + attachmentName
	attachmentName = "report.txt"
	profileName    = "sRGB.icc" // beside the faces
)

// Write returns the file. The same layout and options give the same bytes.
func Write(l *layout.Layout, o Options) ([]byte, error) {
	if err := check(l, o); err != nil {
		return nil, fmt.Errorf("ofd: %w", err)
	}
	faces, err := gather(l)
	if err != nil {
		return nil, fmt.Errorf("ofd: %w", err)
	}
	// IDs count through the file: RGB, faces, pages, what stands on them.
	ids := counter(0)
	space := ids.next()
	for _, f := range faces.list {
		f.id = ids.next()
	}
	pages := make([]placed, len(l.Pages))
	for i := range pages {
		pages[i] = placed{id: ids.next(), part: "Pages/Page_" + strconv.Itoa(i) + "/Content.xml"}
	}
	parts := make([]sealed.Part, 0, 8+len(faces.list)+len(pages))
	parts = append(parts, sealed.Part{Name: entryPart}, sealed.Part{Name: documentPart}, sealed.Part{Name: resourcePart, Data: resources(space, faces, o)})
	for i, page := range l.Pages {
		parts = append(parts, sealed.Part{Name: folder + pages[i].part, Data: content(page, faces, &ids)})
	}
	programs, err := faces.cut()
	if err != nil {
		return nil, fmt.Errorf("ofd: %w", err)
	}
	parts = append(parts, programs...)
	if o.Archive {
		parts = append(parts, sealed.Part{Name: folder + "Res/" + profileName, Data: srgb.Profile()})
	}
	if o.Attachment != nil {
		parts = append(parts, sealed.Part{Name: attachmentList, Data: attachments(l, o)}, sealed.Part{Name: attachmentPart, Data: o.Attachment})
	}
	parts[1].Data = documentXML(l, o, space, ids, pages)
	parts[0].Data = entry(l, o, identity(parts[1:], o))
	return sealed.Write(parts, o.Printed)
}

// identity is what DocID says: made of the content, never of a clock.
func identity(parts []sealed.Part, o Options) string {
	if o.Printed != "" {
		return o.Printed
	}
	h := sha256.New()
	for _, p := range parts {
		h.Write(p.Data)
	}
	return fmt.Sprintf("%x", h.Sum(nil)[:16])
}

// A counter gives out the IDs of a document, from 1 (7.3, ST_ID).
type counter int

func (c *counter) next() int {
	*c++
	return int(*c)
}

// placed is a page: its ID, and where its content stands from the document's folder.
type placed struct {
	id   int
	part string
}
