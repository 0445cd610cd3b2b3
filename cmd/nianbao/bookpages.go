package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"nianbao/cmd/nianbao/facechoice"
	"nianbao/collecting/roster"
	"nianbao/filing/disk"
	"nianbao/filing/source"
	"nianbao/render/layout"
	"nianbao/render/pdf"
	"nianbao/render/style"
)

// bookName is what the book is called behind what its reports are.
const bookName = "合订本"

// sort puts the reports in the roster's order, those that it does not have last, and
// says whom it has that the book has not.
func (k *binding) sort() (notes []string) {
	if k.roster == nil {
		return nil
	}
	units := k.roster.Units
	place, bound := map[string]int{}, map[int]bool{}
	var unlisted []string
	for _, s := range k.sheets {
		unit, how, ok := k.roster.Find(s.agency)
		if !ok {
			unit = len(units)
			unlisted = append(unlisted, s.agency)
		} else if how == roster.ByLikeness {
			notes = append(notes, fmt.Sprintf("“%s”当作名单里的“%s”", s.agency, units[unit].Name))
		}
		place[s.file], bound[unit] = unit, true
	}
	slices.SortStableFunc(k.sheets, func(a, b sheet) int { return place[a.file] - place[b.file] })
	if len(unlisted) > 0 {
		notes = append(notes, "名单里没有，放在最后："+source.Some(unlisted, len(unlisted)))
	}
	var missing []string
	for i, u := range units {
		if !bound[i] && u.Part != roster.ByParent {
			missing = append(missing, u.Name)
		}
	}
	if len(missing) > 0 {
		notes = append(notes, "名单里有，没有报告："+source.Some(missing, len(missing)))
	}
	return notes
}

// book is the reports with what the cover and the list of contents say. What all have
// in common, the agency or the year, is the book's title; the list names the rest.
func (k *binding) book() *layout.Book {
	var headings []string
	agency, author := k.sheets[0].agency, k.sheets[0].author
	for _, s := range k.sheets {
		if !slices.Contains(headings, s.heading) {
			headings = append(headings, s.heading)
		}
		if s.agency != agency {
			agency, author = "", ""
		}
	}
	if len(headings) > mostHeadings {
		headings = append(headings[:mostHeadings], "等")
	}
	b := &layout.Book{Title: agency + headings[0] + bookName, Author: author, Below: []string{"（" + bookName + "）", fmt.Sprintf("共%d份", len(k.sheets))}}
	if len(headings) > 1 {
		b.Title = agency + headings[0] + "等" + bookName
	}
	for i, heading := range headings {
		of := ""
		if i == 0 {
			of = agency
		}
		b.Cover = append(b.Cover, style.TitleLines(of, heading, nil)...)
	}
	for _, s := range k.sheets {
		name := s.agency
		if len(headings) > 1 || agency != "" {
			name += s.heading
		}
		b.Chapters = append(b.Chapters, layout.Chapter{Name: name, Layout: s.layout})
	}
	return b
}

// mostHeadings are as many as a cover has room for.
const mostHeadings = 4

func (k *binding) print(book *layout.Book, b *builder) (changed bool, pages int, err error) {
	bound, problems := layout.Bind(book, b.Faces)
	if bound == nil {
		return false, 0, fmt.Errorf("封面或者目录印不出来：%s", problems[0].Message)
	}
	content, err := pdf.Write(bound, pdf.Options{Conformance: b.pdfa})
	if err != nil {
		if why := facechoice.Unprintable(err); why != "" {
			return false, 0, errors.New(why)
		}
		return false, 0, fmt.Errorf("程序排不出合订本，请告诉开发者：%w", err)
	}
	folder := filepath.Dir(string(k.path))
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return false, 0, fmt.Errorf("不能新建文件夹“%s”：%s", folder, disk.Reason(err))
	}
	changed, err = disk.Write([]disk.Output{{Path: string(k.path), Content: content, Edited: pdf.Edited}}, b.force)
	return changed, len(bound.Pages), err
}

// sameFile reports whether two paths lead to one file, by whatever names.
func sameFile(a, b string) bool {
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(x, y)
}
