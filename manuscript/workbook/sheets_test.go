package workbook

import (
	"bytes"
	"strings"
	"testing"
)

func TestReadBook(t *testing.T) {
	file := packed(t, `<sheetData>`+row(2, c("A2", `t="s"`, "<v>0</v>"), c("C2", "", "<v>12</v>"))+row(9, c("B9", `t="str"`, "<f>1+1</f><v>/</v>"))+`</sheetData>`,
		"docProps/core.xml", `<c:p xmlns:c="x" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description>我们的</dc:description></c:p>`,
		"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/><Relationship Id="b" Type="x/core-properties" Target="docProps/core.xml"/></Relationships>`)
	book, err := ReadBook(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	rows := book.Sheets[0].Rows
	if book.Description != "我们的" || len(rows) != 2 || rows[0].Number != 2 || rows[0].At(0) != "甲" || rows[0].At(1) != "" || rows[0].At(2) != "12" || rows[1].At(1) != "/" || rows[1].At(7) != "" {
		t.Errorf("%+v", book)
	}
	if _, err := ReadBook(strings.NewReader("PK"), 2); err == nil {
		t.Error("half a file was read")
	}
}
