package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"nianbao/check/compare"
	"nianbao/filing"
	"nianbao/report"
)

// A gathering is what the files of one call are to each other: which are of the
// same agency and year, and of which years they are. It keeps no report.
type gathering struct {
	units map[agencyYear][]print
	years map[int][]string // year → files
	notes []string
	more  int // files that would have had a note beyond the last
}

// mostNotes bounds what is said, and how many files are read a second time for it.
const mostNotes = 20

// A print is what a file prints.
type print struct {
	file   string
	digest filing.Digest
}

// add takes a file in that has been read. The data, the Word file and the PDF
// of one report print the same and are one.
func (g *gathering) add(f finding, c console) {
	file, r := f.File, f.report
	if r == nil || r.Year == 0 {
		return
	}
	if g.units == nil {
		g.units, g.years = map[agencyYear][]print{}, map[int][]string{}
	}
	g.years[r.Year] = append(g.years[r.Year], file)
	unit := agencyYear{strings.TrimSpace(r.Agency), r.Year}
	if unit.agency == "" || f.digest == (filing.Digest{}) {
		return
	}
	this := print{file, f.digest}
	known := g.units[unit]
	if slices.ContainsFunc(known, func(k print) bool { return k.digest == this.digest }) {
		return
	}
	g.units[unit] = append(known, this)
	if len(known) == 0 {
		return
	}
	if len(g.notes) == mostNotes {
		g.more++
		return
	}
	if n := differingFrom(known[0].file, r, c); n > 0 {
		g.notes = append(g.notes, fmt.Sprintf("“%s”和“%s”都是%s %d 年的报告，印出来有 %d 处不同，请定下用哪一份（哪里不同：nianbao diff %s %s）",
			fileName(known[0].file), fileName(file), unit.agency, unit.year, n, quoted(known[0].file), quoted(file)))
	}
}

// differingFrom counts what a report prints otherwise than a file that was read
// before. The file is read again, so that not all had to be kept.
func differingFrom(file string, r *report.Report, c console) int {
	if file == standardInput {
		return 1
	}
	s, err := read(file, c.in)
	if err != nil {
		return 0 // it has gone since
	}
	return len(compare.Differences(s.report, r))
}

// tell says which files stand against each other, and which are of another year
// than most.
func (g *gathering) tell(w io.Writer) {
	for _, note := range g.all() {
		fmt.Fprintf(w, "注意：%s。\n", note)
	}
}

func (g *gathering) all() []string {
	notes := slices.Clone(g.notes)
	if g.more > 0 {
		notes = append(notes, fmt.Sprintf("另有 %d 份也与同一机关同一年的另一份不同", g.more))
	}
	if len(g.years) < 2 {
		return notes
	}
	var years []int
	for year := range g.years {
		years = append(years, year)
	}
	slices.SortFunc(years, func(a, b int) int {
		if more := len(g.years[b]) - len(g.years[a]); more != 0 {
			return more
		}
		return b - a
	})
	var parts []string
	for i, year := range years {
		part := fmt.Sprintf("%d 年 %d 份", year, len(g.years[year]))
		if i > 0 || len(g.years[year]) == len(g.years[years[1]]) {
			part += "（" + someOf(g.years[year]) + "）"
		}
		parts = append(parts, part)
	}
	return append(notes, "这些报告不是同一年的："+strings.Join(parts, "，"))
}
