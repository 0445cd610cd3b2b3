package render_test

import (
	"testing"

	"nianbao/document"
	"nianbao/fixtures"
	"nianbao/render/docx"
	"nianbao/render/font"
	"nianbao/render/layout"
	"nianbao/render/pdf"
	"nianbao/report/jsonfile"
)

func laiyuan(b *testing.B) *document.Document {
	b.Helper()
	r, _ := jsonfile.Decode(fixtures.Named(b, "laiyuan-2022").JSON)
	return document.Fill(r, document.Options{})
}

// A report as Word, warm.
func BenchmarkWord(b *testing.B) {
	d := laiyuan(b)
	for b.Loop() {
		if _, err := docx.Write(d); err != nil {
			b.Fatal(err)
		}
	}
}

// A report as PDF, layout and all, warm.
func BenchmarkPDF(b *testing.B) {
	d := laiyuan(b)
	faces, err := font.Embedded()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		l, problems := layout.Set(d, faces)
		if l == nil {
			b.Fatal(problems)
		}
		if _, err := pdf.Write(l, pdf.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
