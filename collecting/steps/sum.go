package steps

import (
	"fmt"
	"path/filepath"
	"strings"

	"nianbao/collecting"
	"nianbao/collecting/roster"
	"nianbao/filing/disk"
	"nianbao/filing/source"
	"nianbao/report"
	"nianbao/report/jsonfile"
)

// SumBook is what the workbook beside a sum's data is called.
const SumBook = "汇总表.xlsx"

// A Sum adds the units of a folder up.
type Sum struct {
	Folder, List, Agency string
	Year                 int
	Collected            string // the folder of results in which files were chosen; "": none
	Last, Own            string // "": none
	Into                 string // the file of the data
	Partial, Force       bool
	Watch
}

// A Summed is a sum, and what was written of it.
type Summed struct {
	*collecting.Sum
	Written []string // files, within their folder; none: units are missing
	Changed bool     // some of them had another content
}

// Add adds up, and writes nothing. Its error is a sentence, or the context's.
func (s Sum) Add() (*collecting.Sum, error) {
	order := collecting.SumOrder{Agency: s.Agency}
	o := collecting.Order{Folder: s.Folder, Out: s.Collected, List: s.List, Year: s.Year, Begin: s.Begin, Done: s.Done, Context: s.Context}
	var err error
	if o.Roster, err = roster.Read(s.List); err != nil {
		return nil, err
	}
	if s.Collected != "" {
		if o.Chosen, err = collecting.Chosen(o.Out); err != nil {
			return nil, err
		}
	}
	if s.Last != "" {
		if order.Last, err = ReadOne(s.Last); err != nil {
			return nil, err
		}
	}
	found, err := collecting.Gather(o)
	if err != nil {
		return nil, err
	}
	if s.Own != "" {
		if order.Own, err = found.One(s.Own); err != nil {
			return nil, err
		}
	}
	if len(found.Barred) > 0 && !s.Partial { // what counts may be in there
		return nil, fmt.Errorf("%s。没有汇总", strings.Join(found.Barred, "；"))
	}
	sum, err := found.Add(order)
	if err == nil {
		sum.Notes = append(sum.Notes, found.Barred...)
	}
	return sum, err
}

// Do adds up and writes data and workbook, both or none. Where units are missing it
// writes nothing unless a part is enough.
func (s Sum) Do() (*Summed, error) {
	sum, err := s.Add()
	if err != nil {
		return nil, err
	}
	out := &Summed{Sum: sum}
	if len(sum.Missing()) > 0 && !s.Partial {
		return out, nil
	}
	if err := sum.Keep(s.Into, s.Force); err != nil {
		return nil, err
	}
	book, err := sum.Book()
	if err != nil {
		return nil, fmt.Errorf("程序写不出汇总表，请把这些报告发给开发者：%w", err)
	}
	if s.Context != nil && s.Context.Err() != nil {
		return nil, s.Context.Err()
	}
	folder := filepath.Dir(s.Into)
	out.Changed, out.Written, err = write(folder, []disk.Output{
		{Path: s.Into, Content: jsonfile.EncodeWhole(sum.Report), Edited: func([]byte) bool { return false }}, // Keep has looked
		{Path: filepath.Join(folder, SumBook), Content: book, Edited: collecting.BookBroken,
			Keeping: "在汇总以后改过，没有覆盖，这一次什么也没有写。汇总表里改的数不算数，要由那个单位改了重报；改动要留着看的，先把它复制到别的文件夹。要写新的，"},
	}, s.Force)
	return out, err
}

// ReadOne reads one report to compare with.
func ReadOne(file string) (*report.Report, error) {
	s, err := source.Read(file, nil)
	if err != nil {
		return nil, err
	}
	if !s.Report.Comparable() {
		return nil, fmt.Errorf("“%s”读不成报告", file)
	}
	return s.Report, nil
}
