package pdf

import (
	"fmt"
	"strconv"

	"nianbao/render/layout"
)

// A passage is marked content on a page that belongs to an element.
type passage struct {
	page, id int
}

// writeStructure writes the structure tree (ISO 32000-1, 14.7) and returns its
// root. An element holds either elements or passages.
func writeStructure(out *objects, elements []layout.Element, pages []*content, pageRefs []ref) ref {
	root := out.reserve()
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
	tags := headingTags(elements)
	for i, e := range elements {
		parent := root
		if i > 0 {
			parent = refs[e.Parent]
		}
		b := make([]byte, 0, 96)
		b = append(append(b, "<</S/"...), tags[i]...)
		b = appendRef(append(b, "/P "...), parent)
		b = appendAttributes(b, e)
		if len(children[i]) > 0 {
			b = append(b, "/K["...)
			for _, child := range children[i] {
				b = append(appendRef(b, refs[child]), ' ')
			}
			b = append(b, ']')
		}
		b = appendPassages(b, passages[i], pageRefs)
		out.set(refs[i], append(b, ">>"...))
	}
	out.set(root, fmt.Appendf(nil, "<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>",
		refs[0], writeParentTree(out, pages, refs), len(pages)))
	return root
}

// appendPassages writes an element's page and content; what stands on other
// pages than the first names its own.
func appendPassages(b []byte, passages []passage, pageRefs []ref) []byte {
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
	return append(b, ']')
}

// appendAttributes writes the standard attributes of table cells (14.8.5.7).
func appendAttributes(b []byte, e layout.Element) []byte {
	if e.Tag != layout.TagTH && (e.Tag != layout.TagTD || e.RowSpan == 1 && e.ColSpan == 1) {
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
	return append(b, ">>"...)
}

// writeParentTree leads from each page's marked content to the elements (14.7.4.4).
func writeParentTree(out *objects, pages []*content, refs []ref) ref {
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
		case layout.TagH1, layout.TagH2, layout.TagH3:
			for len(open) > 0 && open[len(open)-1] >= e.Tag {
				open = open[:len(open)-1]
			}
			open = append(open, e.Tag)
			tags[i] = layout.Tag("H" + strconv.Itoa(len(open)))
		}
	}
	return tags
}
