package main

import (
	"crypto/sha256"
	"fmt"
	"io"
	"slices"
	"strings"

	"nianbao/check/compare"
	"nianbao/filing"
	"nianbao/filing/source"
	"nianbao/manuscript"
	"nianbao/report"
)

// A gathering is what the files of one call are to each other: which are of the
// same agency and year, and of which years they are. It keeps no report, and of
// a hundred thousand files some megabytes.
type gathering struct {
	files []string // of the call
	units map[key]print
	more  map[printed]struct{} // those of a unit that print otherwise than its first
	years map[int]*ofYear
	notes []string
	left  int // files that would have had a note beyond the last
}

// A key stands for an agency and a year.
type key [16]byte

// A print is what a file prints; small, since each of a hundred thousand files has one.
type print struct {
	file   uint32 // which of the call's
	digest [8]byte
}

// printed is something that one unit's file prints.
type printed struct {
	unit   key
	digest [8]byte
}

// ofYear are the files of one year.
type ofYear struct {
	n     int
	first []string // as many as are ever named
}

// mostNotes bounds what is said, and how many files are read a second time for it.
const mostNotes = 20

// add takes a file in that has been read. The data, the Word file and the PDF
// of one report print the same and are one.
func (g *gathering) add(i int, f finding, c console) {
	if f.apart != "" {
		g.note(apart(f.File, f.apart))
	}
	r := f.report
	if r == nil || r.Year == 0 {
		return
	}
	if g.units == nil {
		g.units, g.more, g.years = map[key]print{}, map[printed]struct{}{}, map[int]*ofYear{}
	}
	g.addYear(f.File, r.Year)
	agency := strings.TrimSpace(r.Agency)
	if agency == "" || f.digest == (filing.Digest{}) {
		return
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%d %s", r.Year, agency))
	unit := key(sum[:len(key{})])
	this := print{uint32(i), [8]byte(f.digest[:8])}
	first, again := g.units[unit]
	if !again {
		g.units[unit] = this
		return
	}
	other := printed{unit, this.digest}
	if _, known := g.more[other]; known || first.digest == this.digest {
		return
	}
	g.more[other] = struct{}{}
	if len(g.notes) == mostNotes {
		g.left++
		return
	}
	before := g.files[first.file]
	if n := differingFrom(before, r, c); n > 0 {
		g.note(fmt.Sprintf("“%s”和“%s”都是%s %d 年的报告，印出来有 %d 处不同，请定下用哪一份（哪里不同：nianbao diff %s %s）",
			source.Name(before), source.Name(f.File), agency, r.Year, n, source.Quoted(before), source.Quoted(f.File)))
	}
}

func (g *gathering) note(text string) {
	if len(g.notes) == mostNotes {
		g.left++
		return
	}
	g.notes = append(g.notes, text)
}

// apart says that the files of one name are not of one report.
func apart(file, other string) string {
	kinds := "两个文件"
	if k := manuscript.ByName(file); k == manuscript.Word && manuscript.ByName(other) == manuscript.PDF || k == manuscript.PDF && manuscript.ByName(other) == manuscript.Word {
		kinds = "Word 与 PDF "
	}
	return fmt.Sprintf("“%s”和“%s”：%s不是同一份，请重新生成", file, other, kinds)
}

func (g *gathering) addYear(file string, year int) {
	y := g.years[year]
	if y == nil {
		y = &ofYear{}
		g.years[year] = y
	}
	y.n++
	if len(y.first) < mostNotes {
		y.first = append(y.first, file)
	}
}

// differingFrom counts what a report prints otherwise than a file that was read
// before. The file is read again, so that not all had to be kept.
func differingFrom(file string, r *report.Report, c console) int {
	if file == source.StandardInput {
		return 1
	}
	s, err := source.Read(file, c.in)
	if err != nil {
		return 0 // it has gone since
	}
	return len(compare.Differences(s.Report, r))
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
	if g.left > 0 {
		notes = append(notes, fmt.Sprintf("另有 %d 份也与同名的、或者同一机关同一年的另一份不同", g.left))
	}
	if len(g.years) < 2 {
		return notes
	}
	var years []int
	for year := range g.years {
		years = append(years, year)
	}
	slices.SortFunc(years, func(a, b int) int {
		if more := g.years[b].n - g.years[a].n; more != 0 {
			return more
		}
		return b - a
	})
	var parts []string
	for i, year := range years {
		of := g.years[year]
		part := fmt.Sprintf("%d 年 %d 份", year, of.n)
		if i > 0 || of.n == g.years[years[1]].n {
			part += "（" + source.Some(of.first, of.n) + "）"
		}
		parts = append(parts, part)
	}
	return append(notes, "这些报告不是同一年的："+strings.Join(parts, "，"))
}
