package workbook

import (
	"bytes"
	"strings"
	"testing"

	"nianbao/manuscript"
)

// What a format shows of a stored number; "=" where it is the same number.
func TestShows(t *testing.T) {
	for _, c := range []struct{ code, value, shown string }{
		{"0", "12.5", "13"},
		{"0", "12", "="},
		{"#,##0", "9570", "="},
		{"#,##0.00", "9570.5", "="},
		{"0.0", "9570.55", "9570.6"},
		{"0%", "95", "9500%"},
		{"0.0%", "0.957", "95.7%"},
		{"0.00,", "9570", "9.57"},
		{"0.00,,", "9570000", "9.57"},
		{`0"件"`, "9570", "="},
		{`0"0"`, "957", "9570"},
		{`\10`, "57", "157"},
		{";;;", "9570", ""},
		{";;;", "0", "="},
		{"0;0", "-3", "3"},
		{"0;-0", "-3", "="},
		{`0;-0;"无"`, "0", "="},
		{`0;-0;"1件"`, "0", "1件"},
		{"[Red]0", "9570", "="},
		{`_ * #,##0_ ;_ * \-#,##0_ ;_ * "-"_ ;_ @_ `, "0", "="},
		{"[>100]0;0.0", "9570.5", "="}, // of conditions nothing is said
		{"0.00E+00", "9570.5", "="},
		{"General", "9570.5", "="},
	} {
		shown, differs := shows(c.code, c.value)
		if differs != (c.shown != "=") || differs && shown != c.shown {
			t.Errorf("%s shows %s as %q, differs: %v", c.code, c.value, shown, differs)
		}
	}
}

func TestTooLong(t *testing.T) {
	for value, want := range map[string]bool{"12345678901234567": true, "1.2345678901234E16": true, "1234567890123.4567": true,
		"72701.257799999998": false, "0.30000000000000004": false, "9570": false, "96171.600000000006": false, "999999999999999": false} {
		if tooLong(value) != want {
			t.Error(value, !want)
		}
	}
}

// sheetNotes reads a workbook and joins what is said of it, one a line.
func sheetNotes(t *testing.T, file []byte) (*manuscript.Manuscript, string) {
	t.Helper()
	m, err := Read(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, n := range m.Notes {
		if n.Warn {
			out.WriteString("! ")
		}
		out.WriteString(n.Message + "\n")
	}
	return m, out.String()
}

// What people see otherwise than it is read, or do not see, is said.
func TestUnlikeWhatShows(t *testing.T) {
	styles := `<styleSheet ` + namespaces + `><fonts><font/><font><color rgb="FFFFFFFF"/></font></fonts><fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"/></fill></fills>` +
		`<cellXfs><xf/><xf numFmtId="1"/><xf fontId="1" fillId="0"/><xf fontId="1" fillId="1"/></cellXfs></styleSheet>`
	file := packed(t, `<cols><col min="3" max="3" hidden="true"/></cols><sheetData>`+
		row(1, c("A1", `t="s"`, "<v>0</v>"), c("B1", `t="s"`, "<v>0</v>"), c("C1", `s="3" t="s"`, "<v>0</v>"))+
		row(2, c("A2", `t="s"`, "<v>0</v>"), c("B2", `s="1"`, "<v>12.5</v>"), c("C2", "", "<v>3</v>"))+
		row(3, c("A3", `t="s"`, "<v>0</v>"), c("B3", `s="2"`, "<v>4</v>"), c("C3", "", "<v>1234567890123456</v>"))+
		`<row r="4" hidden="true">`+c("A4", `t="s"`, "<v>0</v>")+c("B4", "", "<v>5</v>")+`</row></sheetData>`,
		"xl/styles.xml", styles,
		"xl/worksheets/_rels/sheet1.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`+
			`<Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments1.xml"/>`+
			`<Relationship Id="b" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
		"xl/comments1.xml", `<comments `+namespaces+`><commentList><comment ref="B2"><text><r><t>应为</t></r><r><t>13</t></r></text></comment></commentList></comments>`,
		"xl/drawings/drawing1.xml", `<a/>`)
	m, said := sheetNotes(t, file)
	for _, want := range []string{"! B2存的数是 12.5，在表里显示成“13”", "C 列是隐藏的", "B3是白底白字", "! C3的数超过 15 位", "第 4 行是隐藏的", "B2有批注“应为13”", "有图片、图形或者文本框"} {
		if !strings.Contains(said, want) {
			t.Errorf("not said: %s\n%s", want, said)
		}
	}
	if strings.Contains(said, "C1是白") || strings.Count(said, "C 列") != 1 {
		t.Error(said)
	}
	if m.Blocks[0].Table.Cells[4].Text != "12.5" {
		t.Error(m.Blocks[0].Table.Cells[4])
	}
}

// A remark or a number beside a table is set aside and named, and the row is read;
// a column that is filled in every row is one of the table's, with a head or without.
func TestBesideTheTable(t *testing.T) {
	text := func(name, said string) string { return c(name, `t="inlineStr"`, "<is><t>"+said+"</t></is>") }
	table := func(beside ...string) string {
		out := `<sheetData>` + row(1, text("A1", "名称"), text("B1", "件数"))
		for n := 2; n <= 9; n++ {
			more := ""
			for _, cell := range beside {
				if strings.HasSuffix(strings.SplitN(cell, `"`, 3)[1], string(rune('0'+n))) {
					more += cell
				}
			}
			out += row(n, text("A"+string(rune('0'+n)), "行"), c("B"+string(rune('0'+n)), "", "<v>7</v>"), more)
		}
		return out + `</sheetData>`
	}
	m, said := sheetNotes(t, packed(t, table(text("D4", "其中3件为代办"), c("E5", "", "<v>12</v>"))))
	if m.Blocks[0].Table.Columns != 2 || !strings.Contains(said, "! D4的“其中3件为代办”写在表外面") || !strings.Contains(said, "! E5的“12”写在表外面") {
		t.Error(m.Blocks[0].Table.Columns, said)
	}
	var column []string
	for n := '2'; n <= '9'; n++ {
		column = append(column, c("C"+string(n), "", "<v>7</v>"))
	}
	m, said = sheetNotes(t, packed(t, table(column...)))
	if m.Blocks[0].Table.Columns != 3 || said != "" {
		t.Error(m.Blocks[0].Table.Columns, said)
	}
}

// What is written beside a text does not make a table of it.
func TestBesideAText(t *testing.T) {
	text := func(name, said string) string { return c(name, `t="inlineStr"`, "<is><t>"+said+"</t></is>") }
	sentence := strings.Repeat("全年主动公开政府信息，回应社会关切", 4) + "。"
	m, said := sheetNotes(t, packed(t, `<sheetData>`+
		row(1, text("A1", "一、总体情况"))+row(2, text("A2", "（一）主动公开"), c("B2", "", "<v>12</v>"))+row(3, text("A3", sentence))+`</sheetData>`))
	if len(m.Blocks) != 3 || m.Blocks[1].Paragraph == nil || m.Blocks[1].Paragraph.Text != "（一）主动公开" || !strings.Contains(said, "! B2的“12”写在表外面") {
		t.Error(len(m.Blocks), said)
	}
	m, said = sheetNotes(t, packed(t, `<sheetData>`+
		row(1, text("A1", "一、总体情况"))+row(2, text("A2", sentence), text("B2", "待核"))+row(3, text("A3", sentence), text("B3", "已核"))+`</sheetData>`))
	if len(m.Blocks) != 3 || m.Blocks[2].Paragraph == nil || strings.Count(said, "写在表外面") != 2 {
		t.Error(len(m.Blocks), said)
	}
}
