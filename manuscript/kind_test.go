package manuscript

import (
	"slices"
	"strings"
	"testing"
)

func TestRecognise(t *testing.T) {
	for _, c := range []struct {
		head, name string
		want       *Kind
	}{
		{`{"edition": "2021"`, "report.docx", Data},
		{"\xef\xbb\xbf\n {", "", Data},
		{"", "report.json", Data},
		{"edition: 2021", "report.txt", Data},
		{"PK\x03\x04\x14\x00[Content_Types].xml", "报告.docx", Word},
		{"PK\x03\x04\x14\x00[Content_Types].xml", "报告.xlsx", Workbook},
		{"PK\x03\x04\x14\x00[Content_Types].xml", "报告.bak", Word},
		{"PK\x03\x04\x14\x00xl/workbook.xml", "报告.docx", Workbook},
		{"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", "报告.docx", ByName(".odt")},
		{"PK\x03\x04报告.docx", "a", ByName(".zip")},
		{"<!DOCTYPE html>", "报告.docx", Page},
		{"\xff\xfe<\x00h\x00", "", Page},
		{`<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">`, "a.xml", FlatXML},
		{`<?xml version="1.0"?><?mso-application progid="Word.Document"?>`, "a.doc", FlatXML},
		{`<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">`, "a.fodt", ByName(".fodt")},
		{`<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">`, "a.fods", ByName(".fods")},
		{`<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet">`, "a.xml", ByName(".fods")},
		{"From: <Saved by Blink>\r\nSnapshot-Content-Location: ", "a.mhtml", Archive},
		{"MIME-Version: 1.0\r\n", "", Archive},
		{"%PDF-1.4", "报告.docx", PDF},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "报告", OldOffice},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "报告.et", ByName(".xls")},
		{`{\rtf1\ansi`, "报告.doc", ByName(".rtf")},
		{"\xff\xd8\xff\xe0", "", ByName(".jpg")},
		{"\x89PNG\r\n\x1a\n", "报告.docx", ByName(".png")},
		{"BMW", "a.json", Data},
		{"BM\x00\x00", "a.bmp", ByName(".bmp")},
		{"乱", "报告.ofd", ByName(".ofd")},
	} {
		if got := Recognise([]byte(c.head), c.name); got != c.want {
			t.Errorf("%q called %q: %s, want %s", c.head, c.name, got.Name, c.want.Name)
		}
	}
}

// Each extension belongs to one kind, and what is refused says what to do.
func TestKinds(t *testing.T) {
	seen := map[string]bool{}
	for _, k := range Kinds {
		for _, e := range k.Extensions {
			if seen[e] || e != strings.ToLower(e) || e[0] != '.' {
				t.Errorf("%s: %s", k.Name, e)
			}
			seen[e] = true
		}
		if k.Refusal != "" && (!strings.Contains(k.Refusal, "；") || strings.HasSuffix(k.Refusal, "。")) {
			t.Errorf("%s: %s", k.Name, k.Refusal)
		}
		if k.Refusal == "" && !slices.Contains(Readable(), k.Extensions[0]) {
			t.Errorf("%s is not among the readable ones", k.Name)
		}
	}
}

// A kind's name and refusal fit each of its files: .ods is no old Excel file.
func TestOpenDocumentTablesAreNamed(t *testing.T) {
	if k := ByName(".ods"); !strings.Contains(k.Name, "OpenDocument") || !strings.Contains(k.Refusal, "OpenDocument") {
		t.Errorf("%s: %s", k.Name, k.Refusal)
	}
}
