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
	level, below                        int // below: how many items hang under it
}

// writeOutline writes the bookmarks, all open (ISO 32000-1, 12.3.3), and
// returns the root. A bookmark hangs under the last one before it that has a
// lower level, so that a level left out leaves no gap.
func writeOutline(out *objects, bookmarks []layout.Bookmark, pages []ref) ref {
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
		for _, above := range open {
			items[above].below++
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
			value = fmt.Appendf(value, "/Parent %d 0 R/Dest[%d 0 R/XYZ 0 %s null]",
				items[it.parent].ref, pages[b.Page], appendLength(nil, style.PageHeight-b.Y))
		}
		for _, link := range []struct {
			key string
			to  int
		}{{"Prev", it.previous}, {"Next", it.next}, {"First", it.first}, {"Last", it.last}} {
			if link.to != 0 {
				value = fmt.Appendf(value, "/%s %d 0 R", link.key, items[link.to].ref)
			}
		}
		if it.below > 0 {
			value = fmt.Appendf(value, "/Count %d", it.below)
		}
		out.set(it.ref, append(value, ">>"...))
	}
	return items[0].ref
}
