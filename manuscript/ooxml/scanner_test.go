package ooxml

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"

	_ "nianbao/fixtures" // its flag -update
)

var spaces = map[string]string{"urn:a": "a", "urn:b": "b"}

// outline shows a document as the walk gives it.
func outline(s *Scanner) string {
	var b strings.Builder
	var walk func()
	walk = func() {
		for name := range s.Children() {
			b.WriteString("<" + name + ">")
			walk()
			b.WriteString("</>")
		}
	}
	b.WriteString("<" + s.Root() + ">")
	walk()
	b.WriteString("</>")
	return b.String()
}

func TestNamesAreTheCallers(t *testing.T) {
	s := New(strings.NewReader(`<?xml version="1.0"?><x:r xmlns:x="urn:a" xmlns="urn:b"><y xmlns="urn:c"/><y/><x:y><x:r xmlns:x="urn:b"/></x:y><z:z/></x:r>`), spaces)
	if got, want := outline(s), `<a:r><?:y></><b:y></><a:y><b:r></></><?:z></></>`; got != want || s.Err() != nil {
		t.Errorf("%s, want %s, %v", got, want, s.Err())
	}
	s = New(strings.NewReader(`<r><e/></r>`), spaces)
	if got := outline(s); got != `<r><e></></>` {
		t.Error(got)
	}
}

func TestAttributes(t *testing.T) {
	s := New(strings.NewReader(`<x:r xmlns:x='urn:a' xmlns:y='urn:b' y:val="other" x:val='a&amp;b &#x4E2D;&#20013;>"' plain = "" xml:space="preserve"/>`), spaces)
	s.Root()
	for name, want := range map[string]string{"a:val": `a&b 中中>"`, "b:val": "other", "plain": "", "a:plain": "", "val": "", "a:al": "", "xml:space": "preserve"} {
		if got := s.Attribute(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if _, ok := s.Lookup("plain"); !ok {
		t.Error("an empty attribute is not there")
	}
	if s.next(); s.Err() != nil {
		t.Error(s.Err())
	}
}

func TestText(t *testing.T) {
	for src, want := range map[string]string{
		"<r>甲<b>x<c>y</c></b>乙</r>":                        "甲乙",
		"<r>a\r\nb\rc&lt;&gt;&quot;&apos;</r>":             "a\nb\nc<>\"'",
		"<r><!-- < > -- --><![CDATA[<&amp;]]]>甲<?p ?></r>": "<&amp;]甲",
		"<r>\xff甲</r>":                                     "\uFFFD甲",
		"<r/>":                                             "",
		"\xEF\xBB\xBF<r>甲</r><!-- -->\n":                   "甲",
	} {
		for _, r := range []io.Reader{strings.NewReader(src), iotest.OneByteReader(strings.NewReader(src))} {
			s := New(r, spaces)
			s.Root()
			if got := s.Text(100); got != want || s.Err() != nil {
				t.Errorf("%q: %q, want %q, %v", src, got, want, s.Err())
			}
			if s.next() || s.Err() != nil {
				t.Errorf("%q: %v at the end", src, s.Err())
			}
		}
	}
}

// A text of megabytes comes in pieces, none of which cuts a character.
func TestLongText(t *testing.T) {
	src := strings.Repeat("甲&#x4E59;\r\n𬭚", 50_000)
	s := New(strings.NewReader("<r>"+src+"</r>"), spaces)
	s.Root()
	want := strings.Repeat("甲乙\n𬭚", 50_000)
	if got := s.Text(len(want)); got != want || s.Err() != nil {
		t.Errorf("%d bytes, want %d: %v", len(got), len(want), s.Err())
	}
	s = New(strings.NewReader("<r>"+src+"</r>"), spaces)
	s.Root()
	if s.Text(len(want) - 1); !errors.Is(s.Err(), ErrText) {
		t.Error(s.Err())
	}
}

func TestUTF16(t *testing.T) {
	for _, declared := range []string{"", `<?xml version="1.0" encoding="UTF-16" standalone='yes'?>`} {
		for _, mark := range []string{"", "\uFEFF"} {
			for _, big := range []bool{true, false} {
				var b strings.Builder
				for _, u := range utf16.Encode([]rune(mark + declared + "<r>甲𬭚</r>")) {
					if big {
						b.WriteByte(byte(u >> 8))
					}
					b.WriteByte(byte(u))
					if !big {
						b.WriteByte(byte(u >> 8))
					}
				}
				s := New(strings.NewReader(b.String()), spaces)
				s.Root()
				if got := s.Text(100); got != "甲𬭚" || s.Err() != nil {
					t.Errorf("%q %q %v: %q %v", declared, mark, big, got, s.Err())
				}
			}
		}
	}
}

func TestRefusals(t *testing.T) {
	many := strings.Repeat
	for _, c := range []struct {
		src  string
		want error
	}{
		{"", ErrSyntax},
		{"甲", ErrSyntax},
		{"<r/>甲", ErrSyntax},
		{"<r/><r/>", ErrSyntax},
		{"<r></s>", ErrSyntax},
		{"</r>", ErrSyntax},
		{"<>", ErrSyntax},
		{"<r a>", ErrSyntax},
		{"<r a=b>", ErrSyntax},
		{"<r>&b;</r>", ErrSyntax},
		{"<r>&#0;</r>", ErrSyntax},
		{"<r>&#x110000;</r>", ErrSyntax},
		{"<r>& </r>", ErrSyntax},
		{"<r", io.ErrUnexpectedEOF},
		{"<r>", io.ErrUnexpectedEOF},
		{"<r><!-- ", io.ErrUnexpectedEOF},
		{"<r><![CDATA[ ", io.ErrUnexpectedEOF},
		{"<r></r", io.ErrUnexpectedEOF},
		{`<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>`, ErrDoctype},
		{"<r><!ENTITY></r>", ErrDoctype},
		{`<?xml version="1.0" encoding="GBK"?><r/>`, ErrEncoding},
		{`<?xml version="1.0" encoding="UTF-16"?><r/>`, ErrEncoding},
		{many("<r>", 10_000), ErrDepth},
		{"<r " + many("a", 10<<20) + ">", ErrTag},
		{"<r a='" + many("a", 10<<20), ErrTag},
		{"<r " + many("a='' ", 1000) + "/>", ErrTag},
		{"<r " + many("xmlns:a='' ", 1000) + "/>", ErrTag},
		{"<r></" + many("a", 10<<20), ErrTag},
		{"<r><![CDATA[" + many("a", 10<<20), ErrText},
		{"<r>&" + many("a", 10<<20), ErrSyntax},
	} {
		s := New(strings.NewReader(c.src), spaces)
		s.Root()
		s.Text(100 << 20)
		s.next()
		if !errors.Is(s.Err(), c.want) {
			t.Errorf("%.60q: %v, want %v", c.src, s.Err(), c.want)
		}
	}
}

// FuzzScan holds the scanner against the standard library's: what both read,
// they read to the same elements and text.
func FuzzScan(f *testing.F) {
	f.Add("<r xmlns='urn:a' a='b'>甲<b/>&amp;<![CDATA[c]]><!-- d --></r>")
	f.Add("<r><![CDATA[a\rb\r\nc]]></r>")
	f.Add("<a:r xmlns:a='urn:a'>\r\n<?p q?></a:r>")
	f.Fuzz(func(t *testing.T, src string) {
		src = "<r>" + src + "</r>"
		ours := New(strings.NewReader(src), spaces)
		var got strings.Builder
		for ours.next() {
			switch {
			case ours.kind == start:
				got.WriteString("<" + string(ours.raw) + ">")
			case ours.kind == end:
				got.WriteString("</>")
			case ours.literal:
				got.WriteString(unmarked(ours.raw))
			default:
				got.WriteString(ours.unescape(ours.raw))
			}
		}
		if ours.Err() != nil {
			return
		}
		theirs := xml.NewDecoder(strings.NewReader(src))
		var want strings.Builder
		for {
			token, err := theirs.RawToken()
			if err == io.EOF {
				break
			}
			if err != nil {
				return // it is stricter about names and characters
			}
			switch token := token.(type) {
			case xml.StartElement:
				name := token.Name.Local
				if token.Name.Space != "" {
					name = token.Name.Space + ":" + name
				}
				want.WriteString("<" + name + ">")
			case xml.EndElement:
				want.WriteString("</>")
			case xml.CharData:
				want.Write(token)
			}
		}
		if got.String() != want.String() {
			t.Errorf("%q: %q, want %q", src, got.String(), want.String())
		}
	})
}
