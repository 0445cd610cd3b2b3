package pdf

import (
	"bytes"
	"strings"
	"testing"

	"nianbao/render/deflate"

	"nianbao/render/layout"
)

// edit changes the content stream of the first page.
func (f *file) edit(old, new string) {
	page := f.objects[f.pages()[0].(ref)].(dictionary)
	contents := page["Contents"].(ref)
	b := bytes.Replace(inflate(f.objects[contents].(stream)), []byte(old), []byte(new), 1)
	f.objects[contents] = stream{dictionary{"Filter": name("FlateDecode")}, deflate.Zlib(b, deflate.Usual)}
}

// remove deletes a key from the dictionary at the end of a path from the catalogue.
func (f *file) remove(path ...name) {
	delete(f.catalogue(path[:len(path)-1]...).(dictionary), path[len(path)-1])
}

// tagged returns the first structure element with a tag.
func (f *file) tagged(tag name) dictionary {
	all, _ := f.tree()
	for _, e := range all {
		if e.tag == tag {
			return e.dict.(dictionary)
		}
	}
	return nil
}

// font returns the first font's dictionary, or one below it.
func (f *file) font(path ...name) dictionary {
	font := f.get(f.pages()[0], "Resources", "Font", "F0")
	if len(path) > 0 && path[0] == "DescendantFonts" {
		font, path = f.array(font, "DescendantFonts")[0], path[1:]
	}
	return f.get(font, path...).(dictionary)
}

// swap exchanges bytes of the XMP packet.
func (f *file) swap(old, new string) {
	r := f.objects[f.trailer["Root"].(ref)].(dictionary)["Metadata"].(ref)
	s := f.objects[r].(stream)
	s.raw = bytes.Replace(s.raw, []byte(old), []byte(new), 1)
	f.objects[r] = s
}

type breakage struct {
	condition string
	do        func(f *file)
}

// breakages each break one good file in one way, so that every condition is
// seen to fail; by the start of the condition's name.
var breakages = []breakage{
	{"ISO 19005-2 6.1.2", func(f *file) { f.bytes = append([]byte("%PDF-1.3"), f.bytes[8:]...) }},
	{"ISO 19005-2 6.1.3", func(f *file) { delete(f.trailer, "ID") }},
	{"ISO 19005-1 6.1.4", func(f *file) { f.trailer["Type"] = name("XRef") }},
	{"ISO 19005-2 6.1.6.1", func(f *file) { f.objects[9000] = stream{dictionary{"Filter": name("LZWDecode")}, nil} }},
	{"ISO 19005-2 6.1.8", func(f *file) { f.tagged("P")["T"] = literal(make([]byte, maxString+1)) }},
	{"ISO 19005-2 6.1.8", func(f *file) { f.tagged("P")["A"] = []any{dictionary{name(make([]byte, 128)): nil}} }},
	{"ISO 19005-2 6.1.8", func(f *file) { f.tagged("P")["K"] = make([]any, maxArray+1) }},
	{"ISO 32000-1 7.3.10", func(f *file) { f.tagged("P")["A"] = ref(9000) }},
	{"ISO 19005-2 6.2.2 ", func(f *file) { f.edit("EMC", "/CS0 cs EMC") }},
	{"ISO 19005-2 6.2.2 ", func(f *file) { delete(f.get(f.pages()[1]).(dictionary), "Resources") }},
	{"ISO 19005-2 6.2.3", func(f *file) { f.remove("OutputIntents") }},
	{"ISO 19005-3 6.8", func(f *file) { f.catalogue().(dictionary)["AF"] = []any{} }},
	{"ISO 19005-2 6.2.11.3", func(f *file) { delete(f.font("DescendantFonts"), "CIDToGIDMap") }},
	{"ISO 19005-2 6.2.11.4.1", func(f *file) { delete(f.font("DescendantFonts", "FontDescriptor"), "FontFile2") }},
	{"ISO 19005-2 6.2.11.4.2", func(f *file) { delete(f.font("DescendantFonts", "FontDescriptor"), "CIDSet") }},
	{"ISO 19005-2 6.2.11.4.2", func(f *file) { f.font()["BaseFont"] = name("Song") }},
	{"ISO 19005-2 6.2.11.5", func(f *file) { f.font("DescendantFonts")["W"] = []any{0, []any{1000, 990, 990, 990}} }},
	{"ISO 19005-2 6.2.11.7", func(f *file) { delete(f.font(), "ToUnicode") }},
	{"ISO 19005-2 6.2.11.8", func(f *file) { f.edit(")Tj", "\x00\x00)Tj") }},
	{"ISO 32000-1 9.8", func(f *file) { delete(f.font("DescendantFonts", "FontDescriptor"), "StemV") }},
	{"ISO 19005-1 6.7.2", func(f *file) { f.remove("Metadata") }},
	{"ISO 19005-1 6.7.2", func(f *file) { f.swap("</dc:title>", "") }},
	{"ISO 19005-2 6.6.4", func(f *file) { f.swap("<pdfaid:part>1", "<pdfaid:part>2") }},
	{"ISO 14289-1 5", func(f *file) { f.swap("<pdfuaid:part>1", "<pdfuaid:part>") }},
	{"ISO 19005-2 6.6.2.3", func(f *file) { f.swap("Integer", "Text") }},
	{"ISO 19005-1 6.7.3", func(f *file) { f.swap("某", "某某") }},
	{"ISO 19005-1 6.7.3", func(f *file) { f.swap("18T00", "19T00") }},
	{"ISO 19005-1 6.7.3", func(f *file) { delete(f.get(f.trailer["Info"]).(dictionary), "Author") }},
	{"ISO 14289-1 7.1, Matterhorn 06-003", func(f *file) { f.remove("ViewerPreferences") }},
	{"ISO 19005-2 6.7.4", func(f *file) { f.remove("Lang") }},
	{"ISO 32000-1 12.3.3", func(f *file) { f.catalogue("Outlines").(dictionary)["Count"] = 9 }},
	{"ISO 32000-1 12.3.3", func(f *file) { delete(f.catalogue("Outlines", "Last").(dictionary), "Dest") }},
	{"ISO 32000-1 12.4.2", func(f *file) { f.remove("PageLabels") }},
	{"ISO 19005-2 6.7.2.1", func(f *file) { f.remove("MarkInfo") }},
	{"ISO 14289-1 7.1, Matterhorn 01", func(f *file) { f.edit("/P<</MCID 1>>BDC", "/P<<>>BDC") }},
	{"ISO 14289-1 7.1, Matterhorn 01", func(f *file) { f.edit("/P<</MCID 1>>BDC", "/Artifact<<>>BDC EMC /Artifact<<>>BDC /P<</MCID 1>>BDC") }},
	{"ISO 32000-1 14.7.4", func(f *file) { f.tagged("P")["K"] = []any{0} }},
	{"ISO 32000-1 14.7.4", func(f *file) { f.edit("/MCID 1>>", "/MCID 2>>") }},
	{"ISO 32000-1 14.7.4", func(f *file) { f.remove("StructTreeRoot", "ParentTree") }},
	{"ISO 14289-1 7.2", func(f *file) { f.tagged("H1")["K"] = []any{50} }},
	{"ISO 19005-2 6.7.3.4", func(f *file) { f.tagged("P")["S"] = name("Absatz") }},
	{"ISO 19005-2 6.7.3.4", func(f *file) { f.tagged("TH")["P"] = ref(1) }},
	{"ISO 14289-1 7.4.2", func(f *file) { f.tagged("H2")["S"] = name("P") }},
	{"ISO 14289-1 7.18.3", func(f *file) { f.get(f.pages()[1]).(dictionary)["Annots"] = []any{} }},
	{"ISO 14289-1 7.5 tables", func(f *file) { delete(f.tagged("TH")["A"].(dictionary), "RowSpan") }},
	{"ISO 14289-1 7.5 three ways", func(f *file) {
		all, _ := f.tree()
		for _, e := range all { // which no validator notices
			if a, ok := f.get(e.dict, "A").(dictionary); ok {
				delete(a, "Scope")
			}
		}
	}},
	{"ISO 32000-1 14.8.5.7 tables", func(f *file) { delete(f.tagged("Table")["A"].(dictionary), "Summary") }},
	{"ISO 32000-1 14.7.2", func(f *file) { f.remove("StructTreeRoot", "IDTree") }},
	{"ISO 32000-1 14.7.2", func(f *file) { delete(f.tagged("TH"), "ID") }},
	{"ISO 14289-1 7.6", func(f *file) { delete(f.tagged("L")["A"].(dictionary), "ListNumbering") }},
	{"ISO 14289-1 7.5, Matterhorn 15-003", func(f *file) { delete(f.tagged("TH")["A"].(dictionary), "Scope") }},
}

// breakages4 do so to a PDF/A-4.
var breakages4 = []breakage{
	{"ISO 19005-2 6.1.2", func(f *file) { f.bytes = append([]byte("%PDF-1.7"), f.bytes[8:]...) }},
	{"ISO 19005-2 6.6.4", func(f *file) { f.swap("<pdfaid:rev>2020", "<pdfaid:rev>") }},
	{"ISO 19005-2 6.6.4", func(f *file) {
		f.swap("<pdfaid:part>4", "<pdfaid:conformance>A</pdfaid:conformance><pdfaid:part>4")
	}},
	{"ISO 14289-1 5", func(f *file) { f.swap("<pdfuaid:rev>2024</pdfuaid:rev>", "") }},
	{"ISO 19005-4 6.1.3", func(f *file) { f.trailer["Info"] = dictionary{} }},
	{"ISO 32000-1 12.2", func(f *file) { f.remove("ViewerPreferences", "PrintScaling") }},
	{"ISO 32000-1 12.2", func(f *file) { f.remove("ViewerPreferences", "Duplex") }},
	{"ISO 32000-1 12.3.3", func(f *file) { delete(f.catalogue("Outlines", "First", "A").(dictionary), "SD") }},
	{"ISO 14289-2 8.2.4", func(f *file) { delete(f.tagged("Document"), "NS") }},
	{"ISO 14289-2 8.2.4", func(f *file) { f.remove("StructTreeRoot", "Namespaces") }},
	{"ISO 14289-2 8.2.5.8", func(f *file) { f.tagged("P")["S"] = name("TOCI") }},
}

// breakagesOfLinks do so to a book, whose list of contents leads to its reports.
var breakagesOfLinks = func() []breakage {
	var list []breakage
	for _, change := range []func(f *file, a dictionary){
		func(f *file, a dictionary) { delete(a, "Contents") }, func(f *file, a dictionary) { a["F"] = 0 }, func(f *file, a dictionary) { a["StructParent"] = 0 },
		func(f *file, a dictionary) { delete(a["A"].(dictionary), "D") }, func(f *file, a dictionary) { f.tagged("Link")["S"] = name("P") },
		func(f *file, a dictionary) { delete(f.tagged("Link"), "K") },
	} {
		list = append(list, breakage{"ISO 14289-1 7.18.5", func(f *file) {
			for _, page := range f.pages() {
				for _, a := range f.array(f.get(page, "Annots")) {
					change(f, f.get(a).(dictionary))
					return
				}
			}
		}})
	}
	return append(list, breakage{"ISO 14289-1 7.18.3", func(f *file) { delete(f.get(f.pages()[2]).(dictionary), "Tabs") }})
}()

// Every condition notices the file that breaks it.
func TestConditionsFail(t *testing.T) {
	failed := map[string]bool{}
	for _, broken := range []struct {
		layout      *layout.Layout
		conformance Conformance
		list        []breakage
	}{{sample(t), PDFA1a, breakages}, {sample(t), PDFA4, breakages4}, {book(t), PDFA2a, breakagesOfLinks}} {
		conformance := broken.conformance
		b := write(t, broken.layout, conformance)
		for i, breakage := range broken.list {
			f, err := read(b)
			if err != nil {
				t.Fatal(err)
			}
			breakage.do(f)
			noticed := false
			for _, c := range conditions {
				if strings.HasPrefix(c.name, breakage.condition) {
					noticed = noticed || c.holds(f, conformance) != nil
					failed[c.name] = true
				}
			}
			if !noticed {
				t.Errorf("PDF/A-%s: breakage %d: not noticed by %s", conformance, i, breakage.condition)
			}
		}
	}
	for _, c := range conditions {
		if !failed[c.name] {
			t.Errorf("%s: never seen to fail", c.name)
		}
	}
}
