package workbook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"nianbao/manuscript"
)

const namespaces = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

// packed is a workbook of one sheet, with the parts given in the place of the usual ones.
func packed(t testing.TB, sheet string, more ...string) []byte {
	t.Helper()
	relation := func(id, kind, target string) string {
		return `<Relationship Id="` + id + `" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/` + kind + `" Target="` + target + `"/>`
	}
	list := func(all ...string) string {
		return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + strings.Join(all, "") + `</Relationships>`
	}
	parts := map[string]string{
		"_rels/.rels":                list(relation("a", "officeDocument", "xl/workbook.xml")),
		"xl/workbook.xml":            `<workbook ` + namespaces + `><sheets><sheet name="表" sheetId="1" r:id="s1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": list(relation("s1", "worksheet", "worksheets/sheet1.xml"), relation("s2", "sharedStrings", "sharedStrings.xml"), relation("s3", "styles", "styles.xml")),
		"xl/worksheets/sheet1.xml":   `<worksheet ` + namespaces + `>` + sheet + `</worksheet>`,
		"xl/sharedStrings.xml":       `<sst ` + namespaces + `><si><t>甲</t></si><si><r><t>乙</t></r><r><t>丙_x000B_丁</t></r><rPh><t>x</t></rPh></si></sst>`,
		"xl/styles.xml":              `<styleSheet ` + namespaces + `><numFmts><numFmt numFmtId="200" formatCode="yyyy&quot;年&quot;m"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="200"/><xf numFmtId="9"/></cellXfs></styleSheet>`,
	}
	for i := 0; i < len(more); i += 2 {
		parts[more[i]] = more[i+1]
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for name, content := range parts {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		f.Write([]byte(content))
	}
	w.Close()
	return out.Bytes()
}

func row(n int, cells ...string) string {
	return fmt.Sprintf(`<row r="%d">%s</row>`, n, strings.Join(cells, ""))
}

func rows(to int, cells func(n int) string) string {
	var out strings.Builder
	for n := 1; n <= to; n++ {
		out.WriteString(row(n, cells(n)))
	}
	return out.String()
}

func c(name, attributes, inner string) string {
	return `<c r="` + name + `" ` + attributes + `>` + inner + `</c>`
}

// Values are what is stored, and what holds none is named.
func TestValues(t *testing.T) {
	file := packed(t, `<sheetData>`+
		row(1, c("A1", `t="s"`, "<v>0</v>"), c("B1", `t="s"`, "<v>1</v>"), c("C1", `t="inlineStr"`, "<is><t>戊</t></is>"))+
		row(2, c("A2", `t="s"`, "<v>0</v>"), c("B2", "", "<v>1573179</v>"), c("C2", "", "<v>72701.257799999998</v>"), c("D2", `s="3"`, "<v>12.34</v>"))+
		row(3, c("A3", `t="s"`, "<v>0</v>"), c("B3", "", "<f>B2+1</f><v>1573180</v>"), c("C3", "", "<f>B2</f>"), c("D3", `t="e"`, "<f>A1</f><v>#REF!</v>"))+
		row(4, c("A4", `t="s"`, "<v>0</v>"), c("B4", `s="1"`, "<v>45309</v>"), c("C4", `s="2"`, "<v>45309</v>"), c("D4", "", "<v>1.5E3</v>"), c("E4", "", "<v>0.30000000000000004</v>"))+
		`</sheetData><mergeCells><mergeCell ref="D1:E1"/></mergeCells>`)
	m, err := Read(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]string{}
	for _, cell := range m.Blocks[0].Table.Cells {
		said[cell.Name] = cell.Text
	}
	for name, want := range map[string]string{
		"A1": "甲", "B1": "乙丙\n丁", "C1": "戊", "B2": "1573179", "C2": "72701.2578", "D2": "12.34", "B3": "1573180",
		"C3": "=?(C3)", "D3": "#REF!(D3)", "B4": "2024年1月18日", "C4": "2024年1月18日", "D4": "1500", "E4": "0.3",
	} {
		if said[name] != want {
			t.Errorf("%s is %q, want %q", name, said[name], want)
		}
	}
	if len(m.Notes) != 3 { // C3, D3, and D2, which shows 1234%
		t.Errorf("%v", m.Notes)
	}
}

// A day that was typed as text is a paragraph, as one that is stored as a day.
func TestTypedDates(t *testing.T) {
	for typed, want := range map[string]string{"2026-01-18": "2026年1月18日", "2026.1.18": "2026年1月18日", " 2026/1/18 ": "2026年1月18日", "2026.13.45": "", "0.5": ""} {
		file := packed(t, `<sheetData>`+row(1, c("A1", `t="inlineStr"`, `<is><t xml:space="preserve">`+typed+"</t></is>"))+`</sheetData>`)
		m, err := Read(bytes.NewReader(file), int64(len(file)))
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if p := m.Blocks[0].Paragraph; p != nil {
			got = p.Text
		}
		if got != want {
			t.Errorf("%q is the paragraph %q, want %q", typed, got, want)
		}
	}
}

// What is struck out, by a run or by the cell's style, does not run into a number, nor
// does a note's mark behind it; elsewhere raised letters are text.
func TestStruckOut(t *testing.T) {
	run := func(properties, text string) string { return "<r><rPr>" + properties + "</rPr><t>" + text + "</t></r>" }
	file := packed(t, `<sheetData>`+row(1, c("A1", `t="s"`, "<v>0</v>"), c("B1", `s="1"`, "<v>6</v>"), c("C1", `t="inlineStr"`, "<is>"+run("<strike/>", "5")+run("", "6")+"</is>"))+
		row(2, c("A2", `t="inlineStr"`, "<is>"+run("", "6")+run(`<vertAlign val="superscript"/>`, "2")+"</is>"), c("B2", `t="inlineStr"`, "<is>"+run("", "平方米m")+run(`<vertAlign val="superscript"/>`, "2")+"</is>"),
			c("C2", `t="inlineStr"`, "<is>"+run(`<strike val="0"/>`, "5")+"</is>"))+`</sheetData>`,
		"xl/styles.xml", `<styleSheet `+namespaces+`><fonts><font/><font><strike/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs></styleSheet>`)
	m, err := Read(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]string{}
	for _, cell := range m.Blocks[0].Table.Cells {
		said[cell.Name] = cell.Text
	}
	for name, want := range map[string]string{"B1": "〔6〕", "C1": "〔5〕6", "A2": "6〔2〕", "B2": "平方米m2", "C2": "5"} {
		if said[name] != want {
			t.Errorf("%s is %q, want %q", name, said[name], want)
		}
	}
	if len(m.Notes) != 1 || !strings.Contains(m.Notes[0].Message, "3 处") {
		t.Errorf("%v", m.Notes)
	}
}

// Paragraphs stand above and below tables; a merged cell is one.
func TestBlocks(t *testing.T) {
	text := func(name, said string) string { return c(name, `t="inlineStr"`, "<is><t>"+said+"</t></is>") }
	file := packed(t, `<sheetData>`+row(1, text("A1", "标题"))+row(3, text("A3", "一、甲"))+row(4, text("A4", "组"), text("B4", "列"))+row(5, text("B5", "行"), c("C5", "", "<v>5</v>"))+row(6, text("A6", "尾"))+
		`</sheetData><mergeCells><mergeCell ref="A4:A5"/><mergeCell ref="B4:C4"/></mergeCells>`)
	m, err := Read(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range m.Blocks {
		if b.Paragraph != nil {
			got = append(got, b.Paragraph.Text)
			continue
		}
		for _, cell := range b.Table.Cells {
			got = append(got, fmt.Sprintf("%s %dx%d %s", cell.Name, cell.RowSpan, cell.ColumnSpan, cell.Text))
		}
	}
	if s := strings.Join(got, "; "); s != "标题; 一、甲; A4 2x1 组; B4 1x2 列; B5 1x1 行; C5 1x1 5; 尾" {
		t.Error(s)
	}
}

// Half a sheet is none.
func TestRefused(t *testing.T) {
	good := `<sheetData>` + row(1, c("A1", `t="s"`, "<v>0</v>")) + `</sheetData>`
	sheet := func(inner string) []byte { return packed(t, inner) }
	whole := packed(t, good)
	for name, file := range map[string][]byte{
		"string out of range": sheet(`<sheetData>` + row(1, c("A1", `t="s"`, "<v>7</v>")) + `</sheetData>`),
		"rows back":           sheet(`<sheetData>` + row(2, c("A2", "", "<v>1</v>")) + row(1, c("A1", "", "<v>1</v>")) + `</sheetData>`),
		"another row's cell":  sheet(`<sheetData>` + row(2, c("A3", "", "<v>1</v>")) + `</sheetData>`),
		"cells back":          sheet(`<sheetData>` + row(1, c("B1", "", "<v>1</v>"), c("A1", "", "<v>1</v>")) + `</sheetData>`),
		"no number":           sheet(`<sheetData>` + row(1, c("A1", "", "<v>NaN</v>")) + `</sheetData>`),
		"far column":          sheet(`<sheetData>` + row(1, c("ZZZ1", "", "<v>1</v>")) + `</sheetData>`),
		"bad merge":           sheet(good + `<mergeCells><mergeCell ref="B2:A1"/></mergeCells>`),
		"cut markup":          packed(t, "", "xl/worksheets/sheet1.xml", `<worksheet `+namespaces+`><sheetData>`+row(1, c("A1", "", "<v>1</v>"))),
		"broken strings":      packed(t, good, "xl/sharedStrings.xml", `<sst `+namespaces+`><si><t>甲</t></si>`),
		"no sheet":            packed(t, good, "xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>`),
		"cut":                 whole[:len(whole)-40],
		"wide and high": packed(t, `<sheetData>`+rows(1000, func(n int) string {
			return c(fmt.Sprint("A", n), "", "<v>1</v>") + c(fmt.Sprint("SA", n), "", "<v>1</v>")
		})+`</sheetData>`),
		"merges over merges": packed(t, `<sheetData>`+rows(2000, func(n int) string {
			return c(fmt.Sprint("A", n), "", "<v>1</v>") + c(fmt.Sprint("B", n), "", "<v>1</v>")
		})+`</sheetData><mergeCells><mergeCell ref="A2000:B2000"/>`+
			strings.Repeat(`<mergeCell ref="A1:B2000"/>`, 2000)+`</mergeCells>`),
		"many uses of a string": packed(t, `<sheetData>`+row(1, c("A1", `t="s"`, "<v>0</v>"), c("B1", `t="s"`, "<v>0</v>"), c("C1", `t="s"`, "<v>0</v>"), c("D1", `t="s"`, "<v>0</v>"), c("E1", `t="s"`, "<v>0</v>"))+`</sheetData>`,
			"xl/sharedStrings.xml", `<sst `+namespaces+`><si><t>`+strings.Repeat("x", 1<<20)+`</t></si></sst>`),
	} {
		if m, err := Read(bytes.NewReader(file), int64(len(file))); err == nil {
			t.Errorf("%s: read, %d blocks", name, len(m.Blocks))
		}
	}
}

// A flipped byte anywhere gives an error or the same cells.
func TestFlippedBytes(t *testing.T) {
	whole := packed(t, `<sheetData>`+row(1, c("A1", `t="s"`, "<v>0</v>"), c("B1", "", "<v>12345</v>"))+`</sheetData>`)
	want, err := Read(bytes.NewReader(whole), int64(len(whole)))
	if err != nil {
		t.Fatal(err)
	}
	for at := range whole {
		file := bytes.Clone(whole)
		file[at] ^= 0x10
		got, err := Read(bytes.NewReader(file), int64(len(file)))
		if err == nil && dump(got) != dump(want) {
			t.Errorf("byte %d: %s", at, dump(got))
		}
	}
}

func dump(m *manuscript.Manuscript) string {
	var out []string
	for _, b := range m.Blocks {
		if b.Paragraph != nil {
			out = append(out, b.Paragraph.Text)
			continue
		}
		for _, cell := range b.Table.Cells {
			out = append(out, cell.Name+"="+cell.Text)
		}
	}
	return strings.Join(out, ";")
}

// A table that is still to be filled in: rows of a label and empty cells with lines
// around them, and empty cells below heads.
func TestBlankTable(t *testing.T) {
	styles := `<styleSheet ` + namespaces + `><borders><border/><border><left style="thin"/></border></borders><cellXfs><xf/><xf borderId="1"/></cellXfs></styleSheet>`
	text := func(at, said string) string { return c(at, `t="inlineStr" s="1"`, "<is><t>"+said+"</t></is>") }
	file := packed(t, `<sheetData>`+
		row(1, text("A1", "一、标题"), c("B1", `s="1"`, ""))+
		row(2, text("A2", "甲"), text("B2", "乙"))+
		row(3, text("A3", "丙"), c("B3", `s="1"`, ""))+
		row(5, text("A5", "一句话。"), c("B5", `s="1"`, ""))+
		row(7, text("A7", "甲"), text("B7", "乙"))+row(8, c("A8", `s="1"`, ""), c("B8", `s="1"`, ""))+
		row(9, c("A9", `s="1"`, ""), c("B9", `s="1"`, ""))+
		row(11, text("A11", "甲"), c("B11", "", "<v>1</v>"))+row(12, c("A12", `s="1"`, ""), c("B12", `s="1"`, ""))+
		`</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>`, "xl/styles.xml", styles)
	m, err := Read(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := dump(m), "一、标题;A2=甲;B2=乙;A3=丙;B3=;一句话。;A7=甲;B7=乙;A8=;B8=;A11=甲;B11=1"; got != want {
		t.Errorf("read %s\nwant %s", got, want)
	}
}

// Whatever a sheet holds: no panic, and grids of which every place belongs to one cell.
func FuzzRead(f *testing.F) {
	f.Add(`<sheetData>`+row(1, c("A1", `t="s"`, "<v>0</v>"), c("B1", "", "<f>1</f><v>1</v>"))+row(3, c("A3", `s="1"`, "<v>45000</v>"))+`</sheetData><mergeCells><mergeCell ref="A1:A3"/></mergeCells>`, `<si><t>甲</t></si>`)
	f.Add(`<sheetData>`+row(2, c("C2", `t="inlineStr" s="1"`, "<is><t>乙</t></is>"), c("D2", `s="1"`, ""))+`</sheetData><mergeCells><mergeCell ref="B1:D9"/><mergeCell ref="C2:D2"/></mergeCells>`, ``)
	f.Fuzz(func(t *testing.T, sheet, strings string) {
		if len(sheet)+len(strings) > 50_000 {
			t.Skip()
		}
		file := packed(t, sheet, "xl/sharedStrings.xml", `<sst `+namespaces+`>`+strings+`</sst>`,
			"xl/styles.xml", `<styleSheet `+namespaces+`><borders><border/><border><left style="thin"/></border></borders><cellXfs><xf numFmtId="14"/><xf borderId="1"/></cellXfs></styleSheet>`)
		m, err := Read(bytes.NewReader(file), int64(len(file)))
		if err != nil {
			return
		}
		for _, b := range m.Blocks {
			if b.Table == nil {
				continue
			}
			places := map[[2]int]bool{}
			for _, cell := range b.Table.Cells {
				for r := range cell.RowSpan {
					for k := range cell.ColumnSpan {
						at := [2]int{cell.Row + r, cell.Column + k}
						if places[at] || at[0] >= b.Table.Rows || at[1] >= b.Table.Columns {
							t.Fatalf("%v twice, or outside of %d × %d", at, b.Table.Rows, b.Table.Columns)
						}
						places[at] = true
					}
				}
			}
			if len(places) != b.Table.Rows*b.Table.Columns {
				t.Fatalf("%d places of %d × %d", len(places), b.Table.Rows, b.Table.Columns)
			}
		}
	})
}
