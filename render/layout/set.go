package layout

import (
	"fmt"

	"nianbao/document"
	"nianbao/render/font"
	"nianbao/render/style"
	"nianbao/report"
)

// Set puts a document on pages. What cannot be printed comes back as problems,
// and then there are no pages: a character that no face of its chain has
// (glyph.missing), a number that no column can hold in one line (number.too_wide).
func Set(d *document.Document, faces *font.Set) (*Layout, []report.Problem) {
	s := &setter{
		faces:   faces,
		missing: map[missing]bool{},
		out: &Layout{
			Title: d.Title(), Author: d.Author, Date: d.Date, Language: d.Language,
			Elements: []Element{{Tag: TagDocument, Parent: -1}},
		},
	}
	s.title(d)
	for i, block := range d.Blocks {
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
	s.paginate()
	s.furniture(d.Draft)
	if len(s.problems) > 0 {
		return nil, s.problems
	}
	return s.out, nil
}

// A setter holds what is on its way to the pages.
type setter struct {
	faces    *font.Set
	out      *Layout
	bands    []band
	open     *placed // the table whose rows were placed last
	problems []report.Problem
	missing  map[missing]bool
}

type missing struct {
	r     rune
	place string
}

// element adds a node to the structure.
func (s *setter) element(e Element) int {
	s.out.Elements = append(s.out.Elements, e)
	return len(s.out.Elements) - 1
}

// lacks records a character that cannot be printed, once a place.
func (s *setter) lacks(r rune, path, place string) {
	if s.missing[missing{r, place}] {
		return
	}
	s.missing[missing{r, place}] = true
	s.problems = append(s.problems, report.Problem{
		Severity: report.Error, Code: "glyph.missing", Path: path, Place: place,
		Message: fmt.Sprintf("“%c”（U+%04X）在现有字体中没有，印不出来", r, r),
		Fix:     "请核对是否输错；确需使用的，用 -fonts 指定放有这个字的字体的文件夹",
	})
}

func (s *setter) tooWide(cell document.Cell) {
	s.problems = append(s.problems, report.Problem{
		Severity: report.Error, Code: "number.too_wide", Path: cell.From, Place: cell.Place,
		Message: fmt.Sprintf("%s 太长，缩到最小字号（%d 磅）也排不进这一格", cell.Text, style.SmallestPt/style.Point),
		Fix:     "请核对数字与单位是否填错",
	})
}
