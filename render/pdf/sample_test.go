package pdf

import (
	"fmt"
	"testing"

	"nianbao/document"
	"nianbao/fixtures"
	"nianbao/render/font"
	"nianbao/render/layout"
	"nianbao/render/style"
	"nianbao/report/jsonfile"
)

// set lays a fixture's report out.
func set(t testing.TB, c fixtures.Case, draft bool) *layout.Layout {
	t.Helper()
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	r, _ := jsonfile.Decode(c.JSON)
	l, problems := layout.Set(document.Fill(r, document.Options{Draft: draft}), faces)
	if l == nil {
		t.Fatalf("%s: %v", c.Name, problems)
	}
	return l
}

// A sheet is a layout being set by hand, as a stand-in for package layout.
type sheet struct {
	layout.Layout
	faces *font.Set
	next  rune // of the prose that is made up
}

func newSheet(t testing.TB) *sheet {
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	s := &sheet{faces: faces, next: '一'}
	s.Title, s.Author = "某县2023年政府信息公开<工作>年度报告", "某县𬭚人民政府办公室"
	s.Date, s.Language = "2024-01-18", "zh-CN"
	s.element(layout.Element{Tag: layout.TagDocument, Parent: -1})
	return s
}

func (s *sheet) element(e layout.Element) int {
	s.Elements = append(s.Elements, e)
	return len(s.Elements) - 1
}

func (s *sheet) page() {
	s.Pages = append(s.Pages, layout.Page{})
}

func (s *sheet) mark(m layout.Mark) {
	page := &s.Pages[len(s.Pages)-1]
	page.Marks = append(page.Marks, m)
}

// write sets text, a mark for each run of one face.
func (s *sheet) write(element int, role style.Role, size, x, y style.Length, text string) {
	var t *layout.Text
	for _, r := range text {
		of := role
		if r < 0x80 {
			of = style.Latin
		}
		face, glyph := s.faces.Find(of, r)
		if face == nil {
			panic(fmt.Sprintf("no face has %c", r))
		}
		if t == nil || t.Face != face {
			t = &layout.Text{Face: face, Size: size, X: x, Y: y, Spacing: -250}
			s.mark(layout.Mark{Element: element, Text: t})
		}
		t.Runes = append(t.Runes, r)
		t.Glyphs = append(t.Glyphs, glyph)
		x += style.Length(face.Advance(glyph))*size/1000 + t.Spacing
	}
}

// prose is a line of 28 characters, of which the next few are new.
func (s *sheet) prose(fresh int) string {
	line := make([]rune, 0, 28)
	for i := 0; len(line) < 28; i++ {
		if i < fresh {
			for {
				s.next += 13
				if face, _ := s.faces.Find(style.Fang, s.next); face == s.faces.Chains[style.Fang][0] {
					break
				}
			}
			line = append(line, s.next)
			continue
		}
		line = append(line, []rune("政府信息公开工作年度报告，主动（依申请）。")[i%21])
	}
	return string(line)
}

// sample is six pages with about 500 different glyphs in six faces: title,
// headings of three levels, prose over page ends, tables, page numbers.
func sample(t testing.TB) *layout.Layout {
	s := newSheet(t)
	var paragraph int
	for p := range 6 {
		s.page()
		y := 100 * style.Point
		if p == 0 {
			s.write(s.element(layout.Element{Tag: layout.TagH1}), style.Title, 22*style.Point, 120*style.Point, y, "某县2023年政府信息公开工作年度报告")
		}
		for line := range 20 {
			y += style.Pitch
			switch {
			case line == 2 && p < 5:
				s.Bookmarks = append(s.Bookmarks, layout.Bookmark{Level: 1, Text: fmt.Sprintf("第%d章𬭚", p+1), Element: len(s.Elements), Page: p, Y: y})
				s.write(s.element(layout.Element{Tag: layout.TagH2}), style.Hei, 16*style.Point, 80*style.Point, y, "一、总体情况"+string([]rune("甲乙丙丁戊")[p]))
			case line == 3 && p < 5:
				s.Bookmarks = append(s.Bookmarks, layout.Bookmark{Level: 2 + p%3, Text: "（一）主动公开", Element: len(s.Elements), Page: p, Y: y})
				s.write(s.element(layout.Element{Tag: layout.TagH3}), style.Kai, 16*style.Point, 80*style.Point, y, "（一）主动公开政府信息")
			case line == 4:
				s.table(y)
				y += 5 * style.Pitch
			case line > 14 && p > 0: // the page is full
			default:
				if line%4 == 1 || paragraph == 0 {
					paragraph = s.element(layout.Element{Tag: layout.TagP})
				}
				s.write(paragraph, style.Fang, 16*style.Point, 79*style.Point, y, s.prose(5))
			}
		}
		if p == 5 {
			s.items(y)
		}
		s.write(layout.Artifact, style.Song, 14*style.Point, 450*style.Point, 780*style.Point, fmt.Sprintf("— %d —", p+1))
	}
	return &s.Layout
}

// table sets a table of nested heads, with an empty cell and a shaded one.
func (s *sheet) table(y style.Length) {
	table := s.element(layout.Element{Tag: layout.TagTable, Summary: "各行是办理情况，各列是申请人"})
	const width, height = 80 * style.Point, 22 * style.Point
	row := func(at int, cells ...layout.Element) {
		tr := s.element(layout.Element{Tag: layout.TagTR, Parent: table})
		for i, cell := range cells {
			cell.Parent = tr
			if cell.Tag == layout.TagTH {
				cell.ID = fmt.Sprintf("t%d.%d.%d(", table, at, i)
			} else {
				// The heads of a number: 申请人情况, the column's own, the row's.
				column := min(i, 3)
				if at == 3 && i == 2 {
					column = 3
				}
				cell.Heads = []string{fmt.Sprintf("t%d.0.1(", table), fmt.Sprintf("t%d.1.%d(", table, column-1), fmt.Sprintf("t%d.%d.0(", table, at)}
			}
			id := s.element(cell)
			text := [][]string{{"项目", "申请人情况"}, {"自然人", "商业企业", "总计"}, {"本年新收", "13", "", "13"}, {"予以公开", "6", "6"}}[at][i]
			x, top := (style.Length(i)+1)*width, y+style.Length(at)*height
			if text != "" {
				s.write(id, style.Song, 10500, x+5*style.Point, top+15*style.Point, text)
			} else {
				s.mark(layout.Mark{Element: layout.Artifact, Box: &layout.Box{X: x, Y: top, Width: width, Height: height, Colour: "D9E8F5"}})
			}
			s.mark(layout.Mark{Element: layout.Artifact, Rule: &layout.Rule{X1: x, Y1: top, X2: x + width, Y2: top, Width: 500}})
			s.mark(layout.Mark{Element: layout.Artifact, Rule: &layout.Rule{X1: x, Y1: top, X2: x, Y2: top + height, Width: 500}})
		}
	}
	head := func(scope string, rows, columns int) layout.Element {
		return layout.Element{Tag: layout.TagTH, Scope: scope, RowSpan: rows, ColSpan: columns}
	}
	cell := func(columns int) layout.Element {
		return layout.Element{Tag: layout.TagTD, RowSpan: 1, ColSpan: columns}
	}
	row(0, head("Both", 2, 1), head("Column", 1, 3))
	row(1, head("Column", 1, 1), head("Column", 1, 1), head("Column", 1, 1))
	row(2, head("Row", 1, 1), cell(1), cell(1), cell(1))
	row(3, head("Row", 1, 1), cell(2), cell(1))
}

// items sets two items of a list.
func (s *sheet) items(y style.Length) {
	list := s.element(layout.Element{Tag: layout.TagL})
	for i, mark := range []string{"（1）", "（2）"} {
		item := s.element(layout.Element{Tag: layout.TagLI, Parent: list})
		s.write(s.element(layout.Element{Tag: layout.TagLbl, Parent: item}), style.Fang, 16*style.Point, 79*style.Point, y+style.Length(i)*style.Pitch, mark)
		s.write(s.element(layout.Element{Tag: layout.TagLBody, Parent: item}), style.Fang, 16*style.Point, 143*style.Point, y+style.Length(i)*style.Pitch, "公开")
	}
}

// odd is a page of what is rare: turned text, characters that share a glyph,
// characters beyond U+FFFF, actual text.
func odd(t testing.TB) *layout.Layout {
	s := newSheet(t)
	s.page()
	p := s.element(layout.Element{Tag: layout.TagP})
	s.write(p, style.Fang, 16*style.Point, 79*style.Point, 200*style.Point, "一𬭚㛃(\\)")
	last := func() *layout.Text {
		marks := s.Pages[0].Marks
		return marks[len(marks)-1].Text
	}
	// ⼀ and 一 are the same drawing.
	s.write(p, style.Fang, 16*style.Point, 79*style.Point, 230*style.Point, "一一")
	last().Runes[1] = '⼀'
	s.write(p, style.Song, 16*style.Point, 79*style.Point, 260*style.Point, "公开")
	last().Actual = "公开。"
	s.write(layout.Artifact, style.Hei, 60*style.Point, 200*style.Point, 500*style.Point, "送审稿")
	last().Turn, last().Colour = 45, "D0D0D0"
	return &s.Layout
}
