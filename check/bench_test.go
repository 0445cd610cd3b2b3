package check

import (
	"sync"
	"testing"

	"nianbao/fixtures"
	"nianbao/problem"
	"nianbao/report/jsonfile"
)

// BenchmarkDecodeCheck must stay below 3 ms for a real report.
func BenchmarkDecodeCheck(b *testing.B) {
	for _, name := range []string{"laiyuan-2022", "huaian-2024", "long-report"} {
		b.Run(name, func(b *testing.B) {
			src := fixtures.Named(b, name).JSON
			b.SetBytes(int64(len(src)))
			b.ReportAllocs()
			for b.Loop() {
				r, problems := jsonfile.Decode(src)
				if problem.HasErrors(append(problems, Check(r)...)) {
					b.Fatal("a good fixture has errors")
				}
			}
		})
	}
}

// Reports are read and checked side by side; run with -race.
func TestSideBySide(t *testing.T) {
	cases := append(fixtures.Good(t), fixtures.Bad(t)...)
	want := make([]string, len(cases))
	for i, c := range cases {
		want[i] = fixtures.Listed(all(c.JSON))
	}
	var group sync.WaitGroup
	for i, c := range cases {
		for range 4 {
			group.Go(func() {
				if got := fixtures.Listed(all(c.JSON)); got != want[i] {
					t.Errorf("%s: %s", c.Name, got)
				}
			})
		}
	}
	group.Wait()
	shared, _ := jsonfile.Decode(cases[0].JSON)
	for range 8 {
		group.Go(func() { Check(shared) })
	}
	group.Wait()
}

// BenchmarkCheck is all checks of a report, the prose against the tables among
// them. It must stay below 0.4 ms for a real report, on a machine that does nothing
// else; long-report is ten times as long as a real one.
func BenchmarkCheck(b *testing.B) {
	for _, name := range []string{"laiyuan-2022", "huaian-2024", "long-report"} {
		b.Run(name, func(b *testing.B) {
			r, _ := jsonfile.Decode(fixtures.Named(b, name).JSON)
			b.ReportAllocs()
			for b.Loop() {
				Check(r)
			}
		})
	}
}
