package ofd_test

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"nianbao/render/layout"
	"nianbao/render/ofd"
)

// The rules of GB/T 33190-2016, by their clauses, and those of GB/T 42133-2022 that
// say more for archives. Each says what is wrong with a file; nothing is fine.
var clauses = map[string]func(t testing.TB, f *file, l *layout.Layout) string{
	"7.1 namespace":     namespace,
	"7.2 encoding":      encoding,
	"7.3 identifiers":   identifiers,
	"7.4 entry":         entry,
	"7.5 document":      document,
	"7.6 page tree":     pageTree,
	"7.7 page":          pageObject,
	"7.8 outlines":      outlines,
	"7.9 resources":     resources,
	"8.3 colours":       colours,
	"8.5 boundaries":    boundaries,
	"9.1 paths":         paths,
	"11.1 faces":        faces,
	"11.2 text objects": textObjects,
	"11.3 places":       places,
	"11.4 transforms":   transforms,
	"wrappers":          wrappers,
}

func TestClauses(t *testing.T) {
	for name, p := range cases(t) {
		t.Run(name, func(t *testing.T) {
			f := open(t, written(t, p.Layout, ofd.Options{}))
			for clause, wrong := range clauses {
				if said := wrong(t, f, p.Layout); said != "" {
					t.Errorf("%s: %s", clause, said)
				}
			}
		})
	}
}

func namespace(_ testing.TB, f *file, _ *layout.Layout) string {
	for name, tree := range f.trees {
		if tree.XMLName.Space != "http://www.ofdspec.org/2016" {
			return name + ": " + tree.XMLName.Space
		}
		if !bytes.Contains(f.parts[name], []byte("<ofd:"+tree.XMLName.Local)) {
			return name + ": some readers know the prefix ofd alone"
		}
	}
	return ""
}

func encoding(_ testing.TB, f *file, _ *layout.Layout) string {
	for name := range f.trees {
		if !bytes.HasPrefix(f.parts[name], []byte(`<?xml version="1.0" encoding="UTF-8"?>`)) {
			return name
		}
	}
	return ""
}

// identifiers: each is used once, and MaxUnitID is the highest.
func identifiers(_ testing.TB, f *file, _ *layout.Layout) string {
	seen := map[string]bool{}
	most := 0
	var walk func(n node) string
	walk = func(n node) string {
		if id := n.attr("ID"); id != "" && n.XMLName.Local != "Attachment" {
			v, err := strconv.ParseUint(id, 10, 32)
			if err != nil || v == 0 || seen[id] {
				return "ID " + id
			}
			seen[id] = true
			most = max(most, int(v))
		}
		for _, c := range n.Children {
			if said := walk(c); said != "" {
				return said
			}
		}
		return ""
	}
	for _, tree := range f.trees {
		if said := walk(tree); said != "" {
			return said
		}
	}
	if said := f.document.at("CommonData", "MaxUnitID").Text; said != fmt.Sprint(most) {
		return "MaxUnitID is " + said + ", the highest ID " + fmt.Sprint(most)
	}
	return ""
}

func entry(_ testing.TB, f *file, l *layout.Layout) string {
	info := f.root.at("DocBody", "DocInfo")
	if id, err := hex.DecodeString(info.at("DocID").Text); err != nil || len(id) != 16 {
		return "DocID is no UUID of 32 digits"
	}
	if info.at("Title").Text != l.Title || info.at("Author").Text != l.Author || info.at("CreationDate").Text != l.Date || info.at("ModDate").Text != l.Date {
		return "title, author or dates are not the report's"
	}
	if f.root.attr("Version") != "1.0" || f.root.attr("DocType") != "OFD" && f.root.attr("DocType") != "OFD-A" {
		return "version or kind"
	}
	if f.root.at("DocBody", "Signatures").XMLName.Local != "" {
		return "a list of signatures, which the seal's program makes"
	}
	return inOrder(f.root.at("DocBody"), "DocInfo", "DocRoot") + inOrder(info, "DocID", "Title", "Author", "CreationDate", "ModDate", "Creator")
}

func document(t testing.TB, f *file, _ *layout.Layout) string {
	box := numbers(t, f.document.at("CommonData", "PageArea", "PhysicalBox").Text)
	if len(box) != 4 || box[0] != 0 || box[1] != 0 || !near(box[2], 210) || !near(box[3], 297) {
		return fmt.Sprint("the page is no A4: ", box)
	}
	return inOrder(f.document, "CommonData", "Pages", "Outlines", "Attachments") +
		inOrder(f.document.at("CommonData"), "MaxUnitID", "PageArea", "PublicRes", "DefaultCS")
}

func pageTree(_ testing.TB, f *file, l *layout.Layout) string {
	if len(f.pages) != len(l.Pages) {
		return fmt.Sprintf("%d pages, %d are laid out", len(f.pages), len(l.Pages))
	}
	for i, p := range f.pages {
		if p.XMLName.Local != "Page" {
			return fmt.Sprintf("page %d is not where the tree says", i+1)
		}
	}
	return ""
}

func pageObject(_ testing.TB, f *file, _ *layout.Layout) string {
	for i, p := range f.pages {
		layers := p.at("Content").Children
		if len(layers) != 1 || layers[0].XMLName.Local != "Layer" || len(layers[0].Children) == 0 {
			return fmt.Sprintf("page %d: not one layer with something on it", i+1)
		}
		for _, o := range layers[0].Children {
			if kind := o.XMLName.Local; kind != "TextObject" && kind != "PathObject" {
				return fmt.Sprintf("page %d holds a %s", i+1, kind)
			}
		}
	}
	return ""
}

// outlines: as many as there are bookmarks, in their order, each to its page and
// height, and Count is how many stand below.
func outlines(t testing.TB, f *file, l *layout.Layout) string {
	list := f.document.all("OutlineElem")
	if len(list) != len(l.Bookmarks) {
		return fmt.Sprintf("%d entries for %d headings", len(list), len(l.Bookmarks))
	}
	pages := f.document.at("Pages").Children
	for i, b := range l.Bookmarks {
		n := list[i]
		dest := n.at("Actions", "Action", "Goto", "Dest")
		if n.attr("Title") != b.Text || dest.attr("PageID") != pages[b.Page].attr("ID") || !near(number(t, dest.attr("Top")), float64(b.Y)*25.4/72000) || dest.attr("Type") != "XYZ" {
			return "entry " + b.Text
		}
		below := len(n.all("OutlineElem")) - 1
		if n.attr("Count") != strings.TrimPrefix(fmt.Sprint(below), "0") {
			return fmt.Sprintf("%s: Count %s, below it %d", b.Text, n.attr("Count"), below)
		}
		if action := n.at("Actions", "Action"); len(n.at("Actions").Children) != 1 || action.attr("Event") != "CLICK" || action.Children[0].XMLName.Local != "Goto" {
			return b.Text + ": not one jump" // all that 42133 allows, 6.2.5
		}
	}
	return ""
}

// resources: all that is referred to is there, all that is there is used.
func resources(_ testing.TB, f *file, _ *layout.Layout) string {
	used := map[string]bool{"OFD.xml": true, f.root.at("DocBody", "DocRoot").Text: true}
	use := func(parts ...string) { used[path.Join(parts...)] = true }
	folder := path.Dir(f.root.at("DocBody", "DocRoot").Text)
	use(folder, f.document.at("CommonData", "PublicRes").Text)
	res := f.trees[path.Join(folder, f.document.at("CommonData", "PublicRes").Text)]
	shown := map[string]bool{}
	for _, p := range f.pages {
		for _, o := range p.all("TextObject") {
			shown[o.attr("Font")] = true
		}
	}
	for _, n := range res.all("Font") {
		use(folder, res.attr("BaseLoc"), n.at("FontFile").Text)
		if !shown[n.attr("ID")] {
			return "no text is set in font " + n.attr("ID")
		}
		delete(shown, n.attr("ID"))
	}
	if len(shown) > 0 {
		return fmt.Sprint("fonts that are nowhere: ", shown)
	}
	if space := res.at("ColorSpaces", "ColorSpace"); space.attr("Type") != "RGB" || space.attr("ID") != f.document.at("CommonData", "DefaultCS").Text {
		return "the default colour space"
	} else if profile := space.attr("Profile"); profile != "" {
		use(folder, res.attr("BaseLoc"), profile)
	}
	for _, n := range f.document.at("Pages").Children {
		use(folder, n.attr("BaseLoc"))
	}
	if list := f.document.at("Attachments").Text; list != "" {
		use(folder, list)
		for _, n := range f.trees[path.Join(folder, list)].all("FileLoc") {
			use(folder, path.Dir(list), n.Text)
		}
	}
	for name := range f.parts {
		if !used[name] {
			return name + " is a part that nothing refers to"
		}
		delete(used, name)
	}
	if len(used) > 0 {
		return fmt.Sprint("parts that are not there: ", used)
	}
	return ""
}

func colours(_ testing.TB, f *file, _ *layout.Layout) string {
	pattern := regexp.MustCompile(`^(\d+) (\d+) (\d+)$`)
	for _, p := range f.pages {
		for _, c := range p.all("FillColor") {
			found := pattern.FindStringSubmatch(c.attr("Value"))
			if found == nil {
				return c.attr("Value")
			}
			for _, v := range found[1:] {
				if n, _ := strconv.Atoi(v); n > 255 {
					return c.attr("Value")
				}
			}
		}
		for _, o := range p.all("PathObject") {
			if filled := o.attr("Fill") == "true"; filled != (o.at("FillColor").XMLName.Local != "") {
				return "a path that is filled has a colour, no other has" // none is transparent
			}
		}
	}
	return ""
}

// boundaries clip: they hold all ink, and lie on the page.
func boundaries(t testing.TB, f *file, _ *layout.Layout) string {
	const slack = 0.0002 // mm, of rounding
	for i, p := range f.pages {
		for _, o := range append(p.all("TextObject"), p.all("PathObject")...) {
			b := numbers(t, o.attr("Boundary"))
			if len(b) != 4 || b[2] <= 0 || b[3] <= 0 || b[0] < 0 || b[1] < 0 || b[0]+b[2] > 210.1 || b[1]+b[3] > 297.1 {
				return fmt.Sprintf("page %d: boundary %v", i+1, b)
			}
			inside := func(x, y float64) bool {
				return x >= b[0]-slack && y >= b[1]-slack && x <= b[0]+b[2]+slack && y <= b[1]+b[3]+slack
			}
			if o.XMLName.Local == "PathObject" {
				continue // paths looks at them
			}
			for _, g := range f.glyphs(t, o) {
				contours, err := g.face.Outline(g.glyph)
				if err != nil {
					t.Fatal(err)
				}
				for _, contour := range contours {
					for _, at := range contour {
						// Outlines are rounded to thousandths of an em.
						if x, y := g.x+float64(at.X)*g.size/1000, g.y-float64(at.Y)*g.size/1000; at.On && !inside(x, y) && !inside(x+g.size/1000, y+g.size/1000) && !inside(x-g.size/1000, y-g.size/1000) {
							return fmt.Sprintf("page %d: ink of %q at %.3f, %.3f outside %v", i+1, o.at("TextCode").Text, x, y, b)
						}
					}
				}
			}
		}
	}
	return ""
}

// paths move and draw, within their boundary and what a line's width and ends take.
func paths(t testing.TB, f *file, _ *layout.Layout) string {
	for i, p := range f.pages {
		for _, o := range p.all("PathObject") {
			b := numbers(t, o.attr("Boundary"))
			width := 0.0
			if o.attr("Fill") != "true" {
				width = number(t, o.attr("LineWidth")) / 2
				if o.attr("Cap") != "Square" || width <= 0 {
					return "rules have square ends, so that those that meet make a corner"
				}
			}
			fields := strings.Fields(o.at("AbbreviatedData").Text)
			for at := 0; at < len(fields); {
				if fields[at] == "C" {
					at++
					continue
				}
				if fields[at] != "M" && fields[at] != "L" || at == 0 && fields[at] != "M" || at+2 >= len(fields) {
					return fmt.Sprintf("page %d: %v", i+1, fields)
				}
				x, y := number(t, fields[at+1]), number(t, fields[at+2])
				if x < width || y < width || x+width > b[2]+0.0002 || y+width > b[3]+0.0002 {
					return fmt.Sprintf("page %d: %v, %v of a path outside its %v", i+1, x, y, b)
				}
				at += 3
			}
		}
	}
	return ""
}

// faces are the offices' by name, and have every character that is shown in them.
func faces(_ testing.TB, f *file, _ *layout.Layout) string {
	known := []string{"方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312", "仿宋", "宋体", "Times New Roman"}
	for id, name := range f.names {
		if !slices.Contains(known, name) {
			return "a face is called " + name
		}
		for _, p := range f.pages {
			for _, o := range p.all("TextObject") {
				for _, r := range o.at("TextCode").Text {
					if o.attr("Font") == id && f.faces[id].Glyph(r) == 0 {
						return fmt.Sprintf("%s has no %q", name, r)
					}
				}
			}
		}
	}
	return ""
}

func textObjects(t testing.TB, f *file, _ *layout.Layout) string {
	for _, p := range f.pages {
		for _, o := range p.all("TextObject") {
			if number(t, o.attr("Size")) <= 0 || f.faces[o.attr("Font")] == nil || o.at("TextCode").Text == "" {
				return o.attr("ID")
			}
			if said := inOrder(o, "FillColor", "CGTransform", "TextCode"); said != "" {
				return said
			}
		}
	}
	return ""
}

// places: DeltaX has one value less than there are characters, and each character
// stands where the layout has it, to two thousandths of a millimetre.
func places(t testing.TB, f *file, l *layout.Layout) string {
	for i, p := range f.pages {
		var found []drawn
		for _, o := range p.all("TextObject") {
			code := o.at("TextCode")
			if n := len([]rune(code.Text)); len(numbers(t, code.attr("DeltaX"))) != n-1 {
				return fmt.Sprintf("page %d: %q has DeltaX %s", i+1, code.Text, code.attr("DeltaX"))
			}
			found = append(found, f.glyphs(t, o)...)
		}
		for _, m := range l.Pages[i].Marks {
			if m.Text == nil {
				continue
			}
			x := float64(m.Text.X)
			behind := len(m.Text.Unseen)
			for k := range m.Text.Runes {
				if len(found) == 0 {
					return fmt.Sprintf("page %d ends before %q", i+1, string(m.Text.Runes[k:]))
				}
				g := found[0]
				found = found[1:]
				if dx, dy := g.x-x*25.4/72000, g.y-float64(m.Text.Y)*25.4/72000; dx > 0.002 || dx < -0.002 || dy > 0.002 || dy < -0.002 {
					return fmt.Sprintf("page %d: %q of %q is %.4f, %.4f off", i+1, m.Text.Runes[k], string(m.Text.Runes), dx, dy)
				}
				x += float64(m.Text.Face.Advance(m.Text.Glyphs[k])*int(m.Text.Size))/1000 + float64(m.Text.Spacing)
			}
			found = found[min(behind, len(found)):]
		}
		if len(found) > 0 {
			return fmt.Sprintf("page %d: %d characters more than are laid out", i+1, len(found))
		}
	}
	return ""
}

// transforms: each character beyond U+FFFF, and no other, has one, which tells its glyph.
func transforms(_ testing.TB, f *file, _ *layout.Layout) string {
	for _, p := range f.pages {
		for _, o := range p.all("TextObject") {
			text := o.at("TextCode").Text
			units := len(utf16.Encode([]rune(text)))
			list := o.all("CGTransform")
			if beyond := units > len([]rune(text)); !beyond && len(list) == 0 {
				continue
			}
			if len(list) != 1 || units != 2 {
				return fmt.Sprintf("%q has %d transforms", text, len(list))
			}
			if c := list[0]; c.attr("CodePosition") != "0" || c.attr("CodeCount") != "2" || c.attr("GlyphCount") != "1" ||
				c.at("Glyphs").Text != fmt.Sprint(f.faces[o.attr("Font")].Glyph([]rune(text)[0])) {
				return fmt.Sprintf("%q: %v", text, c)
			}
		}
	}
	return ""
}

// wrappers: no element without content or attributes.
func wrappers(_ testing.TB, f *file, _ *layout.Layout) string {
	var walk func(n node) string
	walk = func(n node) string {
		if len(n.Children) == 0 && n.Text == "" && len(n.Attrs) == 0 {
			return n.XMLName.Local + " is empty"
		}
		for _, c := range n.Children {
			if said := walk(c); said != "" {
				return said
			}
		}
		return ""
	}
	for _, tree := range f.trees {
		if said := walk(tree); said != "" {
			return said
		}
	}
	return ""
}

// inOrder: the children are of these names, in this order.
func inOrder(n node, names ...string) string {
	at := 0
	for _, c := range n.Children {
		i := slices.Index(names, c.XMLName.Local)
		if i < at {
			return fmt.Sprintf("%s stands in %s out of order, or does not belong there; ", c.XMLName.Local, n.XMLName.Local)
		}
		at = i
	}
	return ""
}
