package reading_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"nianbao/check/compare"
	"nianbao/document"
	"nianbao/fixtures"
	"nianbao/manuscript"
	"nianbao/reading"
	"nianbao/render/docx"
	"nianbao/report/jsonfile"
)

// A Word document in one XML file is read as the usual one is.
func TestFlatXML(t *testing.T) {
	want, _ := jsonfile.Decode(fixtures.Named(t, "laiyuan-2022").JSON)
	file, err := docx.Write(document.Fill(want, document.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	flat := flattened(t, file)
	got, err := reading.ReadNamed(strings.NewReader(flat), int64(len(flat)), "年报.xml")
	if err != nil {
		t.Fatal(err)
	}
	if d := compare.Differences(want, got.Report); len(d) > 0 {
		t.Error(d)
	}
	for name, broken := range map[string]string{"cut": flat[:len(flat)*2/3], "no part": flat[:200] + "</pkg:package>", "a bracket less": strings.Replace(flat, "<w:body>", "<w:body", 1)} {
		if _, err := reading.ReadNamed(strings.NewReader(broken), int64(len(broken)), "年报.xml"); err == nil || strings.Contains(err.Error(), "ooxml") {
			t.Errorf("%s: read, or not refused in Chinese: %v", name, err)
		}
	}
	crowded := strings.Replace(flat, "<pkg:package ", "<pkg:package "+strings.Repeat(`a="x" `, 1000), 1)
	if _, err := reading.ReadNamed(strings.NewReader(crowded), int64(len(crowded)), "年报.xml"); err == nil || !strings.Contains(err.Error(), "零件太多") {
		t.Errorf("a tag of 1,000 attributes: %v", err) // of a million, it took 226 MB
	}
	const old = `<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>`
	var refused *manuscript.Refused
	if _, err := reading.ReadNamed(strings.NewReader(old), int64(len(old)), "年报.xml"); !errors.As(err, &refused) {
		t.Errorf("Word 2003: %v", err)
	}
}

// flattened is a package in one XML file, as Word writes it.
func flattened(t *testing.T, file []byte) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	out.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">`)
	for _, f := range archive.File {
		if f.Name == "[Content_Types].xml" { // which such a file has as attributes
			continue
		}
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		_, inner, _ := strings.Cut(string(part), "?>")
		out.WriteString(`<pkg:part pkg:name="/` + f.Name + `" pkg:contentType="x"><pkg:xmlData>` + inner + `</pkg:xmlData></pkg:part>`)
	}
	return out.String() + `</pkg:package>`
}
