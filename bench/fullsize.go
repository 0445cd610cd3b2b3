package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"nianbao/render/font"
	"nianbao/render/layout"
	"nianbao/render/pdf"
	"nianbao/render/style"
)

// fullSize measures the PDF in four faces as office machines have them, 10 to
// 15 MB each: title.ttf, hei.ttf, kai.ttf and fang.ttf of a folder. It prints
// the layout and the file of this project together, warm, against fpdf as it comes,
// which is handed the whole faces for every report; and what a second core adds.
func fullSize(folder string) (string, error) {
	embedded, err := font.Embedded()
	if err != nil {
		return "", err
	}
	set := *embedded
	whole := map[*font.Face]wholeFace{}
	var sizes []string
	for role, name := range map[style.Role]string{style.Title: "title", style.Hei: "hei", style.Kai: "kai", style.Fang: "fang"} {
		data, err := os.ReadFile(filepath.Join(folder, name+".ttf"))
		if err != nil {
			return "", err
		}
		face, err := font.Parse(data, 0)
		if err != nil {
			return "", err
		}
		set.Chains[role] = append(font.Chain{face}, embedded.Chains[role]...)
		whole[face] = wholeFace{name, data}
		sizes = append(sizes, fmt.Sprintf("%s %.1f MB", name, float64(len(data))/1e6))
	}
	slices.Sort(sizes)
	small, err := readFaces(embedded)
	if err != nil {
		return "", err
	}
	for face, w := range small {
		if whole[face].data == nil {
			whole[face] = w
		}
	}
	m, err := read("laiyuan-2022", &set)
	if err != nil {
		return "", err
	}
	print := func() ([]byte, error) {
		l, problems := layout.Set(m.document, &set)
		if l == nil {
			return nil, fmt.Errorf("%v", problems)
		}
		return pdf.Write(l, pdf.Options{})
	}
	ours := func() error { _, err := print(); return err }
	file, err := print()
	if err != nil {
		return "", err
	}
	peer := onCanvas(newFpdf, wholeFaces(whole))
	theirs := func() error { _, err := peer(m); return err }
	own, err := medianOfTen(ours)
	if err != nil {
		return "", err
	}
	other, err := medianOfTen(theirs)
	if err != nil {
		return "", err
	}
	gain, err := secondCore(ours)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf(`# In faces of the size that office machines have

fixtures/laiyuan-2022 in four faces (%s), median of ten runs, warm, two cores; made by
`+"`go run . -faces FOLDER`"+` in this folder.

| what | ms | |
| --- | ---: | --- |
| nianbao, layout and PDF | %.1f | %d KB |
| fpdf v0.12.0 as it comes | %.1f | %.1f times as long |

Two goroutines on two cores write %.2f times as many reports as one on one.
`, strings.Join(sizes, ", "), ms(own), len(file)/1000, ms(other), float64(other)/float64(own), gain), nil
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

func medianOfTen(write func() error) (time.Duration, error) {
	var times []time.Duration
	for i := range 12 {
		start := time.Now()
		if err := write(); err != nil {
			return 0, err
		}
		if i >= 2 { // the first two warm caches and pools
			times = append(times, time.Since(start))
		}
	}
	slices.Sort(times)
	return times[len(times)/2], nil
}

// secondCore is how many more reports two goroutines on two cores write in the
// time of one on one, best of three tries: the machine may be busy.
func secondCore(write func() error) (float64, error) {
	const reports = 60
	best := 0.0
	for range 3 {
		one, err := timed(1, reports, write)
		if err != nil {
			return 0, err
		}
		two, err := timed(2, 2*reports, write)
		if err != nil {
			return 0, err
		}
		best = max(best, 2*float64(one)/float64(two))
	}
	return best, nil
}

// timed writes so many reports from so many goroutines on as many cores.
func timed(goroutines, reports int, write func() error) (time.Duration, error) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(goroutines))
	start := time.Now()
	var group sync.WaitGroup
	errs := make([]error, goroutines)
	for g := range goroutines {
		group.Go(func() {
			for range reports / goroutines {
				if err := write(); err != nil {
					errs[g] = err
				}
			}
		})
	}
	group.Wait()
	for _, err := range errs {
		if err != nil {
			return 0, err
		}
	}
	return time.Since(start), nil
}
