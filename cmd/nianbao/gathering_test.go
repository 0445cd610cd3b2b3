package main

import (
	"encoding/binary"
	"fmt"
	"io"
	"strings"
	"testing"

	"nianbao/filing/source"
	"nianbao/report"
)

// gathered takes in as many files of one agency as there are names, of so many prints.
func gathered(files []string, prints int) *gathering {
	g := &gathering{files: files}
	for i, file := range files {
		f := finding{File: file, report: &report.Report{Agency: "涞源县", Year: 2022}}
		binary.LittleEndian.PutUint64(f.digest[:], uint64(i%prints)+1)
		g.add(i, f, console{in: strings.NewReader("")})
	}
	return g
}

// inputs are names whose files are not read a second time.
func inputs(n int) []string {
	files := make([]string, n)
	for i := range files {
		files[i] = source.StandardInput
	}
	return files
}

// What two files print alike is told once, however many others lie between.
func TestOfOneAgency(t *testing.T) {
	for prints, want := range map[int]string{1: "", 2: "1+0", 21: "20+0", 30: "20+9"} {
		g := gathered(inputs(300), prints)
		got := fmt.Sprintf("%d+%d", len(g.notes), g.left)
		if want == "" {
			want = "0+0"
		}
		if got != want {
			t.Errorf("%d prints: %s told and left, want %s", prints, got, want)
		}
	}
}

// A file costs the same with a thousand others of its agency and with a hundred
// thousand.
func BenchmarkOfOneAgency(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			files := inputs(n)
			for b.Loop() {
				gathered(files, n).tell(io.Discard)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/file")
		})
	}
}
