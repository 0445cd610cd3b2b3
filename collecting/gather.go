// Package collecting works on the reports of many units: who is missing, what is
// wrong with whose, what they add up to.
package collecting

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/collecting/roster"
	"nianbao/filing"
	"nianbao/filing/disk"
	"nianbao/filing/folder"
	"nianbao/filing/source"
	"nianbao/manuscript"
	"nianbao/problem"
	"nianbao/render/font"
	"nianbao/report"
)

// An Order says what is to be collected.
type Order struct {
	Folder string
	Out    string // where results are kept; what stands there is no input. "": nowhere
	Roster *roster.Roster
	List   string // the roster's file, which is no report either
	Year   int
	Last   *source.LastYears
	Chosen map[string]string // unit → which of its files counts, as people wrote it
	// Earlier is the round before, whose choices hold until other files come; nil: none.
	Earlier *Before

	// Done is told of every file that has been read, one after the other; nil: nobody is.
	Done  func(done, all int, f *File)
	Begin func(all int) // is told how many there are to be read; nil: nobody is
	// Context ends the reading before all is read; nil: nothing does.
	Context context.Context
}

// Stopped is the error of a context that has ended.
func (o Order) Stopped() error {
	if o.Context == nil {
		return nil
	}
	return o.Context.Err()
}

// A File is one file of the folder that was read, or could not be.
type File struct {
	Path     string // within the folder, with slashes
	Unit     int    // in the roster; none: -1
	How      roster.How
	Guessed  bool // the unit is known by the file's name alone
	Agency   string
	Year     int
	Failure  string         // why it could not be read
	Kind     string         // of one that could not
	Answers  *Answers       // a list of faults that a unit sent back; nil: none
	Report   *report.Report // nil: it could not be read
	Last     *report.Report // the unit's report of last year; nil: there is none
	Problems []problem.Problem
	digest   filing.Digest
	full     string
}

// Errors counts the problems that keep the report from being filed.
func (f *File) Errors() int { return f.count(problem.Error) }

// Warnings counts those that a unit may give its reasons for.
func (f *File) Warnings() int { return f.count(problem.Warning) }

func (f *File) count(severity problem.Severity) (n int) {
	for _, p := range f.Problems {
		if p.Severity == severity {
			n++
		}
	}
	return n
}

const none = -1

// A Collection is what a folder holds, against the roster.
type Collection struct {
	Order
	Units   []State // in the order of the roster
	Files   []*File // in the order of their paths
	Skipped []folder.Skipped
	Prints  int      // files that are prints of those beside them
	prints  []string // these, within the folder
	Barred  []string // folders that could not be looked into, and why
}

// Gather reads everything in the folder. Its error is a sentence, or the context's.
func Gather(o Order) (*Collection, error) {
	if info, err := os.Stat(o.Folder); err != nil {
		return nil, fmt.Errorf("不能读文件夹“%s”：%s", o.Folder, disk.Reason(err))
	} else if !info.IsDir() {
		return nil, fmt.Errorf("“%s”是文件，这里要写放着各单位报告的文件夹", o.Folder)
	}
	faces, err := font.Embedded() // what a machine's own faces lack is no unit's fault
	if err != nil {
		return nil, fmt.Errorf("程序自带的字体坏了，请重新安装程序（%w）", err)
	}
	found := folder.List(o.Folder)
	c := &Collection{Order: o}
	for _, print := range slices.DeleteFunc(found.Prints, c.ours) {
		c.prints = append(c.prints, within(o.Folder, print))
	}
	c.Prints = len(c.prints)
	for _, barred := range found.Barred {
		c.Barred = append(c.Barred, fmt.Sprintf("不能读文件夹“%s”：%s", barred.Path, disk.Reason(barred.Err)))
	}
	files := slices.DeleteFunc(found.Documents, c.ours)
	c.Skipped = slices.DeleteFunc(found.Skipped, func(s folder.Skipped) bool { return c.ours(s.Path) })
	if o.Begin != nil {
		o.Begin(len(files))
	}
	source.InOrder(len(files), func(i int) *File {
		if o.Stopped() != nil {
			return nil
		}
		return c.read(files[i], filing.Options{Faces: faces, Word: true})
	}, func(i int, f *File) {
		if f == nil {
			return
		}
		c.Files = append(c.Files, f)
		if o.Done != nil {
			o.Done(i+1, len(files), f)
		}
	})
	if err := o.Stopped(); err != nil {
		return nil, err
	}
	c.settle()
	return c, nil
}

// ours: the file is the roster, or stands where results are kept.
func (c *Collection) ours(path string) bool {
	if c.Out != "" {
		if within, err := filepath.Rel(absolute(c.Out), absolute(path)); err == nil && within != ".." && !strings.HasPrefix(within, ".."+string(filepath.Separator)) {
			return true
		}
	}
	if c.List == "" {
		return false
	}
	a, err := os.Stat(c.List)
	if err != nil {
		return false
	}
	b, err := os.Stat(path)
	return err == nil && os.SameFile(a, b)
}

func absolute(path string) string {
	full, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	if real, err := filepath.EvalSymlinks(full); err == nil {
		return real
	}
	return full
}

// read reads one file and says whose it is. A fault of the program is that file's.
func (c *Collection) read(path string, m filing.Options) *File {
	f := &File{Path: within(c.Folder, path), Unit: none, full: path}
	if f.Answers = readAnswers(path); f.Answers != nil {
		if c.Roster != nil {
			f.Answers.settle(c.Roster, f.Path)
		}
		return f
	}
	s, err := source.Read(path, nil)
	if err == nil {
		err = source.Guarded(path, func() { c.look(f, s, m) })
	}
	if err != nil {
		f.fail(path, strings.TrimPrefix(err.Error(), "“"+path+"”"))
		if extension := manuscript.Extension(path); extension == ".xls" || extension == ".et" || extension == ".ods" {
			f.Failure += "；如果是单位发回的问题清单，请用 Excel 或者 WPS 打开，另存为 .xlsx 再放进来"
		}
	}
	if f.Unit == none && (f.Report == nil || f.Agency == "") && c.Roster != nil {
		if unit, ok := c.Roster.InFile(f.Path); ok {
			f.Unit, f.Guessed = unit, true
		}
	}
	if f.Unit == none && f.Report != nil && f.Report.Broken && f.Agency == "" {
		f.fail(path, "读不成报告"+firstError(f.Problems)) // it is nobody's, nor a report of whom the roster has not
	}
	return f
}

// within is a file's path in the folder, with slashes.
func within(folder, path string) string {
	if inside, err := filepath.Rel(folder, path); err == nil {
		return filepath.ToSlash(inside)
	}
	return path
}

func (f *File) fail(path, why string) {
	f.Failure, f.Kind, f.Report, f.Problems = why, kindOf(path), nil, nil
}

func firstError(problems []problem.Problem) string {
	for _, p := range problems {
		if p.Severity == problem.Error {
			return "：" + p.Message
		}
	}
	return ""
}

// look checks the report and keeps of it what is needed later on.
func (c *Collection) look(f *File, s source.Source, m filing.Options) {
	r := s.Report
	f.Agency, f.Year = strings.TrimSpace(r.Agency), r.Year
	if c.Roster != nil {
		if unit, how, ok := c.Roster.Find(f.Agency); ok {
			f.Unit, f.How = unit, how
			if r.AgencyLevel == "" {
				r.AgencyLevel = c.Roster.Units[unit].Level
			}
		}
	}
	var missing []problem.Problem
	if c.Last != nil {
		m.Last, missing = c.Last.Of(r)
	}
	p := s.Lay(m, missing...)
	f.Report, f.Problems, f.Last = p.Report, p.Problems, m.Last
	if p.Document != nil {
		f.digest = filing.DigestOf(p.Document)
	}
	f.Report.Lines = nil // a thousand reports wait in memory
}

// kindOf is how people call a file that could not be read.
func kindOf(path string) string {
	switch k := manuscript.ByName(path); {
	case k == nil:
		return "认不出的文件"
	case k == manuscript.PDF:
		return "扫描件或者不带数据的 PDF"
	default:
		return k.Name
	}
}

// One reads one report that is none of the units'.
func (c *Collection) One(path string) (*File, error) {
	faces, err := font.Embedded()
	if err != nil {
		return nil, err
	}
	alone := &Collection{Order: Order{Folder: filepath.Dir(path), Year: c.Year}}
	f := alone.read(path, filing.Options{Faces: faces, Word: true})
	switch {
	case f.Failure != "":
		return nil, fmt.Errorf("“%s”%s", path, f.Failure)
	case f.Report == nil:
		return nil, fmt.Errorf("“%s”不是报告", path)
	case f.Year != c.Year:
		return nil, fmt.Errorf("“%s”是 %d 年的报告", path, f.Year)
	}
	return f, nil
}
