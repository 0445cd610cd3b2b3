package serve

import (
	"nianbao/problem"
	"nianbao/report"
	"nianbao/report/jsonfile"
)

// A flat report is what the page holds: texts and numbers by path, numbers as
// they were typed, so that 1835.50 keeps its text in a browser too.
type flat struct {
	Edition     string            `json:"edition"`
	Agency      string            `json:"agency"`
	Year        int               `json:"year"`
	TitleLines  []string          `json:"title_lines"`
	Signatory   string            `json:"signatory"`
	Sealed      bool              `json:"sealed"`
	Date        string            `json:"date"`
	Contact     report.Contact    `json:"contact"`
	AgencyLevel string            `json:"agency_level"`
	Scope       string            `json:"scope"`
	BlankAs     string            `json:"blank_as"`
	Accepted    []acceptance      `json:"accepted"`
	Missing     string            `json:"missing_units"` // of a sum, likewise parts: JSON; "": it is none
	Parts       string            `json:"parts"`
	Prose       map[string]string `json:"prose"`
	Numbers     map[string]string `json:"numbers"` // typed ones alone: what is computed or filled stays out
}

type acceptance struct {
	Code   string `json:"code"`
	Path   string `json:"path"`
	Reason string `json:"reason"`
	problem.Subject
}

func flatten(r *report.Report) flat {
	f := flat{
		Edition: r.Edition, Agency: r.Agency, Year: r.Year, TitleLines: r.TitleLines, Signatory: r.Signatory, Sealed: r.Sealed, Date: r.Date,
		AgencyLevel: r.AgencyLevel, Scope: r.Scope, BlankAs: r.BlankAs,
		Accepted: []acceptance{}, Prose: map[string]string{}, Numbers: map[string]string{},
	}
	f.Missing, f.Parts = jsonfile.Units(r)
	if r.Contact != nil {
		f.Contact = *r.Contact
	}
	for _, a := range r.Accepted {
		f.Accepted = append(f.Accepted, acceptance{a.Code, a.Path, a.Reason, a.Subject})
	}
	for key, prose := range r.Prose {
		f.Prose[key] = prose.Text
	}
	for path, number := range r.Numbers {
		if number.Origin == report.Given || number.Origin == report.NotApplicable {
			f.Numbers[path] = number.Text
		}
	}
	return f
}
