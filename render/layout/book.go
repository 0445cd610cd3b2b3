package layout

import (
	"context"
	"strconv"

	"nianbao/problem"
	"nianbao/render/font"
	"nianbao/render/style"
)

// A Book is several reports in one.
type Book struct {
	Title    string   // the file's
	Cover    []string // the lines of the title on the cover
	Below    []string // lines below it
	Author   string
	Chapters []Chapter
}

// A Chapter is one report of a book, which is no draft.
type Chapter struct {
	Name   string // in the list of contents
	Layout *Layout
	Page   int // where it begins, as printed; Bind says
}

// Bind puts a cover and a list of contents before reports, each of which begins on
// an odd page, the front of a sheet. Numbers run through the book, the cover and
// blank pages counted; these two show none. What cannot be printed comes back as
// problems, and then there is no book.
func Bind(b *Book, faces *font.Set) (*Layout, []problem.Problem) {
	out := &Layout{Title: b.Title, Author: b.Author, Elements: []Element{{Tag: TagDocument, Parent: -1}}, Places: map[string]int{}}
	s := &setter{ctx: context.Background(), faces: faces, habits: style.Word, missing: map[lack]bool{}, out: out}
	s.cover(b)
	contents := s.contents(b)
	page := 0
	for _, at := range s.flow(false) {
		if at.newPage {
			page++
		}
	}
	element := len(out.Elements)
	for i := range b.Chapters {
		c := &b.Chapters[i]
		page += page % 2
		c.Page = page + 1
		page += len(c.Layout.Pages)
		out.Elements[contents[i]].To = element // the part, which add makes
		element += len(c.Layout.Elements)
	}
	s.paginate()
	for i := range out.Pages {
		if len(out.Pages[i].Marks) > 0 && i > 0 {
			s.number(&out.Pages[i], i+1)
		}
	}
	s.mirror()
	var titles []int // the bookmark of each report's title
	for i, c := range b.Chapters {
		for len(out.Pages)+1 < c.Page {
			out.Pages = append(out.Pages, Page{})
		}
		titles = append(titles, len(out.Bookmarks))
		s.add(c.Layout, strconv.Itoa(i+1)+"-")
	}
	for i := range out.Pages {
		links := out.Pages[i].Links // those of the list of contents, in the order of the reports
		for k := range links {
			links[k].To = out.Bookmarks[titles[k]]
		}
		titles = titles[len(links):]
	}
	if problems := s.faults(); len(problems) > 0 {
		return nil, problems
	}
	return out, nil
}

// reportLevel is how deep a report's title stands in a book's outline: so deep that
// viewers show it closed, since the sections of forty reports would hide their names.
const reportLevel = 3

// add puts a report behind what there is, with the book's numbers in place of its own.
func (s *setter) add(l *Layout, prefix string) {
	out := s.out
	first, firstPage := len(out.Elements), len(out.Pages)
	for i, e := range l.Elements {
		if i == 0 {
			e = Element{Tag: TagPart}
		} else {
			e.Parent += first
		}
		if e.ID != "" {
			e.ID = prefix + e.ID
		}
		heads := e.Heads
		e.Heads = nil
		for _, id := range heads {
			e.Heads = append(e.Heads, prefix+id)
		}
		out.Elements = append(out.Elements, e)
	}
	for _, page := range l.Pages {
		text := page.Marks[:len(page.Marks)-page.outside]
		added := Page{Marks: make([]Mark, 0, len(page.Marks))}
		for _, m := range text {
			if m.Element != Artifact {
				m.Element += first
			}
			added.Marks = append(added.Marks, m)
		}
		n := len(out.Pages) + 1
		var foot Page
		if s.number(&foot, n); n%2 == 0 {
			foot.mirror()
		}
		added.Marks = append(added.Marks, foot.Marks...)
		added.outside = len(foot.Marks)
		out.Pages = append(out.Pages, added)
	}
	for _, b := range l.Bookmarks {
		b.Level += reportLevel - 1
		b.Element += first
		b.Page += firstPage
		out.Bookmarks = append(out.Bookmarks, b)
	}
	out.Language = l.Language
	out.Date = max(out.Date, l.Date)
}
