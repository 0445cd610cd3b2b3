// Package filing takes a report from its data to the files that an office hands
// in: decoded, checked, filled in, laid out, named. The command and the service
// are two ways to reach it.
package filing

import (
	"context"
	"fmt"
	"slices"

	"nianbao/check"
	"nianbao/check/prose"
	"nianbao/document"
	"nianbao/problem"
	"nianbao/render"
	"nianbao/render/font"
	"nianbao/render/layout"
	"nianbao/render/pdf"
	"nianbao/render/picture"
	"nianbao/report"
	"nianbao/report/jsonfile"
)

// Options are what a report is held to besides the form, and how it is printed.
type Options struct {
	Faces  *font.Set
	Draft  bool           // for the leaders' reading
	Strict bool           // warnings count as errors
	Word   bool           // nothing of pages, no PDF, is wanted: what keeps it alone from being made is a warning
	Last   *report.Report // last year's; nil: it is not compared

	// Context ends the work when whoever asked has left; nil: somebody waits. The
	// time that one report may take (budget) counts in any case.
	Context context.Context
}

// A Paper is one report on its way from data to print.
type Paper struct {
	Report   *report.Report
	Problems []problem.Problem  // the weightiest first
	Document *document.Document // nil: the edition is unknown, or the text has no end
	Layout   *layout.Layout     // nil: it cannot be printed

	picture   picture.Input // but for the document
	wordAlone bool          // it cannot be printed, but a Word file can be made
}

// Lay decodes, checks and lays out a report, and finds all its problems: those
// that only show in print too, even where others stop it from being filed.
func Lay(src []byte, o Options) *Paper {
	r, problems := jsonfile.Decode(src)
	return LayReport(r, problems, o)
}

// LayReport is Lay for a report that has been read, with the problems of that.
func LayReport(r *report.Report, problems []problem.Problem, o Options) *Paper {
	p := &Paper{Report: r, Problems: slices.Clone(problems), picture: picture.Input{Report: r, Faces: o.Faces}}
	if o.Last != nil && o.Last.Agency == r.Agency && o.Last.Year == r.Year-1 {
		p.picture.Last = o.Last // what is published stands beside nobody else's numbers, whatever a warning says
	}
	if p.Report.Template == nil {
		return p
	}
	defer p.speakOfSum()
	ctx, done := o.within()
	defer done()
	p.Problems = append(p.Problems, check.Check(p.Report)...)
	if o.Last != nil {
		p.Problems = append(p.Problems, check.CheckAgainst(p.Report, o.Last)...)
	}
	p.Problems = check.Settled(p.Report, p.Problems, o.Last != nil)
	if o.Strict {
		for i := range p.Problems {
			if p.Problems[i].Severity == problem.Warning {
				p.Problems[i].Severity = problem.Error
			}
		}
	}
	if slices.ContainsFunc(p.Problems, func(p problem.Problem) bool { return p.Code == problem.CodeProseTooLong }) {
		p.Problems = Ranked(p.Problems)
		return p // it would take thousands of pages
	}
	p.Document = document.Fill(p.Report, document.Options{Draft: o.Draft})
	var unprintable []problem.Problem
	p.Layout, unprintable = layout.SetUntil(ctx, p.Document, o.Faces)
	p.wordAlone = o.Word && p.Layout == nil && ctx.Err() == nil && !slices.ContainsFunc(unprintable, func(p problem.Problem) bool { return !layout.PDFAlone(p) })
	if o.Word && !o.Strict {
		for i := range unprintable {
			if layout.PDFAlone(unprintable[i]) {
				unprintable[i].Severity = problem.Warning
			}
		}
	}
	if rare := rareCharacters(p.Document); rare != nil {
		unprintable = append(unprintable, *rare)
	}
	p.Problems = Ranked(append(p.Problems, p.Report.Located(unprintable)...))
	if o.Draft && ctx.Err() == nil {
		mend(p.Document, unprintable, o.Faces)
		if p.Layout == nil {
			p.Layout, _ = layout.SetUntil(ctx, p.Document, o.Faces)
		}
		listed := onPages(forPaper(Grouped(unaccepted(p.Problems), p.Report.Template)), p.Layout)
		p.Document = document.Fill(p.Report, document.Options{Draft: true, Problems: listed})
		mend(p.Document, unprintable, o.Faces)
		p.Layout, _ = layout.SetUntil(ctx, p.Document, o.Faces)
	}
	if ctx.Err() != nil {
		p.Layout = nil
		p.Problems = append([]problem.Problem{stopped()}, p.Problems...)
	}
	return p
}

// unaccepted leaves out what the office has given its reasons for: no document
// carries that.
func unaccepted(problems []problem.Problem) []problem.Problem {
	return slices.DeleteFunc(slices.Clone(problems), func(p problem.Problem) bool { return p.Severity == problem.Accepted })
}

// Fileable reports whether the report may be handed in as it is; a draft may
// always be printed.
func (p *Paper) Fileable(o Options) bool {
	return (p.Layout != nil || p.wordAlone) && (o.Draft || !problem.HasErrors(p.Problems))
}

// Print is what the formats are given. A PDF/A-3 carries the report's data as far
// as it is printed, a Word file no more than its marks: whoever gets the file can
// read all that it holds.
func (p *Paper) Print(conformance pdf.Conformance) render.Print {
	marked := *p.Document
	marked.Marks = document.MarksOf(p.Report, p.Document).Encode()
	marked.Digest = DigestOf(p.Document).String()
	out := render.Print{Document: &marked, Layout: p.Layout, PDF: pdf.Options{Conformance: conformance}}
	out.Name, _ = Name(p.Document)
	out.Picture = p.picture
	out.Picture.Document = &marked
	if conformance == pdf.PDFA3a {
		out.PDF.Attachment = jsonfile.Encode(p.Report.Printed())
	}
	return out
}

// ForArchive has the OFD of a print be an OFD-A, which carries the report's data as
// far as it is printed.
func (p *Paper) ForArchive(print render.Print) render.Print {
	print.OFD.Archive, print.OFD.Attachment = true, jsonfile.Encode(p.Report.Printed())
	return print
}

// Pages is how many the report takes; 0 where it cannot be printed.
func (p *Paper) Pages() int {
	if p.Layout == nil {
		return 0
	}
	return len(p.Layout.Pages)
}

// Faces are the names of the faces in use, in the order of their first character.
func (p *Paper) Faces() []string {
	if p.Layout == nil {
		return nil
	}
	var names []string
	seen := map[*font.Face]bool{}
	for _, page := range p.Layout.Pages {
		for _, mark := range page.Marks {
			if mark.Text == nil || mark.Text.Face == nil || seen[mark.Text.Face] {
				continue
			}
			seen[mark.Text.Face] = true
			names = append(names, mark.Text.Face.Family())
		}
	}
	return names
}

// Given counts the numbers that somebody typed.
func (p *Paper) Given() int {
	n := 0
	for _, number := range p.Report.Numbers {
		if number.Origin == report.Given {
			n++
		}
	}
	return n
}

// Checked says what was looked at, and what nobody looked at twice.
func (p *Paper) Checked() string {
	text := fmt.Sprintf("%d 个数字，%d 条勾稽关系", p.Given(), p.Report.Compared())
	if n := p.Report.Computed(); n > 0 {
		text += fmt.Sprintf("；%d 个合计没有填，由程序算出，没有第二个数可以对照", n)
	}
	if n := p.Report.Filled(); n > 0 {
		text += fmt.Sprintf("；%d 个空格按 0 计", n)
	}
	if held, left := prose.Count(p.Report); held+left > 0 {
		text += fmt.Sprintf("；文字里的数核对了 %d 个，没有核对 %d 个", held, left)
	}
	return text
}
