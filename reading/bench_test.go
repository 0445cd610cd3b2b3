package reading

import (
	"bytes"
	"testing"

	"nianbao/document"
	"nianbao/fixtures"
	"nianbao/render/docx"
	"nianbao/render/xlsx"
	"nianbao/report"
	"nianbao/report/jsonfile"
)

func BenchmarkUnderstand(b *testing.B) {
	m := printed(document.Fill(benchmarked(b, "huaian-2024"), document.Options{}))
	b.ReportAllocs()
	for b.Loop() {
		Understand(m)
	}
}

// A Word file that nothing tells the edition of, as others write it; in one edition
// all names are the form's, in the other they are of a variant.
func BenchmarkWordFile(b *testing.B) {
	for _, name := range []string{"huaian-2024", "edition-2019"} {
		file, err := docx.Write(document.Fill(benchmarked(b, name), document.Options{}))
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) { benchmarkRead(b, file) })
	}
}

func BenchmarkSpreadsheet(b *testing.B) {
	file, err := xlsx.Write(benchmarked(b, "huaian-2024"))
	if err != nil {
		b.Fatal(err)
	}
	benchmarkRead(b, file)
}

func benchmarkRead(b *testing.B, file []byte) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(bytes.NewReader(file), int64(len(file))); err != nil {
			b.Fatal(err)
		}
	}
}

func benchmarked(b *testing.B, name string) *report.Report {
	b.Helper()
	r, _ := jsonfile.Decode(fixtures.Named(b, name).JSON)
	return r
}
