package main

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/fixtures"
	"nianbao/templates/numeral"
)

// Sixty Word files against last year's, as a reviewer has them: half as the
// program wrote them, half without its data, as other programs write them.
func BenchmarkSixtyWordFiles(b *testing.B) {
	data := string(fixtures.Named(b, "huaian-2024").JSON)
	b.Chdir(b.TempDir())
	for i := range 60 {
		name := "淮安市" + numeral.Write(i+1) + "局"
		for year, folder := range map[string]string{"2024": "今年", "2023": "去年"} {
			text := strings.NewReplacer("淮安市人民政府", name, `"year": 2024`, `"year": `+year).Replace(data)
			if err := os.WriteFile("report.json", []byte(text), 0o644); err != nil {
				b.Fatal(err)
			}
			if status := runIn(b, "build", "report.json", "-format", "docx", "-o", folder); status != fine {
				b.Fatal("not built")
			}
		}
	}
	files, _ := filepath.Glob("今年/*.docx")
	for _, file := range files[:30] {
		strip(b, file)
	}
	b.ResetTimer()
	for b.Loop() {
		if status := runIn(b, append([]string{"check", "-last", "去年"}, files...)...); status != fine {
			b.Fatal("errors")
		}
	}
}

func runIn(b *testing.B, args ...string) int {
	var out, err bytes.Buffer
	status := run(withEmbedded(args), strings.NewReader(""), &out, &err)
	if status != fine {
		b.Log(out.String(), err.String())
	}
	return status
}

// strip leaves out of a Word file what only the program puts in.
func strip(b *testing.B, file string) {
	r, err := zip.OpenReader(file)
	if err != nil {
		b.Fatal(err)
	}
	defer r.Close()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, part := range r.File {
		if strings.HasPrefix(part.Name, "customXml/") || part.Name == "docProps/custom.xml" {
			continue
		}
		if err := w.Copy(part); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(file, out.Bytes(), 0o644); err != nil {
		b.Fatal(err)
	}
}
