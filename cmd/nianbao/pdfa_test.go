package main

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"nianbao/fixtures"
)

// The kinds of archival PDF say which one they are.
func TestConformance(t *testing.T) {
	report := filepath.Join(fixtures.Named(t, "laiyuan-2022").Dir, "report.json")
	for name, want := range map[string][]string{
		"1a": {"%PDF-1.4", "<pdfaid:part>1</pdfaid:part>"},
		"2a": {"%PDF-1.7", "<pdfaid:part>2</pdfaid:part>"},
		"4":  {"%PDF-2.0", "<pdfaid:part>4</pdfaid:part>", "<pdfuaid:part>2</pdfuaid:part>"},
		"3A": {"%PDF-1.7", "<pdfaid:part>3</pdfaid:part>", "/EmbeddedFile"},
	} {
		folder := t.TempDir()
		nianbao(t, "build", "-pdfa", name, "-format", "pdf", "-o", folder, report).want(t, fine)
		files, err := filepath.Glob(filepath.Join(folder, "*.pdf"))
		if err != nil || len(files) != 1 {
			t.Fatalf("%v, %v", files, err)
		}
		data, err := os.ReadFile(files[0])
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range want {
			if !bytes.Contains(data, []byte(text)) {
				t.Errorf("%s: no %s", name, text)
			}
		}
	}
	nianbao(t, "build", "-pdfa", "5", report).want(t, impossible, "没有“5”这一种")
}

// -ofd-a makes the OFD one for archives; it says nothing where no OFD is written.
func TestArchiveOFD(t *testing.T) {
	report := filepath.Join(fixtures.Named(t, "laiyuan-2022").Dir, "report.json")
	for _, c := range []struct {
		args []string
		kind string
		data bool
	}{{nil, `DocType="OFD"`, false}, {[]string{"-ofd-a"}, `DocType="OFD-A"`, true}} {
		folder := t.TempDir()
		nianbao(t, append([]string{"build", "-faces", "embedded", "-format", "ofd", "-o", folder, report}, c.args...)...).want(t, fine)
		files, err := filepath.Glob(filepath.Join(folder, "*.ofd"))
		if err != nil || len(files) != 1 {
			t.Fatalf("%v, %v", files, err)
		}
		archive, err := zip.OpenReader(files[0])
		if err != nil {
			t.Fatal(err)
		}
		defer archive.Close()
		entry, err := fs.ReadFile(archive, "OFD.xml")
		if err != nil || !bytes.Contains(entry, []byte(c.kind)) {
			t.Errorf("%v: %s, %v", c.args, entry, err)
		}
		data, err := fs.ReadFile(archive, "Doc_0/Attachs/report.txt")
		if carries := err == nil && bytes.Contains(data, []byte(`"licensing"`)); carries != c.data || bytes.Contains(data, []byte(`"contact"`)) {
			t.Errorf("%v: carries %.200s", c.args, data)
		}
	}
	nianbao(t, "build", "-ofd-a", report).want(t, impossible, "-ofd-a 说的是 OFD，-format 里却没有 ofd")
}
