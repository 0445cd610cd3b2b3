package main

import (
	"fmt"

	"nianbao/cmd/nianbao/listing"
	"nianbao/filing"
	"nianbao/filing/source"
	"nianbao/problem"
	"nianbao/report"
)

// A finding is what check says of one file; its tags are the keys of -json.
type finding struct {
	File string `json:"file"`
	identity
	Failure   string            `json:"failure,omitempty"` // why the file could not be read
	Errors    int               `json:"errors"`
	Warnings  int               `json:"warnings"`
	Notices   int               `json:"notices"`
	Pages     int               `json:"pages"`    // 0: it cannot be printed
	Computed  int               `json:"computed"` // sums that were left to the program
	Filled    int               `json:"filled"`   // blanks that are taken as 0
	Problems  []problem.Problem `json:"problems"`
	Numbers   []explained       `json:"numbers,omitempty"`   // with -explain: the numbers of the prose
	Uncovered []string          `json:"uncovered,omitempty"` // with -explain: cells that no check reads

	report *report.Report
	digest filing.Digest // of what it prints; zero: nothing
	apart  string        // a file of the same name that prints something else; "": none

	checked string // what was looked at; "" where the edition is unknown
}

func find(file string, s source.Source, o filing.Options, lasts *source.LastYears, explain bool) finding {
	f := finding{File: file, Problems: []problem.Problem{}}
	if err := source.Guarded(file, func() { f.look(s, o, lasts, explain) }); err != nil {
		return finding{File: file, Failure: err.Error(), Problems: []problem.Problem{}}
	}
	return f
}

// look checks the report and lays it out.
func (f *finding) look(s source.Source, o filing.Options, lasts *source.LastYears, explain bool) {
	var missing []problem.Problem
	o.Last, missing = lasts.Of(s.Report)
	p := s.Lay(o, missing...)
	f.report = p.Report
	f.Problems = append(f.Problems, p.Problems...)
	f.count()
	f.Pages = p.Pages()
	f.Computed, f.Filled = p.Report.Computed(), p.Report.Filled()
	if p.Document != nil {
		f.checked = p.Checked()
		f.digest = filing.DigestOf(p.Document)
	}
	f.identity = identify(p.Report)
	f.apart = filing.ApartFrom(f.File)
	if explain {
		f.Numbers, f.Uncovered = explanation(p.Report, o.Last)
	}
}

// grouped are the problems as people read them.
func (f finding) grouped() []problem.Problem {
	if f.report == nil {
		return f.Problems
	}
	return filing.Grouped(f.Problems, f.report.Template)
}

func (f *finding) count() {
	f.Errors = listing.Count(f.Problems, problem.Error)
	f.Warnings = listing.Count(f.Problems, problem.Warning)
	f.Notices = listing.Count(f.Problems, problem.Notice)
}

func (f finding) status() int {
	switch {
	case f.Failure != "":
		return impossible
	case f.Errors > 0:
		return wrong
	}
	return fine
}

func (f finding) print(c console, several bool) {
	if f.Failure != "" {
		fmt.Fprintf(c.err, "%s。\n", f.Failure)
		return
	}
	if several && len(f.Problems) > 0 {
		fmt.Fprintf(c.out, "【%s】\n", source.Name(f.File))
	}
	problems := f.grouped()
	listing.Problems(c.out, problems, len(problems))
	fmt.Fprintf(c.out, "%s：%s", source.Name(f.File), listing.Tally(f.Problems))
	if f.Errors == 0 {
		fmt.Fprintf(c.out, "。核对了 %s", f.checked)
	}
	fmt.Fprintln(c.out, "。")
	if filing.IsSum(f.report) && len(f.Problems) > 0 {
		fmt.Fprintf(c.out, "%s。\n", filing.SumAdvice)
	}
	printExplained(c, f.Numbers, f.Uncovered)
	if several && len(f.Problems) > 0 {
		fmt.Fprintln(c.out)
	}
}
