package render_test

import (
	"runtime"
	"testing"

	"nianbao/check"
	"nianbao/document"
	"nianbao/fixtures"
	"nianbao/render/docx"
	"nianbao/render/font"
	"nianbao/render/layout"
	"nianbao/render/pdf"
	"nianbao/report/jsonfile"
)

// A process that prints report after report keeps nothing of them.
func TestNothingIsKept(t *testing.T) {
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	source := fixtures.Named(t, "laiyuan-2022").JSON
	print := func(times int) (heap uint64) {
		for range times {
			r, _ := jsonfile.Decode(source)
			check.Check(r)
			d := document.Fill(r, document.Options{})
			l, problems := layout.Set(d, faces)
			if l == nil {
				t.Fatal(problems)
			}
			if _, err := pdf.Write(l, pdf.Options{}); err != nil {
				t.Fatal(err)
			}
			if _, err := docx.Write(d); err != nil {
				t.Fatal(err)
			}
		}
		runtime.GC()
		runtime.GC() // the second empties what pools held over the first
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before, goroutines := print(20), runtime.NumGoroutine()
	if after := print(200); after > before+1<<20 {
		t.Errorf("the heap grew from %d to %d bytes over 200 reports", before, after)
	}
	if n := runtime.NumGoroutine(); n > goroutines {
		t.Errorf("%d goroutines, were %d", n, goroutines)
	}
}
