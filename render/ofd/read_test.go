package ofd_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"math"
	"path"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"nianbao/filing"
	"nianbao/fixtures"
	"nianbao/render/font"
	"nianbao/render/layout"
	"nianbao/render/ofd"
)

// A node is an element of a part, read without the writer's help.
type node struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Children []node     `xml:",any"`
	Text     string     `xml:",chardata"`
}

func (n node) attr(name string) string {
	for _, a := range n.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// all are the elements of a name in a tree, in document order; the root's too.
func (n node) all(name string) []node {
	var out []node
	if n.XMLName.Local == name {
		out = append(out, n)
	}
	for _, c := range n.Children {
		out = append(out, c.all(name)...)
	}
	return out
}

// at is the element that a path of children leads to; an empty one where there is none.
func (n node) at(names ...string) node {
	for _, name := range names {
		found := node{}
		for _, c := range n.Children {
			if c.XMLName.Local == name {
				found = c
				break
			}
		}
		n = found
	}
	return n
}

// A file is an OFD as its parts say.
type file struct {
	parts    map[string][]byte
	trees    map[string]node
	root     node // OFD.xml
	document node
	faces    map[string]*font.Face // by ID
	names    map[string]string     // FontName by ID
	pages    []node
}

func open(t testing.TB, data []byte) *file {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	f := &file{parts: map[string][]byte{}, trees: map[string]node{}, faces: map[string]*font.Face{}, names: map[string]string{}}
	for _, entry := range archive.File {
		r, err := entry.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		f.parts[entry.Name] = content
		if path.Ext(entry.Name) == ".xml" {
			var n node
			if err := xml.Unmarshal(content, &n); err != nil {
				t.Fatalf("%s: %v", entry.Name, err)
			}
			f.trees[entry.Name] = n
		}
	}
	f.root = f.trees["OFD.xml"]
	where := f.root.at("DocBody", "DocRoot").Text
	folder := path.Dir(where)
	f.document = f.trees[where]
	list := path.Join(folder, f.document.at("CommonData", "PublicRes").Text)
	res := f.trees[list]
	for _, n := range res.all("Font") {
		program := path.Join(folder, res.attr("BaseLoc"), n.at("FontFile").Text)
		face, err := font.Parse(f.parts[program], 0)
		if err != nil {
			t.Fatalf("%s: %v", program, err)
		}
		f.faces[n.attr("ID")], f.names[n.attr("ID")] = face, n.attr("FontName")
	}
	for _, n := range f.document.at("Pages").Children {
		f.pages = append(f.pages, f.trees[path.Join(folder, n.attr("BaseLoc"))])
	}
	return f
}

// numbers are those of a list, DeltaX's groups written out (11.3).
func numbers(t testing.TB, list string) []float64 {
	t.Helper()
	var out []float64
	fields := strings.Fields(list)
	for i := 0; i < len(fields); i++ {
		times := 1
		if fields[i] == "g" {
			n, err := strconv.Atoi(fields[i+1])
			if err != nil {
				t.Fatalf("%q: %v", list, err)
			}
			times, i = n, i+2
		}
		v, err := strconv.ParseFloat(fields[i], 64)
		if err != nil {
			t.Fatalf("%q: %v", list, err)
		}
		for range times {
			out = append(out, v)
		}
	}
	return out
}

func number(t testing.TB, s string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// A drawn glyph stands at x, y in millimetres from the page's upper left corner.
type drawn struct {
	face       *font.Face
	glyph      uint16
	x, y, size float64
}

// glyphs are those of a text object, found as a reader finds them: by CGTransform or
// by the face's own map of characters.
func (f *file) glyphs(t testing.TB, object node) []drawn {
	t.Helper()
	box := numbers(t, object.attr("Boundary"))
	face := f.faces[object.attr("Font")]
	size := number(t, object.attr("Size"))
	code := object.at("TextCode")
	x, y := box[0]+number(t, code.attr("X")), box[1]+number(t, code.attr("Y"))
	deltas := numbers(t, code.attr("DeltaX"))
	given := map[int]uint16{}
	for _, c := range object.all("CGTransform") {
		position, _ := strconv.Atoi(c.attr("CodePosition"))
		given[position] = uint16(number(t, c.at("Glyphs").Text))
	}
	var out []drawn
	units := 0
	for i, r := range []rune(code.Text) {
		if i > 0 {
			x += deltas[i-1]
		}
		glyph, ok := given[units]
		if !ok {
			glyph = face.Glyph(r)
		}
		units += len(utf16.Encode([]rune{r}))
		out = append(out, drawn{face, glyph, x, y, size})
	}
	return out
}

// cases are the fixtures that can be printed, as the program lays them out.
func cases(t testing.TB) map[string]*filing.Paper {
	t.Helper()
	out := map[string]*filing.Paper{}
	for _, c := range append(fixtures.Good(t), fixtures.Drafts(t)...) {
		out[c.Name] = paper(t, c)
	}
	return out
}

func paper(t testing.TB, c fixtures.Case) *filing.Paper {
	t.Helper()
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return filing.Lay(c.JSON, filing.Options{Faces: faces, Draft: strings.HasPrefix(c.Name, "draft-")})
}

func written(t testing.TB, l *layout.Layout, o ofd.Options) []byte {
	t.Helper()
	data, err := ofd.Write(l, o)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func near(a, b float64) bool { return math.Abs(a-b) < 0.01 }
