package layout

import (
	"context"

	"nianbao/document"
	"nianbao/problem"
	"nianbao/render/font"
	"nianbao/render/style"
)

// Set puts a document on pages as Word would. What cannot be printed comes back as
// problems, and then there are no pages: a character that no face of its chain has
// (glyph.missing), a number that no column can hold in one line (number.too_wide).
func Set(d *document.Document, faces *font.Set) (*Layout, []problem.Problem) {
	return SetUntil(context.Background(), d, faces)
}

// SetUntil is Set for somebody who may leave, or whose time may run out: there are no
// pages then, and ctx tells why.
func SetUntil(ctx context.Context, d *document.Document, faces *font.Set) (*Layout, []problem.Problem) {
	return SetAs(ctx, d, faces, style.Word)
}

// SetAs is SetUntil with another program's habits.
func SetAs(ctx context.Context, d *document.Document, faces *font.Set, habits style.Habits) (*Layout, []problem.Problem) {
	s := &setter{ctx: ctx, faces: faces, habits: habits, missing: map[lack]bool{}, out: newLayout(d)}
	s.blocks(d)
	if s.out.Pads = s.pads(d); s.left() {
		return nil, s.faults()
	}
	for i, p := range s.tables {
		p.pad(s.out.Pads[i], s.bands)
	}
	s.paginate()
	s.margins(d)
	s.mirror()
	if problems := s.faults(); len(problems) > 0 || s.left() {
		return nil, problems
	}
	return s.out, nil
}

func newLayout(d *document.Document) *Layout {
	return &Layout{
		Title: d.FileTitle(), Author: d.Author, Date: d.Date, Language: d.Language,
		Elements: []Element{{Tag: TagDocument, Parent: -1}}, Places: map[string]int{},
	}
}

// blocks queues all that the document holds, line by line and row by row.
func (s *setter) blocks(d *document.Document) {
	s.title(d)
	for i, block := range d.Blocks {
		if s.left() {
			return
		}
		var previous, next document.Block
		if i > 0 {
			previous = d.Blocks[i-1]
		}
		if i+1 < len(d.Blocks) {
			next = d.Blocks[i+1]
		}
		switch block := block.(type) {
		case document.Heading:
			s.heading(block, previous)
		case document.Paragraph:
			s.paragraph(block, next)
		case document.Table:
			s.table(block)
		case document.Signature:
			s.signature(block)
		}
	}
}

// A setter holds what is on its way to the pages.
type setter struct {
	ctx      context.Context
	faces    *font.Set
	habits   style.Habits
	out      *Layout
	bands    []band
	tables   []*placed
	list     int     // the element of the list that is open
	open     *placed // the table whose rows were placed last
	problems []problem.Problem
	missing  map[lack]bool // what was told, or counted
	untold   untold
}

// left reports whether nobody waits for the pages any more.
func (s *setter) left() bool { return s.ctx.Err() != nil }

// element adds a node to the structure.
func (s *setter) element(e Element) int {
	s.out.Elements = append(s.out.Elements, e)
	return len(s.out.Elements) - 1
}
