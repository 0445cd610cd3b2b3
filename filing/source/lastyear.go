package source

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

// LastYears are what -last names: one report for all, or a folder in which
// every agency's is looked up by what the files say, whatever their names.
type LastYears struct {
	only   *report.Report // nil: none, or a folder
	folder string
	found  map[AgencyYear]lastFile
	Notes  []string // files that could not be read, or stand for another
}

// An AgencyYear is what there is one report of.
type AgencyYear struct {
	Agency string
	Year   int
}

type lastFile struct {
	file   string
	report *report.Report
}

// ReadLast reads what -last names; "" names none. Its errors are sentences.
func ReadLast(name string, stdin io.Reader) (*LastYears, error) {
	l := &LastYears{}
	if name == "" {
		return l, nil
	}
	if name == StandardInput {
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
	s, err := Read(file, stdin)
	if err != nil {
		return nil, err
	}
	if s.Report.Template == nil || len(s.Report.Numbers) == 0 {
		if len(s.Problems) > 0 {
			return nil, fmt.Errorf("“%s”读不成上年的报告：%s", file, s.Problems[0].Message)
		}
		return nil, fmt.Errorf("“%s”读不成上年的报告", file)
	}
	return s.Report, nil
}

// readFolder reads all reports of the folder. Where an agency's year stands
// there twice, as the data and the Word file that was made of it do, the best
// source is taken.
func (l *LastYears) readFolder() error {
	b := BatchOf([]string{l.folder})
	files := b.Files
	slices.SortStableFunc(files, func(a, b string) int { return manuscript.Rank(a) - manuscript.Rank(b) })
	l.found = map[AgencyYear]lastFile{}
	type result struct {
		report *report.Report
		err    error
	}
	InOrder(len(files), func(i int) (r result) {
		if r.err = b.barred[files[i]]; r.err == nil {
			r.report, r.err = lastReport(files[i], nil)
		}
		return r
	}, func(i int, r result) {
		if r.err != nil {
			l.Notes = append(l.Notes, r.err.Error()+"，没有用来对照")
			return
		}
		key := AgencyYear{r.report.Agency, r.report.Year}
		first, twice := l.found[key]
		switch {
		case !twice:
			l.found[key] = lastFile{files[i], r.report}
		case len(compare.Differences(first.report, r.report)) > 0:
			l.Notes = append(l.Notes, fmt.Sprintf("“%s”和“%s”都是 %s %d 年的报告，内容不同，对照用的是前一个",
				first.file, files[i], key.Agency, key.Year))
		}
	})
	if len(l.found) == 0 {
		return fmt.Errorf("文件夹“%s”里没有读得成的上年报告%s", l.folder, firstOf(l.Notes))
	}
	return nil
}

func firstOf(notes []string) string {
	if len(notes) == 0 {
		return ""
	}
	return "：" + notes[0]
}

// Of is last year's report to hold a report against; nil: there is none, and
// where a folder was searched for it, a problem that says so.
func (l *LastYears) Of(r *report.Report) (*report.Report, []problem.Problem) {
	if l.folder == "" || r.Agency == "" || r.Year == 0 {
		return l.only, nil
	}
	last, ok := l.found[AgencyYear{r.Agency, r.Year - 1}]
	if ok {
		return last.report, nil
	}
	p := problem.Problem{Severity: problem.Notice, Code: problem.CodeLastMissing, Path: "agency",
		Message: fmt.Sprintf("“%s”里没有%s %d 年的报告，没有与上年对照", filepath.Base(l.folder), r.Agency, r.Year-1),
		Fix:     "把上年的报告放进去再核对一次"}
	if others := l.similar(r); len(others) > 0 {
		there := "那里有" + strings.Join(others, "、") + " 的；机关改过名称的，"
		p.Fix, p.FixInForm = there+"用 -last 文件 单独对照", there+"请与那一份单独对照"
	}
	return nil, []problem.Problem{p}
}

// similar are the reports of that year by agencies whose name holds this one's
// or stands in it.
func (l *LastYears) similar(r *report.Report) []string {
	var out []string
	for key := range l.found {
		if key.Year == r.Year-1 && key.Agency != "" && (strings.Contains(key.Agency, r.Agency) || strings.Contains(r.Agency, key.Agency)) {
			out = append(out, key.Agency)
		}
	}
	slices.Sort(out)
	return out[:min(3, len(out))]
}

// Tell prints the notes.
func (l *LastYears) Tell(w io.Writer) {
	for _, note := range l.Notes {
		fmt.Fprintf(w, "说明：%s。\n", note)
	}
}
