// Command bench writes one report through this project's own writers and
// through other libraries, each at its best, and prints what each took.
//
//	go run .
//
// run in its own folder, also writes the table to RESULTS.md.
//
//	go run . -faces FOLDER
//
// measures with the full-size faces title.ttf, hei.ttf, kai.ttf and fang.ttf of a
// folder, and writes FULLSIZE.md.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"runtime"
	"strings"
	"time"

	"nianbao/render/font"
)

func main() {
	folder := flag.String("faces", "", "a folder with full-size faces")
	flag.Parse()
	if *folder != "" {
		text, err := fullSize(*folder)
		if err == nil {
			err = os.WriteFile("FULLSIZE.md", []byte(text), 0o666)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, "bench:", err)
			os.Exit(1)
		}
		fmt.Print(text)
		return
	}
	text, err := run()
	if err == nil {
		fmt.Print(text)
		err = os.WriteFile("RESULTS.md", []byte(text), 0o666)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run() (string, error) {
	runtime.GOMAXPROCS(1)
	set, err := font.Embedded()
	if err != nil {
		return "", err
	}
	m, err := read("laiyuan-2022", set)
	if err != nil {
		return "", err
	}
	rare, err := read("beyond-bmp", set)
	if err != nil {
		return "", err
	}
	all, err := candidates(set)
	if err != nil {
		return "", err
	}
	results, err := measure(all, m, rare)
	if err != nil {
		return "", err
	}
	return markdown(results, len(m.layout.Pages)), nil
}

const heading = `# The same report through other libraries

%s, written %d times by each, on one core of %s with %s; made by ` + "`go run .`" + ` in this folder.

The Word files are built from one document tree. The PDF files draw one set of %d laid-out pages, so
that no library's own line breaking takes part: each places the same runs of text, rules and boxes.
Milliseconds are the processor's, median, warm, from the tree or the pages to the finished file.

| library | way | licence | writes | ms | KB | tagged | same bytes every time | 𬭚, beyond the BMP | note |
| --- | --- | --- | --- | ---: | ---: | --- | --- | --- | --- |
`

const legend = `
Ways:
- *template*: styles, settings, footers and font table (which the library cannot build) come from a Word
  file opened once; the library stamps the time into the zip file, and it is taken out afterwards.
- *whole faces*: the library is handed the faces as they are, and reads them again for every report.
- *shared faces*: it reads them once and shares them between reports.
- *cut faces*: this project's cutter first makes small faces of the characters shown; its time counts.

A library that writes no tags can be given them by a pass over its finished file; that is not in these figures.
`

func markdown(results []result, pages int) string {
	var b strings.Builder
	fmt.Fprintf(&b, heading, "`fixtures/laiyuan-2022`", passes*runs, processor(), runtime.Version(), pages)
	for _, r := range results {
		name := "**nianbao**"
		if r.module != "" {
			name = r.module + " " + r.version()
		}
		cells := []string{name, r.way, r.licence, r.kind,
			fmt.Sprintf("%.1f", float64(r.median)/float64(time.Millisecond)),
			fmt.Sprint((r.size + 500) / 1000), yes(r.tagged), yes(r.stable), r.rare, r.note}
		if r.kind != page {
			cells[6] = ""
		}
		fmt.Fprintf(&b, "| %s |\n", strings.Join(cells, " | "))
	}
	b.WriteString(legend)
	return b.String()
}

func yes(is bool) string {
	if is {
		return "yes"
	}
	return "no"
}

// processor is the machine's, by its own name where the system tells it.
func processor() string {
	if file, err := os.Open("/proc/cpuinfo"); err == nil {
		defer file.Close()
		for lines := bufio.NewScanner(file); lines.Scan(); {
			if key, name, ok := strings.Cut(lines.Text(), ":"); ok && strings.TrimSpace(key) == "model name" {
				return "an " + strings.TrimSpace(name)
			}
		}
	}
	return runtime.GOARCH
}
