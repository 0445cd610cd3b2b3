package pdf

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"nianbao/render/layout"
)

// A passage is marked content on a page that belongs to an element.
type passage struct {
	page, id int
}

// writeStructure writes the structure tree (ISO 32000-1, 14.7) and returns its
// root, and each element's place. An element holds either elements or passages.
func writeStructure(out *objects, elements []layout.Element, pages []*content, links []annotation, pageRefs []ref, c Conformance) (root ref, places []ref) {
	root = out.reserve()
	refs := make([]ref, len(elements))
	children := make([][]int, len(elements))
	for i, e := range elements {
		refs[i] = out.reserve()
		if i > 0 {
			children[e.Parent] = append(children[e.Parent], i)
		}
	}
	passages := make([][]passage, len(elements))
	for page, content := range pages {
		for id, element := range content.elements {
			passages[element] = append(passages[element], passage{page, id})
		}
	}
	linked := make(map[int]ref, len(links))
	for _, a := range links {
		linked[a.Element] = a.ref
	}
	tags := headingTags(elements)
	var namespace ref
	if c == PDFA4 {
		namespace = out.add([]byte("<</Type/Namespace/NS(http://iso.org/pdf2/ssn)>>"))
	}
	for i, e := range elements {
		parent := root
		if i > 0 {
			parent = refs[e.Parent]
		}
		b := make([]byte, 0, 96)
		b = append(append(b, "<</S/"...), tags[i]...)
		b = appendRef(append(b, "/P "...), parent)
		if namespace != 0 && e.Tag != layout.TagTOC && e.Tag != layout.TagTOCI { // those two are PDF 1.7's still, whose elements name none (ISO 32000-2, 14.8.6)
			b = appendRef(append(b, "/NS "...), namespace)
		}
		if e.ID != "" {
			b = appendID(append(b, "/ID"...), e.ID)
		}
		if c == PDFA4 && e.Tag == layout.TagTOCI { // ISO 14289-2, 8.2.5.8
			b = append(appendRef(append(b, "/Ref["...), refs[e.To]), ']')
		}
		if e.Actual != "" {
			b = appendString(append(b, "/ActualText"...), e.Actual)
		}
		b = appendAttributes(b, e)
		if len(children[i]) > 0 {
			b = append(b, "/K["...)
			for _, child := range children[i] {
				b = append(appendRef(b, refs[child]), ' ')
			}
			b = append(b, ']')
		}
		b = appendPassages(b, passages[i], linked[i], pageRefs)
		out.set(refs[i], append(b, ">>"...))
	}
	entries := fmt.Appendf(nil, "<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d",
		refs[0], writeParentTree(out, pages, links, refs), len(pages)+len(links))
	if tree := writeIDTree(out, elements, refs); tree != 0 {
		entries = fmt.Appendf(entries, "/IDTree %d 0 R", tree)
	}
	if namespace != 0 {
		entries = fmt.Appendf(entries, "/Namespaces[%d 0 R]", namespace)
	}
	out.set(root, append(entries, ">>"...))
	return root, refs
}

// appendPassages writes an element's page and content; what stands on other
// pages than the first names its own. A link's annotation belongs to it (14.7.4.3).
func appendPassages(b []byte, passages []passage, annotation ref, pageRefs []ref) []byte {
	if len(passages) == 0 {
		return b
	}
	first := passages[0].page
	b = appendRef(append(b, "/Pg "...), pageRefs[first])
	b = append(b, "/K["...)
	for _, p := range passages {
		if p.page == first {
			b = append(strconv.AppendInt(b, int64(p.id), 10), ' ')
		} else {
			b = fmt.Appendf(b, "<</Type/MCR/Pg %d 0 R/MCID %d>>", pageRefs[p.page], p.id)
		}
	}
	if annotation != 0 {
		b = fmt.Appendf(b, "<</Type/OBJR/Obj %d 0 R>>", annotation)
	}
	return append(b, ']')
}

// appendAttributes writes the standard attributes of tables, their cells and of
// lists (14.8.5.5, 14.8.5.7).
func appendAttributes(b []byte, e layout.Element) []byte {
	switch {
	case e.Tag == layout.TagL:
		return append(b, "/A<</O/List/ListNumbering/Decimal>>"...)
	case e.Tag == layout.TagTable && e.Summary != "":
		return append(appendString(append(b, "/A<</O/Table/Summary"...), e.Summary), ">>"...)
	case e.Tag != layout.TagTH && (e.Tag != layout.TagTD || e.RowSpan == 1 && e.ColSpan == 1 && len(e.Heads) == 0):
		return b
	}
	b = append(b, "/A<</O/Table"...)
	if e.Tag == layout.TagTH {
		b = append(append(b, "/Scope/"...), e.Scope...)
	}
	if e.RowSpan > 1 {
		b = strconv.AppendInt(append(b, "/RowSpan "...), int64(e.RowSpan), 10)
	}
	if e.ColSpan > 1 {
		b = strconv.AppendInt(append(b, "/ColSpan "...), int64(e.ColSpan), 10)
	}
	// A head says so, too, where none names it: without Headers a reader goes by Scope,
	// and has a part's caption named by the columns of the part above.
	if len(e.Heads) > 0 || e.ID != "" {
		b = append(b, "/Headers["...)
		for _, id := range e.Heads {
			b = appendID(b, id)
		}
		b = append(b, ']')
	}
	return append(b, ">>"...)
}

// appendID writes an element's identifier, a byte string.
func appendID(b []byte, id string) []byte {
	b = append(b, '(')
	for i := range len(id) {
		b = appendEscaped(b, id[i])
	}
	return append(b, ')')
}

// writeIDTree leads from the identifiers to the elements (14.7.2, 7.9.6); 0 where
// there are none.
func writeIDTree(out *objects, elements []layout.Element, refs []ref) ref {
	places := map[string]ref{}
	for i, e := range elements {
		if e.ID != "" {
			places[e.ID] = refs[i]
		}
	}
	if len(places) == 0 {
		return 0
	}
	names := []byte("<</Names[")
	for _, id := range slices.Sorted(maps.Keys(places)) {
		names = append(appendRef(appendID(names, id), places[id]), ' ')
	}
	return out.add(append(names, "]>>"...))
}

// writeParentTree leads from each page's marked content, and from each annotation, to
// the elements (14.7.4.4).
func writeParentTree(out *objects, pages []*content, links []annotation, refs []ref) ref {
	tree := []byte("<</Nums[")
	for i, page := range pages {
		if len(page.elements) == 0 {
			continue
		}
		list := []byte{'['}
		for _, element := range page.elements {
			list = append(appendRef(list, refs[element]), ' ')
		}
		tree = fmt.Appendf(tree, "%d %d 0 R ", i, out.add(append(list, ']')))
	}
	for _, a := range links {
		tree = fmt.Appendf(tree, "%d %d 0 R ", a.key, refs[a.Element])
	}
	return out.add(append(tree, "]>>"...))
}

// headingTags returns the tags to write. Headings must start at H1 and skip no
// level downwards (ISO 14289-1, 7.4.2), whatever the report's author did.
func headingTags(elements []layout.Element) []layout.Tag {
	tags := make([]layout.Tag, len(elements))
	var open []layout.Tag // the headings that the current one stands under
	for i, e := range elements {
		tags[i] = e.Tag
		switch e.Tag {
		case layout.TagH1, layout.TagH2, layout.TagH3, layout.TagH4:
			for len(open) > 0 && open[len(open)-1] >= e.Tag {
				open = open[:len(open)-1]
			}
			open = append(open, e.Tag)
			tags[i] = layout.Tag("H" + strconv.Itoa(len(open)))
		}
	}
	return tags
}
