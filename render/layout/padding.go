package layout

import (
	"context"

	"nianbao/document"
	"nianbao/render/font"
	"nianbao/render/style"
)

// Pads is what stands above and below the lines of each table's cells, in the order of
// the document's tables, for a file that is made without pages (see Layout.Pads).
func Pads(ctx context.Context, d *document.Document, habits style.Habits) []style.Length {
	s := &setter{ctx: ctx, habits: habits, missing: map[lack]bool{}, out: newLayout(d)}
	return s.pads(d)
}

// pads chooses each table's padding for the fewest pages, and gives what is left over
// back to the tables evenly. It goes by the embedded faces whatever the pages are
// printed with, so that the Word file does not come to depend on a machine's faces.
func (s *setter) pads(d *document.Document) []style.Length {
	measured := s
	if embedded, err := font.Embedded(); err == nil && s.faces != embedded {
		measured = &setter{ctx: s.ctx, faces: embedded, habits: s.habits, missing: map[lack]bool{}, out: newLayout(d)}
		measured.blocks(d)
	}
	pads := make([]style.Length, len(measured.tables))
	if len(pads) == 0 || measured.left() {
		return pads
	}
	all := func(pad style.Length) {
		for i, p := range measured.tables {
			if pads[i] = pad; p.table.Prose {
				pads[i] = style.ListPad // a list of any length
			}
		}
	}
	all(style.LeastPad)
	best := measured.try(pads)
	for pad := style.MostPad; pad > style.LeastPad; pad -= style.PadStep {
		if all(pad); measured.try(pads) == best {
			break
		}
		all(style.LeastPad)
	}
	for raised := true; raised; {
		raised = false
		for i := range pads {
			if pads[i] == style.MostPad || measured.tables[i].table.Prose {
				continue
			}
			pads[i] += style.PadStep
			if measured.try(pads) == best {
				raised = true
			} else {
				pads[i] -= style.PadStep
			}
		}
	}
	return pads
}

// An outcome is what a choice of padding comes to.
type outcome struct {
	pages  int
	broken int // tables that go on on another page, and headings left behind
}

// try sets the bands without drawing them, with a reserve in every table: another
// program may set its rows a little higher, and still has to end its pages alike.
func (s *setter) try(pads []style.Length) outcome {
	for i, p := range s.tables {
		p.pad(pads[i], s.bands)
	}
	tight, loose := s.flow(false), s.flow(true)
	o := outcome{}
	for i := range loose {
		if loose[i].newPage {
			o.pages++
			if b := s.bands[i]; b.table != nil && b.row > 0 || i > 0 && s.bands[i-1].keep {
				o.broken++
			}
		}
		if loose[i].newPage != tight[i].newPage {
			o.broken++ // the pages would end elsewhere
		}
	}
	return o
}
