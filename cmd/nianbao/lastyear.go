package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/check/compare"
	"nianbao/manuscript"
	"nianbao/problem"
	"nianbao/report"
)

// lastYears are what -last names: one report for all, or a folder in which
// every agency's is looked up by what the files say, whatever their names.
type lastYears struct {
	only   *report.Report // nil: none, or a folder
	folder string
	found  map[agencyYear]lastFile
	notes  []string // files that could not be read, or stand for another
}

type agencyYear struct {
	agency string
	year   int
}

type lastFile struct {
	file   string
	report *report.Report
}

// readLast reads what -last names; "" names none. Its errors are sentences.
func readLast(name string, stdin io.Reader) (*lastYears, error) {
	l := &lastYears{}
	if name == "" {
		return l, nil
	}
	if name == standardInput {
		return nil, errors.New("上年的报告要写文件名，不能从标准输入读")
	}
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		l.folder = name
		return l, l.readFolder()
	}
	var err error
	l.only, err = lastReport(name, stdin)
	return l, err
}

// lastReport reads one report for comparison.
func lastReport(file string, stdin io.Reader) (*report.Report, error) {
	s, err := read(file, stdin)
	if err != nil {
		return nil, err
	}
	if s.report.Template == nil || len(s.report.Numbers) == 0 {
		if len(s.problems) > 0 {
			return nil, fmt.Errorf("“%s”读不成上年的报告：%s", file, s.problems[0].Message)
		}
		return nil, fmt.Errorf("“%s”读不成上年的报告", file)
	}
	return s.report, nil
}

// readFolder reads all reports of the folder. Where an agency's year stands
// there twice, as the data and the Word file that was made of it do, the best
// source is taken.
func (l *lastYears) readFolder() error {
	b := batchOf([]string{l.folder})
	files := b.files
	slices.SortStableFunc(files, func(a, b string) int { return manuscript.Rank(a) - manuscript.Rank(b) })
	l.found = map[agencyYear]lastFile{}
	type result struct {
		report *report.Report
		err    error
	}
	inOrder(len(files), func(i int) (r result) {
		if r.err = b.barred[files[i]]; r.err == nil {
			r.report, r.err = lastReport(files[i], nil)
		}
		return r
	}, func(i int, r result) {
		if r.err != nil {
			l.notes = append(l.notes, r.err.Error()+"，没有用来对照")
			return
		}
		key := agencyYear{r.report.Agency, r.report.Year}
		first, twice := l.found[key]
		switch {
		case !twice:
			l.found[key] = lastFile{files[i], r.report}
		case len(compare.Differences(first.report, r.report)) > 0:
			l.notes = append(l.notes, fmt.Sprintf("“%s”和“%s”都是 %s %d 年的报告，内容不同，对照用的是前一个",
				first.file, files[i], key.agency, key.year))
		}
	})
	if len(l.found) == 0 {
		return fmt.Errorf("文件夹“%s”里没有读得成的上年报告%s", l.folder, firstOf(l.notes))
	}
	return nil
}

func firstOf(notes []string) string {
	if len(notes) == 0 {
		return ""
	}
	return "：" + notes[0]
}

// of is last year's report to hold a report against; nil: there is none, and
// where a folder was searched for it, a problem that says so.
func (l *lastYears) of(r *report.Report) (*report.Report, []problem.Problem) {
	if l.folder == "" || r.Agency == "" || r.Year == 0 {
		return l.only, nil
	}
	last, ok := l.found[agencyYear{r.Agency, r.Year - 1}]
	if ok {
		return last.report, nil
	}
	p := problem.Problem{Severity: problem.Notice, Code: problem.CodeLastMissing, Path: "agency",
		Message: fmt.Sprintf("“%s”里没有%s %d 年的报告，没有与上年对照", filepath.Clean(l.folder), r.Agency, r.Year-1),
		Fix:     "把上年的报告放进去再核对一次"}
	if others := l.similar(r); len(others) > 0 {
		p.Fix = "那里有" + strings.Join(others, "、") + " 的；机关改过名称的，用 -last 文件 单独对照"
	}
	return nil, []problem.Problem{p}
}

// similar are the reports of that year by agencies whose name holds this one's
// or stands in it.
func (l *lastYears) similar(r *report.Report) []string {
	var out []string
	for key := range l.found {
		if key.year == r.Year-1 && key.agency != "" && (strings.Contains(key.agency, r.Agency) || strings.Contains(r.Agency, key.agency)) {
			out = append(out, key.agency)
		}
	}
	slices.Sort(out)
	return out[:min(3, len(out))]
}

// tell prints the notes.
func (l *lastYears) tell(w io.Writer) {
	for _, note := range l.notes {
		fmt.Fprintf(w, "说明：%s。\n", note)
	}
}
