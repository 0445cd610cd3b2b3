// Package steps has what a coordinator does one after the other, from the names of
// files to files: a roster, a collection, a sum. The command and the page call it.
package steps

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"time"

	"nianbao/collecting"
	"nianbao/collecting/roster"
	"nianbao/filing/disk"
	"nianbao/filing/source"
)

// A Watch ends a step early, and is told how far it is; its zero does neither.
type Watch struct {
	Context context.Context
	Begin   func(all int)
	Done    func(done, all int, f *collecting.File)
}

// A Collect holds a folder of reports against a roster.
type Collect struct {
	Folder, List, Out string
	Last, Before      string // "": none
	Year              int
	Date, Deadline    string            // as printed; "": none
	Chosen            map[string]string // unit → which of its files counts, over what stands in the results; "": none
	Force             bool
	Watch
}

// A Collected is what was found and written.
type Collected struct {
	*collecting.Collection
	Round   collecting.Round
	Entries []collecting.Entry // of the list of all faults
	Written []string           // the results, within their folder
	Changed bool               // some of them had another content
}

// Do collects, and writes the results, all or none. Its error is a sentence, or the
// context's.
func (c Collect) Do() (*Collected, error) {
	if err := apart(c.Folder, c.Out); err != nil {
		return nil, err
	}
	o := collecting.Order{Folder: c.Folder, Out: c.Out, List: c.List, Year: c.Year, Begin: c.Begin, Done: c.Done, Context: c.Context}
	var err error
	if o.Roster, err = roster.Read(c.List); err != nil {
		return nil, err
	}
	if o.Chosen, err = collecting.Chosen(c.Out); err != nil {
		return nil, err
	}
	maps.Copy(o.Chosen, c.Chosen)
	before, err := collecting.ReadBefore(c.Before)
	if err != nil {
		return nil, err
	}
	found := &Collected{Round: collecting.Round{Number: 1, Date: c.Date, Deadline: c.Deadline}}
	o.Earlier = before
	if before != nil {
		found.Round.Number = before.Round + 1
	}
	if o.Last, err = source.ReadLast(c.Last, nil); err != nil {
		return nil, err
	}
	if found.Collection, err = collecting.Gather(o); err != nil {
		return nil, err
	}
	outputs, entries, err := found.Results(found.Round, before)
	if err == nil {
		err = o.Stopped()
	}
	if err != nil {
		return nil, err
	}
	found.Entries = entries
	found.Changed, found.Written, err = write(c.Out, outputs, c.Force)
	return found, err
}

// apart: results that are written over the reports would touch what is not ours.
func apart(folder, out string) error {
	a, err := os.Stat(folder)
	if err != nil {
		return nil // the reading says what is wrong
	}
	if b, err := os.Stat(out); err == nil && os.SameFile(a, b) {
		return errors.New("结果不能写在放报告的文件夹里，那里的东西程序不改；请另写一个文件夹")
	}
	return nil
}

// Tell says of what was found all that the first line does not, and nothing twice.
func (c *Collected) Tell(out, err io.Writer) {
	for _, s := range c.Units {
		for _, note := range s.Notes {
			fmt.Fprintf(out, "  %s：%s\n", s.Unit.Name, note)
		}
	}
	for _, barred := range c.Barred {
		fmt.Fprintf(err, "%s。\n", barred)
	}
	c.TellOthers(out)
}

// TellOthers says what no unit's line says.
func (c *Collected) TellOthers(out io.Writer) {
	for _, f := range c.Files {
		switch {
		case f.Answers != nil && len(f.Answers.Entries) > 0:
			said, strange := f.Answers.Explained(c.Roster)
			fmt.Fprintf(out, "  “%s”是发回的问题清单，写了说明的有 %d 条", f.Path, said)
			if strange > 0 {
				fmt.Fprintf(out, "，其中 %d 条的单位名单上没有，没有用上", strange)
			}
			fmt.Fprintln(out)
		case f.Failure != "" && f.Unit < 0:
			fmt.Fprintf(out, "  “%s”%s\n", f.Path, f.Failure)
		case f.Report != nil && f.Unit < 0:
			whose := "是“" + f.Agency + "”的报告，名单上没有"
			if f.Agency == "" {
				whose = "里和文件名里都没有名单上的单位，不知道是谁的"
			}
			fmt.Fprintf(out, "  “%s”%s\n", f.Path, whose)
		}
	}
	(&source.Batch{Skipped: c.Skipped, Prints: c.Prints}).Tell(out)
	if c.Last != nil {
		c.Last.Tell(out)
	}
	for _, path := range c.Leftover() {
		fmt.Fprintf(out, "说明：“%s”是以前写的，这一次没有读到这个单位的报告。\n", path)
	}
}

// Day is a date as it is printed, of one as 2026-01-20; "" stays "".
func Day(text string) (string, error) {
	if text == "" {
		return "", nil
	}
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return "", fmt.Errorf("写日期，如 2026-01-20，这里写的是“%s”", text)
	}
	return fmt.Sprintf("%d年%d月%d日", t.Year(), t.Month(), t.Day()), nil
}

// IsYear reports whether there can be reports of a year.
func IsYear(n int) bool { return n >= 2019 && n <= 2100 }

// write puts the results in place, all or none, in folders that are made for them.
func write(out string, outputs []disk.Output, force bool) (changed bool, files []string, err error) {
	if _, err := disk.OpenFolder(out); err != nil {
		return false, nil, err
	}
	for _, o := range outputs {
		if err := os.MkdirAll(filepath.Dir(o.Path), 0o755); err != nil {
			return false, nil, fmt.Errorf("不能新建文件夹“%s”：%s", filepath.Dir(o.Path), disk.Reason(err))
		}
		within, err := filepath.Rel(out, o.Path)
		if err != nil {
			return false, nil, fmt.Errorf("“%s”不在“%s”里", o.Path, out)
		}
		files = append(files, filepath.ToSlash(within))
	}
	changed, err = disk.Write(outputs, force)
	return changed, files, err
}
