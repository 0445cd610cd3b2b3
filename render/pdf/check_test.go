package pdf

import (
	"strings"
	"testing"

	"nianbao/render/layout"
)

// What no archival file can hold is an error that says what and where.
func TestCheck(t *testing.T) {
	tag := func(l *layout.Layout, tag layout.Tag) *layout.Element {
		for i := range l.Elements {
			if l.Elements[i].Tag == tag {
				return &l.Elements[i]
			}
		}
		return nil
	}
	first := func(l *layout.Layout) *layout.Mark { return &l.Pages[0].Marks[0] }
	for _, c := range []struct {
		want string
		do   func(l *layout.Layout, o *Options)
	}{
		{"unknown conformance 7", func(l *layout.Layout, o *Options) { o.Conformance = 7 }},
		{"PDF/A-2a carries no attachment", func(l *layout.Layout, o *Options) { o.Attachment = []byte{} }},
		{"needs a title", func(l *layout.Layout, o *Options) { l.Title = "" }},
		{"metadata cannot", func(l *layout.Layout, o *Options) { l.Title = "a\x00" }},
		{"metadata cannot", func(l *layout.Layout, o *Options) { l.Author = "a\xFF" }},
		{"too long", func(l *layout.Layout, o *Options) { l.Title = strings.Repeat("公", maxString/2) }},
		{`language "" is no BCP 47 tag`, func(l *layout.Layout, o *Options) { l.Language = "" }},
		{`language "zh)" is no`, func(l *layout.Layout, o *Options) { l.Language = "zh)" }},
		{"date", func(l *layout.Layout, o *Options) { l.Date = "2024-02-30" }},
		{"needs a page", func(l *layout.Layout, o *Options) { l.Pages = nil }},
		{"element 0 must be the document", func(l *layout.Layout, o *Options) { l.Elements = nil }},
		{"element 3: its parent 3", func(l *layout.Layout, o *Options) { l.Elements[3].Parent = 3 }},
		{"element 3: its parent -1", func(l *layout.Layout, o *Options) { l.Elements[3].Parent = -1 }},
		{`a TR cannot hold a "P"`, func(l *layout.Layout, o *Options) { tag(l, layout.TagTD).Tag = layout.TagP }},
		{`a Document cannot hold a "Div"`, func(l *layout.Layout, o *Options) { l.Elements[1].Tag = "Div" }},
		{"element 1: no element with index 0 to lead to", func(l *layout.Layout, o *Options) { l.Elements[1].Tag = layout.TagTOCI }},
		{"element 1 is no Link", func(l *layout.Layout, o *Options) { l.Pages[0].Links = []layout.Link{{Element: 1, Text: "x"}} }},
		{"no page with index 99", func(l *layout.Layout, o *Options) { linked(l).To.Page = 99 }},
		{"no element with index -1", func(l *layout.Layout, o *Options) { linked(l).To.Element = -1 }},
		{"does not say where it leads", func(l *layout.Layout, o *Options) { linked(l).Text = "" }},
		{"metadata cannot", func(l *layout.Layout, o *Options) { linked(l).Text = "a\x00" }},
		{"a P cannot hold a \"LI\"", func(l *layout.Layout, o *Options) { tag(l, layout.TagL).Tag = layout.TagP }},
		{`a TH with scope ""`, func(l *layout.Layout, o *Options) { tag(l, layout.TagTH).Scope = "" }},
		{`no head "nobody"`, func(l *layout.Layout, o *Options) { tag(l, layout.TagTD).Heads = []string{"nobody"} }},
		{"a TD, cannot name cells", func(l *layout.Layout, o *Options) { tag(l, layout.TagTD).ID = "x" }},
		{"has the ID", func(l *layout.Layout, o *Options) {
			for i := range l.Elements {
				if l.Elements[i].Tag == layout.TagTH {
					l.Elements[i].ID = "x"
				}
			}
		}},
		{"metadata cannot", func(l *layout.Layout, o *Options) { tag(l, layout.TagTable).Summary = "a\x00" }},
		{"no element with index 9999", func(l *layout.Layout, o *Options) { l.Bookmarks[0].Element = 9999 }},
		{"a cell of 0 rows", func(l *layout.Layout, o *Options) { tag(l, layout.TagTH).RowSpan = 0 }},
		{"a cell of 1 rows and 10001 columns", func(l *layout.Layout, o *Options) { tag(l, layout.TagTD).ColSpan = 10001 }},
		{"row 2: no cell in column 4", func(l *layout.Layout, o *Options) { tag(l, layout.TagTH).RowSpan = 1 }},
		{"row 3: a cell does not fit", func(l *layout.Layout, o *Options) { tag(l, layout.TagTD).ColSpan = 2 }},
		{"reaches below the last row", func(l *layout.Layout, o *Options) { l.Elements[lastCell(l)].RowSpan = 2 }},
		{"no cells", func(l *layout.Layout, o *Options) {
			l.Elements = append(l.Elements, layout.Element{Tag: layout.TagTable})
		}},
		{"page 1, mark 0: no element with index -2", func(l *layout.Layout, o *Options) { first(l).Element = -2 }},
		{"no element with index 9999", func(l *layout.Layout, o *Options) { first(l).Element = 9999 }},
		{"a Document, holds elements, not marks", func(l *layout.Layout, o *Options) { first(l).Element = 0 }},
		{"one text, one rule or one box", func(l *layout.Layout, o *Options) { first(l).Text = nil }},
		{"one text, one rule or one box", func(l *layout.Layout, o *Options) { first(l).Box = &layout.Box{Colour: "000000"} }},
		{"a rule without width", func(l *layout.Layout, o *Options) { *first(l) = layout.Mark{Element: 1, Rule: &layout.Rule{}} }},
		{`colour "red" is not RRGGBB`, func(l *layout.Layout, o *Options) {
			*first(l) = layout.Mark{Element: 1, Box: &layout.Box{Colour: "red"}}
		}},
		{`colour "+12345" is not RRGGBB`, func(l *layout.Layout, o *Options) { first(l).Text.Colour = "+12345" }},
		{"with 0 glyphs", func(l *layout.Layout, o *Options) { first(l).Text.Glyphs = nil }},
		{"without a face", func(l *layout.Layout, o *Options) { first(l).Text.Face = nil }},
		{"without a size", func(l *layout.Layout, o *Options) { first(l).Text.Size = 0 }},
		{"has no '某' (U+67D0)", func(l *layout.Layout, o *Options) { first(l).Text.Glyphs[0] = 0 }},
		{"face Nianbao", func(l *layout.Layout, o *Options) { first(l).Text.Glyphs[0] = 65535 }},
		{"U+D800 is no character", func(l *layout.Layout, o *Options) { first(l).Text.Runes[0] = 0xD800 }},
		{"U+E123, of the private use area", func(l *layout.Layout, o *Options) { first(l).Text.Runes[0] = 0xE123 }},
		{"no page with index 99", func(l *layout.Layout, o *Options) { l.Bookmarks[0].Page = 99 }},
		{"level 0", func(l *layout.Layout, o *Options) { l.Bookmarks[0].Level = 0 }},
		{"metadata cannot", func(l *layout.Layout, o *Options) { l.Bookmarks[0].Text = "a\n" }},
		{"PDF/A-1 cannot hold 5000 pages", func(l *layout.Layout, o *Options) {
			o.Conformance = PDFA1a
			l.Pages = append(l.Pages, make([]layout.Page, 5000-len(l.Pages))...)
		}},
	} {
		l, o := sample(t), Options{}
		c.do(l, &o)
		if b, err := Write(l, o); b != nil || err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want %s", err, c.want)
		}
	}
}

func lastCell(l *layout.Layout) int {
	for i := len(l.Elements) - 1; ; i-- {
		if l.Elements[i].Tag == layout.TagTD {
			return i
		}
	}
}

func TestHeadingsSkipNoLevel(t *testing.T) {
	for _, c := range []struct{ given, want string }{
		{"H1 H2 H3 H2 H1", "H1 H2 H3 H2 H1"},
		{"H1 H3 H3 H2 H3", "H1 H2 H2 H2 H3"},
		{"H3 P H2 H1", "H1 P H1 H1"},
		{"H1 H2 H3 H4 H2 H4", "H1 H2 H3 H4 H2 H3"},
	} {
		var elements []layout.Element
		for _, tag := range strings.Fields(c.given) {
			elements = append(elements, layout.Element{Tag: layout.Tag(tag)})
		}
		var got []string
		for _, tag := range headingTags(elements) {
			got = append(got, string(tag))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: got %v, want %s", c.given, got, c.want)
		}
	}
}

// linked adds a link to the first page.
func linked(l *layout.Layout) *layout.Link {
	for i, e := range l.Elements {
		if e.Tag == layout.TagP {
			l.Elements = append(l.Elements, layout.Element{Tag: layout.TagLink, Parent: i})
			l.Pages[0].Links = []layout.Link{{Element: len(l.Elements) - 1, Text: "x"}}
			return &l.Pages[0].Links[0]
		}
	}
	return nil
}
