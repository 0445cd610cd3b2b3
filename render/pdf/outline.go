package pdf

import (
	"fmt"

	"nianbao/render/layout"
	"nianbao/render/style"
)

// An item is a bookmark and where it hangs in the outline.
type item struct {
	ref                                 ref
	parent, previous, next, first, last int // indexes of items; 0, the root, for none
	level, below                        int // below: how many items are seen under it once it is open
}

// openLevels are how many levels of the outline are open: the title's and the
// sections'. What stands deeper would clutter it.
const openLevels = 2

// writeOutline writes the bookmarks (ISO 32000-1, 12.3.3) and returns the root. A
// bookmark hangs under the last one before it that has a lower level, so that a
// level left out leaves no gap.
func writeOutline(out *objects, bookmarks []layout.Bookmark, pages, elements []ref, c Conformance) ref {
	items := []item{{ref: out.reserve()}} // the root, above level 1
	open := []int{0}                      // the path down to the last item
	for _, b := range bookmarks {
		for items[open[len(open)-1]].level >= b.Level {
			open = open[:len(open)-1]
		}
		at := len(items)
		parent := &items[open[len(open)-1]]
		added := item{ref: out.reserve(), parent: open[len(open)-1], previous: parent.last, level: b.Level}
		if parent.last == 0 {
			parent.first = at
		} else {
			items[parent.last].next = at
		}
		parent.last = at
		for i := len(open) - 1; i >= 0; i-- {
			items[open[i]].below++
			if items[open[i]].level > openLevels {
				break // it is closed: who stands above does not show what is under it
			}
		}
		items = append(items, added)
		open = append(open, at)
	}
	for i, it := range items {
		value := []byte("<<")
		if i == 0 {
			value = append(value, "/Type/Outlines"...)
		} else {
			b := bookmarks[i-1]
			value = appendString(append(value, "/Title"...), b.Text)
			value = fmt.Appendf(value, "/Parent %d 0 R", items[it.parent].ref)
			if c == PDFA4 {
				value = appendGoTo(append(value, "/A"...), b, pages, elements, c)
			} else {
				value = fmt.Appendf(value, "/Dest[%d 0 R/XYZ 0 %s null]", pages[b.Page], appendLength(nil, style.PageHeight-b.Y))
			}
		}
		for _, link := range []struct {
			key string
			to  int
		}{{"Prev", it.previous}, {"Next", it.next}, {"First", it.first}, {"Last", it.last}} {
			if link.to != 0 {
				value = fmt.Appendf(value, "/%s %d 0 R", link.key, items[link.to].ref)
			}
		}
		switch {
		case it.below > 0 && it.level > openLevels:
			value = fmt.Appendf(value, "/Count -%d", it.below)
		case it.below > 0:
			value = fmt.Appendf(value, "/Count %d", it.below)
		}
		out.set(it.ref, append(value, ">>"...))
	}
	return items[0].ref
}
