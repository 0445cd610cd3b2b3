package main

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/document"
	"nianbao/render/font"
	"nianbao/render/layout"
	"nianbao/render/style"
	"nianbao/report"
)

// A paper is one report on its way from the file to print.
type paper struct {
	report   *report.Report
	problems []report.Problem
	document *document.Document // nil: the edition is unknown
	layout   *layout.Layout     // nil: it cannot be printed
}

// lay decodes, checks and lays out a report, and finds all its problems: those
// that only show in print too, even where others stop it from being filed.
func lay(src []byte, draft bool, m measures) *paper {
	p := &paper{}
	p.report, p.problems = report.Decode(src)
	if p.report.Template == nil {
		return p
	}
	p.problems = append(p.problems, report.Check(p.report)...)
	if m.last != nil {
		p.problems = append(p.problems, report.CheckAgainst(p.report, m.last)...)
	}
	if m.strict {
		for i := range p.problems {
			if p.problems[i].Severity == report.Warning {
				p.problems[i].Severity = report.Error
			}
		}
	}
	faces := m.faces
	options := document.Options{Draft: draft}
	if draft {
		options.Problems = drawable(unaccepted(ranked(p.problems)), faces)
	}
	p.document = document.Fill(p.report, options)
	var unprintable []report.Problem
	p.layout, unprintable = layout.Set(p.document, faces)
	p.problems = ranked(append(p.problems, unprintable...))
	return p
}

// unaccepted leaves out what the office has given its reasons for: no document
// carries that.
func unaccepted(problems []report.Problem) []report.Problem {
	return slices.DeleteFunc(slices.Clone(problems), func(p report.Problem) bool { return p.Severity == report.Accepted })
}

// drawable are the problems as a draft can list them: they quote what was
// typed, and a character that no face has must not stop the draft here.
func drawable(problems []report.Problem, faces *font.Set) []report.Problem {
	drawable := func(text string) string {
		var b strings.Builder
		for _, r := range text {
			if face, _ := faces.Find(style.Fang, r); face == nil && r >= ' ' {
				fmt.Fprintf(&b, "[U+%04X]", r)
			} else {
				b.WriteRune(r)
			}
		}
		return b.String()
	}
	problems = slices.Clone(problems)
	for i, p := range problems {
		problems[i].Place, problems[i].Message, problems[i].Fix = drawable(p.Place), drawable(p.Message), drawable(p.Fix)
	}
	return problems
}

// pages is how many the report takes; 0 where it cannot be printed.
func (p *paper) pages() int {
	if p.layout == nil {
		return 0
	}
	return len(p.layout.Pages)
}

// faces are the names of the faces in use, in the order of their first character.
func (p *paper) faces() []string {
	var names []string
	seen := map[*font.Face]bool{}
	for _, page := range p.layout.Pages {
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

// given counts the numbers that somebody typed.
func (p *paper) given() int {
	n := 0
	for _, number := range p.report.Numbers {
		if number.Origin == report.Given {
			n++
		}
	}
	return n
}

// checked says what was looked at, and what nobody looked at twice.
func (p *paper) checked() string {
	text := fmt.Sprintf("%d 个数字，%d 条勾稽关系", p.given(), len(p.report.Template.Equations()))
	if n := p.report.Computed(); n > 0 {
		text += fmt.Sprintf("；%d 个合计没有填，由程序算出，没有第二个数可以对照", n)
	}
	if n := p.report.Filled(); n > 0 {
		text += fmt.Sprintf("；%d 个空格按 blank_as 填成 0", n)
	}
	return text
}
