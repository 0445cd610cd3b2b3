package problem

import "strings"

// A Mend is what to do about a problem, in Chinese, by where people stand: at
// the JSON file, at the browser's form, or before paper. What is left empty is as
// for the one before it.
type Mend struct{ File, Form, Paper string }

// With is the problem with what to do about it.
func (p Problem) With(m Mend) Problem {
	p.Fix, p.FixInForm, p.FixOnPaper = m.File, m.Form, m.Paper
	return p
}

// InForm is what to do in the browser's form.
func (p Problem) InForm() string {
	if p.FixInForm != "" {
		return p.FixInForm
	}
	return p.Fix
}

// OnPaper is what to do about a report of which only paper, or a Word file, is
// at hand. It names no key of the JSON file, no button and no flag.
func (p Problem) OnPaper() string {
	switch {
	case p.FixOnPaper != "":
		return p.FixOnPaper
	case strings.HasPrefix(p.Code, "json."): // the file itself is broken
		return "请填报的同志或者技术人员用核对程序逐处查看、改正数据文件"
	}
	return p.InForm()
}

// ForPaper is the problem for people who have no JSON file before them: with the mend
// for paper, without a line, and without the key behind the name of a place.
func (p Problem) ForPaper() Problem {
	p.Fix, p.Line = p.OnPaper(), 0
	p.Place = strings.Replace(p.Place, "（"+p.Path+"）", "", 1)
	return p
}

// About is the problem with what it is about.
func (p Problem) About(s Subject) Problem {
	p.Subject = s
	return p
}
