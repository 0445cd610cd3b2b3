package main

import (
	"bytes"
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
