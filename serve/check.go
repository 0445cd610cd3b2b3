package serve

import (
	"net/http"

	"nianbao/check"
	"nianbao/filing"
	"nianbao/problem"
	"nianbao/report"
	"nianbao/templates"
)

// A finding is what a check says of a report. Problems are those of
// `nianbao check -json`.
type finding struct {
	Errors   int               `json:"errors"`
	Warnings int               `json:"warnings"`
	Notices  int               `json:"notices"`
	Accepted int               `json:"accepted"` // warnings that the report gives reasons for
	Fileable bool              `json:"fileable"`
	Pages    int               `json:"pages"`             // 0: it cannot be printed
	Title    string            `json:"title,omitempty"`   // "": the edition is unknown, as with the next two
	Name     string            `json:"name,omitempty"`    // of the files, without extension
	Checked  string            `json:"checked,omitempty"` // what was looked at, in Chinese
	Computed map[string]string `json:"computed"`          // sums that were left to the program, by path
	Filled   map[string]string `json:"filled"`            // blanks that are taken as 0, by path
	Carried  map[string]string `json:"carry,omitempty"`   // what the agency's report of the year before passes on, by this year's path
	Problems []told            `json:"problems"`

	Prose map[string][]block `json:"prose,omitempty"` // with prose=1: headings and paragraphs by section
}

func newFinding(p *filing.Paper, o filing.Options) finding {
	f := finding{
		Fileable: p.Fileable(o), Pages: p.Pages(),
		Computed: texts(p.Report, report.Computed), Filled: texts(p.Report, report.Filled),
		Problems: tell(p.Problems, p.Report.Template),
	}
	for _, found := range p.Problems {
		switch found.Severity {
		case problem.Error:
			f.Errors++
		case problem.Warning:
			f.Warnings++
		case problem.Notice:
			f.Notices++
		case problem.Accepted:
			f.Accepted++
		}
	}
	if p.Document != nil {
		f.Title, f.Checked = p.Document.Title(), p.Checked()
		f.Name, _ = filing.Name(p.Document)
	}
	if last := o.Last; last != nil && p.Report.Template != nil && last.Agency == p.Report.Agency && last.Year == p.Report.Year-1 {
		f.Carried = check.Carried(p.Report, o.Last)
	}
	return f
}

// texts are the numbers of one origin as they are printed.
func texts(r *report.Report, origin report.Origin) map[string]string {
	found := map[string]string{}
	for path, number := range r.Numbers {
		if number.Origin == origin {
			found[path] = number.Text
		}
	}
	return found
}

// check says what is wrong with a report, finished or not.
func (s *Service) check(w http.ResponseWriter, r *http.Request) (reply, error) {
	t, done, err := s.task(w, r)
	defer done()
	if err != nil {
		return reply{}, err
	}
	withProse, err := t.flag("prose")
	if err != nil {
		return reply{}, err
	}
	paper := filing.Lay(t.src, t.options)
	if r.Context().Err() != nil {
		return reply{}, gone
	}
	found := newFinding(paper, t.options)
	if withProse && paper.Document != nil {
		found.Prose = proseOf(paper.Document)
	}
	return inJSON(http.StatusOK, found)
}

// A told problem is one as the page shows it.
type told struct {
	problem.Problem
	Advice    string `json:"advice,omitempty"`    // what to do in the form; "": the message says it
	Unwritten bool   `json:"unwritten,omitempty"` // nothing is wrong yet: a part that nobody has filled in
	InTable   bool   `json:"in_table,omitempty"`  // it is a number's
}

func tell(problems []problem.Problem, t *templates.Template) []told {
	all := make([]told, len(problems))
	for i, p := range problems {
		all[i] = told{Problem: p, Advice: advice(p), Unwritten: toFillIn[p.Code]}
		if t != nil {
			_, all[i].InTable = t.Leaf(p.Path)
		}
	}
	return all
}

// toFillIn are the codes of what nobody has filled in yet.
var toFillIn = map[string]bool{problem.CodeBlank: true, problem.CodeProseMissing: true, problem.CodeProseEmpty: true, problem.CodeHeadMissing: true}

// advice is what to do in the form; "" where the message says it.
func advice(p problem.Problem) string {
	if toFillIn[p.Code] && p.Code != problem.CodeBlank {
		return ""
	}
	return p.InForm()
}
