package pdf

import (
	"fmt"

	"nianbao/render/layout"
	"nianbao/render/style"
)

// An annotation is a link on its way into the file.
type annotation struct {
	layout.Link
	ref  ref
	page int
	key  int // in the parent tree, behind those of the pages
}

// reserveLinks has a place for the annotation of every link, in the order of the pages.
func reserveLinks(out *objects, pages []layout.Page) []annotation {
	var links []annotation
	for i, page := range pages {
		for _, l := range page.Links {
			links = append(links, annotation{Link: l, ref: out.reserve(), page: i, key: len(pages) + len(links)})
		}
	}
	return links
}

// appendAnnotations names the annotations of a page, if there are any.
func appendAnnotations(b []byte, links []annotation, page int) []byte {
	for _, a := range links {
		if a.page != page {
			continue
		}
		if len(b) == 0 {
			b = append(b, "/Annots["...)
		}
		b = append(appendRef(b, a.ref), ' ')
	}
	if len(b) > 0 {
		b = append(b, ']')
	}
	return b
}

// writeLinks writes the annotations (ISO 32000-1, 12.5.6.5). They are printed, since
// PDF/A wants every annotation to be (ISO 19005-1, 6.5.3), of which nothing is seen, and
// say where they lead (ISO 14289-1, 7.18.5).
func writeLinks(out *objects, links []annotation, pages, elements []ref, c Conformance) {
	for _, a := range links {
		b := fmt.Appendf(nil, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/StructParent %d/Rect[", a.key)
		for i, edge := range []style.Length{a.X, style.PageHeight - a.Y - a.Height, a.X + a.Width, style.PageHeight - a.Y} {
			if i > 0 {
				b = append(b, ' ')
			}
			b = appendLength(b, edge)
		}
		b = appendString(append(b, "]/Contents"...), a.Text)
		b = append(appendGoTo(append(b, "/A"...), a.To, pages, elements, c), ">>"...)
		out.set(a.ref, b)
	}
}

// appendGoTo writes the action that goes to a place of the document (12.6.4.2).
func appendGoTo(b []byte, to layout.Bookmark, pages, elements []ref, c Conformance) []byte {
	place := fmt.Sprintf("/XYZ 0 %s null]", appendLength(nil, style.PageHeight-to.Y))
	b = fmt.Appendf(b, "<</S/GoTo/D[%d 0 R%s", pages[to.Page], place)
	if c == PDFA4 { // ISO 14289-2, 8.8: a destination is a structure destination
		b = fmt.Appendf(b, "/SD[%d 0 R%s", elements[to.Element], place)
	}
	return append(b, ">>"...)
}
