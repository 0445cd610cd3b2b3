package ofd_test

import (
	"bytes"
	"strings"
	"testing"

	"nianbao/fixtures"
	"nianbao/render/layout"
	"nianbao/render/ofd"
	"nianbao/render/sealed"
	"nianbao/render/srgb"
)

func TestSameBytes(t *testing.T) {
	l := paper(t, fixtures.Named(t, "beyond-bmp")).Layout
	one, other := written(t, l, ofd.Options{}), written(t, l, ofd.Options{})
	if !bytes.Equal(one, other) {
		t.Error("two runs, other bytes")
	}
	if sealed.Edited(one) {
		t.Error("a file as it was written counts as edited")
	}
}

// DocID is what the pages print, where that is known, and else comes from the parts:
// other reports have others.
func TestDocID(t *testing.T) {
	id := func(name string, o ofd.Options) string {
		return open(t, written(t, paper(t, fixtures.Named(t, name)).Layout, o)).root.at("DocBody", "DocInfo", "DocID").Text
	}
	const printed = "00112233445566778899aabbccddeeff"
	if got := id("minimal", ofd.Options{Printed: printed}); got != printed {
		t.Error(got)
	}
	if a, b := id("minimal", ofd.Options{}), id("signature-sealed", ofd.Options{}); a == b || len(a) != 32 {
		t.Error(a, b)
	}
}

// GB/T 42133-2022: an OFD-A says so (6.2.1), carries its faces (6.2.6), only jumps in
// its outline (6.2.5), a profile of its colours (6.3.1), nothing that a reader may obey or leave out (Permissions,
// VPreferences, Extensions, Actions), and as attachment a text (6.15). All else is a
// plain OFD's.
func TestArchive(t *testing.T) {
	p := paper(t, fixtures.Named(t, "laiyuan-2022"))
	data := []byte(`{"agency": "涞源县"}`)
	f := open(t, written(t, p.Layout, ofd.Options{Archive: true, Attachment: data}))
	for clause, wrong := range clauses {
		if said := wrong(t, f, p.Layout); said != "" {
			t.Errorf("%s: %s", clause, said)
		}
	}
	if kind := f.root.attr("DocType"); kind != "OFD-A" {
		t.Error(kind)
	}
	for name, tree := range f.trees {
		for _, forbidden := range []string{"Permissions", "VPreferences", "Extensions", "URI", "GotoA", "Sound", "Movie", "MultiMedia"} {
			if len(tree.all(forbidden)) > 0 {
				t.Errorf("%s has %s", name, forbidden)
			}
		}
	}
	if f.document.at("Actions").XMLName.Local != "" {
		t.Error("the document acts when it is opened")
	}
	list := f.trees["Doc_0/Attachs/Attachments.xml"].all("Attachment")
	if len(list) != 1 || list[0].attr("Format") != "TXT" || list[0].attr("Size") != "0.023" {
		t.Errorf("%v", list)
	}
	if !bytes.Equal(f.parts["Doc_0/Res/sRGB.icc"], srgb.Profile()) {
		t.Error("no profile")
	}
	if !bytes.Equal(f.parts["Doc_0/Attachs/report.txt"], data) {
		t.Error("the attachment is not the data")
	}
	if plain := open(t, written(t, p.Layout, ofd.Options{})); len(plain.parts) != len(f.parts)-3 || plain.root.attr("DocType") != "OFD" {
		t.Error("a plain file has an attachment, or says that it is for archives")
	}
}

// What no file can hold is an error, not a file.
func TestRefused(t *testing.T) {
	p := paper(t, fixtures.Named(t, "minimal"))
	for want, spoil := range map[string]func(l *layout.Layout, o *ofd.Options){
		"needs a page":       func(l *layout.Layout, _ *ofd.Options) { l.Pages = nil },
		"XML cannot":         func(l *layout.Layout, _ *ofd.Options) { l.Title = "甲\x0b县" },
		"XML":                func(l *layout.Layout, _ *ofd.Options) { l.Author = "甲\uFFFE县" },
		"no digest":          func(_ *layout.Layout, o *ofd.Options) { o.Printed = strings.Repeat("X", 32) },
		"attachment":         func(_ *layout.Layout, o *ofd.Options) { o.Attachment = []byte("{}") },
		"date":               func(l *layout.Layout, _ *ofd.Options) { l.Date = "2023-13-01" },
		"no page with index": func(l *layout.Layout, _ *ofd.Options) { l.Bookmarks = []layout.Bookmark{{Level: 1, Page: 99}} },
		"RRGGBB": func(l *layout.Layout, _ *ofd.Options) {
			l.Pages = []layout.Page{{Marks: []layout.Mark{{Box: &layout.Box{Colour: "red"}}}}}
		},
		"without width": func(l *layout.Layout, _ *ofd.Options) {
			l.Pages = []layout.Page{{Marks: []layout.Mark{{Rule: &layout.Rule{}}}}}
		},
		"turned": func(l *layout.Layout, _ *ofd.Options) { l.Pages = changed(l, func(t *layout.Text) { t.Turn = 45 }) },
		"has no": func(l *layout.Layout, _ *ofd.Options) {
			l.Pages = changed(l, func(t *layout.Text) { t.Glyphs = make([]uint16, len(t.Runes)) })
		},
		"glyphs":   func(l *layout.Layout, _ *ofd.Options) { l.Pages = changed(l, func(t *layout.Text) { t.Glyphs = nil }) },
		"two ways": func(l *layout.Layout, _ *ofd.Options) { l.Pages = changed(l, twoWays) },
	} {
		l, o := *p.Layout, ofd.Options{}
		l.Bookmarks = nil
		spoil(&l, &o)
		if _, err := ofd.Write(&l, o); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", want, err)
		}
	}
}

// twoWays draws the first of two equal characters as the second is not drawn.
func twoWays(t *layout.Text) {
	t.Runes = []rune{t.Runes[0], t.Runes[0]}
	t.Glyphs = []uint16{t.Glyphs[0], t.Glyphs[0] + 1}
}

// changed is a page of one text, changed.
func changed(l *layout.Layout, change func(*layout.Text)) []layout.Page {
	text := *l.Pages[0].Marks[0].Text
	change(&text)
	return []layout.Page{{Marks: []layout.Mark{{Text: &text}}}}
}

// What stands in a text is never markup.
func TestMarkup(t *testing.T) {
	p := paper(t, fixtures.Named(t, "minimal"))
	l := *p.Layout
	l.Title, l.Author = `</ofd:Title><a b="c">&amp;`, "]]>'"
	l.Bookmarks = []layout.Bookmark{{Level: 1, Text: `"><b>`}}
	f := open(t, written(t, &l, ofd.Options{}))
	info := f.root.at("DocBody", "DocInfo")
	if info.at("Title").Text != l.Title || info.at("Author").Text != l.Author || f.document.all("OutlineElem")[0].attr("Title") != l.Bookmarks[0].Text {
		t.Errorf("%v", info)
	}
}

func BenchmarkWrite(b *testing.B) {
	l := paper(b, fixtures.Named(b, "laiyuan-2022")).Layout
	size := 0
	for b.Loop() {
		size = len(written(b, l, ofd.Options{Printed: "00112233445566778899aabbccddeeff"}))
	}
	b.ReportMetric(float64(size)/1000, "KB")
	if size > 190_000 {
		b.Errorf("%d bytes", size)
	}
}
