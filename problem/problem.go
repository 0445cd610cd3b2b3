// Package problem is what is wrong with a report, said so that people can mend
// it and programs can tell it apart.
package problem

import (
	"fmt"
	"strings"
)

// A Severity says what a Problem stops.
type Severity string

const (
	Error   Severity = "error"   // the filing is wrong in itself: nothing is written
	Warning Severity = "warning" // likely wrong, but an office may have its reasons
	Notice  Severity = "notice"  // worth a look

	// Accepted is a warning that the report accepts with a reason.
	Accepted Severity = "accepted"
)

// Name is what people call a severity.
func (s Severity) Name() string {
	switch s {
	case Error:
		return "错误"
	case Warning:
		return "警告"
	case Notice:
		return "提示"
	case Accepted:
		return "已说明"
	}
	return string(s)
}

// A Problem is one thing wrong with a report, said so that whoever fills it in
// knows where to look, what to compare and what to do.
type Problem struct {
	Severity Severity `json:"severity"`
	Code     string   `json:"code"`    // stable, for machines: a constant of this package, or a sum of the template
	Path     string   `json:"path"`    // place in the data: requests.received.total
	Line     int      `json:"line"`    // in the JSON file, from 1; 0: none
	Place    string   `json:"place"`   // place on paper: 表三 · 一、… · 总计
	Message  string   `json:"message"` // what is wrong, in Chinese
	Fix      string   `json:"fix"`     // what to do in the JSON file, in Chinese

	// What to do where no JSON is seen: in the browser's form, and on paper (a
	// draft, a Word file). Empty where the words above will do; see InForm, OnPaper.
	FixInForm  string `json:"fix_in_form,omitempty"`
	FixOnPaper string `json:"fix_on_paper,omitempty"`

	Subject
}

// String is the problem as people read it, in two lines.
func (p Problem) String() string {
	var where []string
	if p.Line > 0 {
		where = append(where, fmt.Sprintf("第%d行", p.Line))
	}
	if p.Place != "" {
		where = append(where, p.Place)
	}
	text := fmt.Sprintf("%s（%s）", p.Message, p.Code)
	if len(where) > 0 {
		text = strings.Join(where, " ") + "：" + text
	}
	if p.Fix != "" {
		text += "\n    怎么改：" + p.Fix
	}
	return text
}

// HasErrors reports whether a report with these problems must not be filed.
func HasErrors(problems []Problem) bool {
	for _, p := range problems {
		if p.Severity == Error {
			return true
		}
	}
	return false
}
