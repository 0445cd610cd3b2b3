package ofd_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"nianbao/manuscript"
	"nianbao/manuscript/ofd"
)

const head = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"

// whole is a file of two pages: what stands in it of text, a table over both pages.
func whole() map[string]string {
	return map[string]string{
		"OFD.xml":                  head + `<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody><ofd:DocInfo><ofd:Creator>nianbao</ofd:Creator></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
		"Doc_0/Document.xml":       head + `<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/1.xml"/><ofd:Page ID="2" BaseLoc="/Doc_0/Pages/2.xml"/></ofd:Pages></ofd:Document>`,
		"Doc_0/Pages/1.xml":        sheet(text(60, 50, 7.76, "甲县"), text(40, 65, 7.76, "2024年报告"), text(39.3, 80, 5.64, "第一段在这里"), text(28, 90, 5.64, "换行"), text(39.3, 100, 5.64, "第二段 "), grid(28, 120, 3), text(30, 125, 3.7, "组名"), text(60, 125, 3.7, "子"), text(90, 125, 3.7, "1"), text(60, 135, 3.7, "丑"), text(90, 135, 3.7, "2"), text(60, 145, 3.7, "寅"), text(90, 145, 3.7, "3"), text(150, 275, 5, "— 1 —")),
		"Doc_0/Pages/2.xml":        sheet(grid(26, 37, 2), text(58, 42, 3.7, "卯"), text(88, 42, 3.7, "4"), text(58, 52, 3.7, "辰"), text(88, 52, 3.7, ""), text(37.3, 70, 5.64, "后文"), text(30, 275, 5, "— 2 —")),
		"Doc_0/Attachs/report.txt": "{}",
	}
}

func sheet(objects ...string) string {
	return head + `<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Content><ofd:Layer ID="9">` + strings.Join(objects, "") + `</ofd:Layer></ofd:Content></ofd:Page>`
}

func text(x, y, size float64, s string) string {
	s = strings.NewReplacer("<", "&lt;").Replace(s)
	return fmt.Sprintf(`<ofd:TextObject ID="1" Boundary="%g %g %g %g" Font="2" Size="%g"><ofd:TextCode X="0" Y="%g">%s</ofd:TextCode></ofd:TextObject>`,
		x, y-size, size*float64(len([]rune(s))), size*1.2, size, size, s)
}

// grid is a table of three columns, 30 mm each, and rows of 10 mm; the first column is one cell.
func grid(x, y float64, rows int) string {
	var b strings.Builder
	rule := func(x1, y1, x2, y2 float64) { fmt.Fprintf(&b, " M %g %g L %g %g", x1, y1, x2, y2) }
	high := float64(rows) * 10
	for _, at := range []float64{0, 30, 60, 90} {
		rule(at, 0, at, high)
	}
	rule(0, 0, 90, 0)
	rule(0, high, 90, high)
	for i := 1; i < rows; i++ {
		rule(30, float64(i)*10, 90, float64(i)*10)
	}
	return fmt.Sprintf(`<ofd:PathObject ID="1" Boundary="%g %g 90 %g" LineWidth="0.2"><ofd:AbbreviatedData>%s</ofd:AbbreviatedData></ofd:PathObject>`, x, y, high, b.String()[1:])
}

func zipped(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		entry, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		entry.Write([]byte(parts[name]))
	}
	w.Close()
	return out.Bytes()
}

func read(data []byte) (*manuscript.Manuscript, error) {
	return ofd.Read(bytes.NewReader(data), int64(len(data)))
}

// Lines at the margin continue a paragraph, indented ones begin one; rules make cells,
// and a table goes on on the next page, with the cell that the page's end parts.
func TestRead(t *testing.T) {
	m, err := read(zipped(t, whole()))
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, b := range m.Blocks {
		if b.Paragraph != nil {
			said = append(said, b.Paragraph.Place+" "+b.Paragraph.Text)
			continue
		}
		said = append(said, fmt.Sprintf("%s %d×%d", b.Table.Place, b.Table.Rows, b.Table.Columns))
		for _, c := range b.Table.Cells {
			said = append(said, fmt.Sprintf("%d.%d %d×%d %s", c.Row, c.Column, c.RowSpan, c.ColumnSpan, c.Text))
		}
	}
	want := []string{"正文第 1 段 甲县\n2024年报告", "正文第 2 段 第一段在这里换行", "正文第 3 段 第二段 ", "第 1 个表 5×3",
		"0.0 5×1 组名", "0.1 1×1 子", "0.2 1×1 1", "1.1 1×1 丑", "1.2 1×1 2", "2.1 1×1 寅", "2.2 1×1 3", "3.1 1×1 卯", "3.2 1×1 4", "4.1 1×1 辰", "4.2 1×1 ", "正文第 4 段 后文"}
	if !slices.Equal(said, want) {
		t.Errorf("%q\nwant %q", said, want)
	}
	data := zipped(t, whole())
	if attached, err := ofd.Attached(bytes.NewReader(data), int64(len(data))); err != nil || string(attached) != "{}" {
		t.Errorf("%q, %v", attached, err)
	}
}

// What is not the program's, what was worked on, what is cut, deep, endless: a sentence.
func TestHostile(t *testing.T) {
	many := strings.Repeat
	page := func(objects ...string) func(map[string]string) {
		return func(p map[string]string) { p["Doc_0/Pages/2.xml"] = sheet(objects...) }
	}
	object := func(name, attributes, content string) string {
		return fmt.Sprintf(`<ofd:%s ID="1" Boundary="30 100 20 5" Font="2" Size="3" %s>%s</ofd:%s>`, name, attributes, content, strings.Fields(name)[0])
	}
	code := `<ofd:TextCode X="0" Y="3">甲</ofd:TextCode>`
	for name, c := range map[string]struct {
		spoil func(map[string]string)
		want  string
	}{
		"another's":  {func(p map[string]string) { p["OFD.xml"] = strings.Replace(p["OFD.xml"], "nianbao", "Suwell", 1) }, "不是 nianbao 写的"},
		"no creator": {func(p map[string]string) { p["OFD.xml"] = strings.Replace(p["OFD.xml"], "Creator", "Crea", 2) }, "不是 nianbao 写的"},
		"two documents": {func(p map[string]string) {
			p["OFD.xml"] = strings.Replace(p["OFD.xml"], "</ofd:DocBody>", "</ofd:DocBody><ofd:DocBody/>", 1)
		}, "不是 nianbao 写的"},
		"no entry":       {func(p map[string]string) { delete(p, "OFD.xml") }, "不完整"},
		"no document":    {func(p map[string]string) { delete(p, "Doc_0/Document.xml") }, "不完整"},
		"a page is gone": {func(p map[string]string) { delete(p, "Doc_0/Pages/2.xml") }, "不完整"},
		"no pages":       {func(p map[string]string) { p["Doc_0/Document.xml"] = `<a/>` }, "没有文字"},
		"pages without end": {func(p map[string]string) {
			p["Doc_0/Document.xml"] = `<ofd:D xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Pages>` + many(`<ofd:Page BaseLoc="Pages/1.xml"/>`, 600) + `</ofd:Pages></ofd:D>`
		}, "太多"},
		"a type declaration":   {func(p map[string]string) { p["Doc_0/Pages/2.xml"] = `<!DOCTYPE a [<!ENTITY b "c">]><a/>` }, "不完整"},
		"deep":                 {page(object("TextObject", "", `<ofd:TextCode X="0" Y="3">`+many("<a>", 100_000))), "太深"},
		"cut markup":           {func(p map[string]string) { p["Doc_0/Pages/2.xml"] = p["Doc_0/Pages/2.xml"][:700] }, "不完整"},
		"unpacked too large":   {func(p map[string]string) { p["Doc_0/Pages/2.xml"] = "<a>" + many(" ", 70<<20) + "</a>" }, "超过 64 MB"},
		"a picture":            {page(object("ImageObject", "", "")), "后来改过"},
		"an object in another": {page(object("PageBlock", "", text(30, 100, 3, "甲"))), "后来改过"},
		"turned":               {page(object("TextObject", `CTM="0 1 1 0 0 0"`, code)), "后来改过"},
		"hidden":               {page(object("TextObject", `Visible="false"`, code)), "后来改过"},
		"coloured":             {page(object("TextObject", "", `<ofd:FillColor Value="255 255 255"/>`+code)), "后来改过"},
		"two texts":            {page(object("TextObject", "", code+code)), "后来改过"},
		"downwards":            {page(object("TextObject", "", `<ofd:TextCode X="0" Y="3" DeltaY="1">甲乙</ofd:TextCode>`)), "后来改过"},
		"no number":            {page(object("TextObject", "", `<ofd:TextCode X="NaN" Y="3">甲</ofd:TextCode>`)), "后来改过"},
		"far away":             {page(object("TextObject", "", `<ofd:TextCode X="1e300" Y="3">甲</ofd:TextCode>`)), "后来改过"},
		"no boundary":          {page(`<ofd:TextObject/>`), "后来改过"},
		"one over another":     {page(text(39.3, 100, 5.64, "一三五"), text(42, 100, 5.64, "六")), "后来改过"},
		"added later above":    {page(text(39.3, 100, 5.64, "一三五"), text(39.3, 80, 5.64, "六")), "后来改过"},
		"a second number":      {page(grid(26, 37, 1), text(58, 42, 3.7, "1"), text(75, 42, 3.7, "6")), "后来改过"},
		"a slanting rule":      {page(`<ofd:PathObject Boundary="0 0 9 9"><ofd:AbbreviatedData>M 0 0 L 9 9</ofd:AbbreviatedData></ofd:PathObject>`), "后来改过"},
		"a curve":              {page(`<ofd:PathObject Boundary="0 0 9 9"><ofd:AbbreviatedData>M 0 0 B 9 9 1 1 2 2</ofd:AbbreviatedData></ofd:PathObject>`), "后来改过"},
		"cells of no shape":    {page(grid(26, 37, 2) + `<ofd:PathObject Boundary="26 37 90 20"><ofd:AbbreviatedData>M 0 10 L 15 10 M 15 0 L 15 10</ofd:AbbreviatedData></ofd:PathObject>`), ""},
		"text without end":     {page(many(text(30, 100, 3, many("甲", 10_000)), 100)), "太多"},
		"objects without end":  {page(many(`<ofd:PathObject Boundary="0 0 9 9"/>`, 110_000)), "太多"},
		"shades without end":   {page(many(`<ofd:PathObject Boundary="0 0 9 9" Fill="true"/>`, 6_000)), "太多"},
		"a grid without end":   {page(`<ofd:PathObject Boundary="0 0 9 9"><ofd:AbbreviatedData>` + comb(400) + `</ofd:AbbreviatedData></ofd:PathObject>`), "太多"},
	} {
		t.Run(name, func(t *testing.T) {
			parts := whole()
			c.spoil(parts)
			m, err := read(zipped(t, parts))
			switch {
			case c.want == "" && err == nil && m != nil:
			case err == nil || !strings.Contains(err.Error(), c.want) || strings.HasSuffix(err.Error(), "。"):
				t.Errorf("%v, want %s", err, c.want)
			}
		})
	}
	data := zipped(t, whole())
	for n := 0; n < len(data); n += 37 {
		if _, err := read(data[:n]); err == nil {
			t.Errorf("cut at %d: no error", n)
		}
	}
}

// comb is a grid of so many lines each way.
func comb(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "M 0 %d L %d %[1]d M %[1]d 0 L %[1]d %[2]d ", i, n)
	}
	return b.String()
}

// Whatever a page holds: no panic, and every cell lies in its table.
func FuzzRead(f *testing.F) {
	for _, name := range []string{"Doc_0/Pages/1.xml", "Doc_0/Pages/2.xml"} {
		f.Add(whole()[name])
	}
	f.Fuzz(func(t *testing.T, page string) {
		parts := whole()
		parts["Doc_0/Pages/2.xml"] = page
		m, err := read(zipped(t, parts))
		if err != nil {
			return
		}
		for _, b := range m.Blocks {
			if b.Table == nil {
				continue
			}
			taken := map[[2]int]bool{}
			for _, c := range b.Table.Cells {
				for row := c.Row; row < c.Row+c.RowSpan; row++ {
					for column := c.Column; column < c.Column+c.ColumnSpan; column++ {
						if at := [2]int{row, column}; taken[at] || row >= b.Table.Rows || column >= b.Table.Columns {
							t.Fatalf("%v is taken twice, or outside", at)
						} else {
							taken[at] = true
						}
					}
				}
			}
			if len(taken) != b.Table.Rows*b.Table.Columns {
				t.Fatalf("%d of %d boxes belong to a cell", len(taken), b.Table.Rows*b.Table.Columns)
			}
		}
	})
}
