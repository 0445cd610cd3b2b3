package job

import (
	"bytes"
	"encoding/json"

	"nianbao/cmd/nianbao/listing"
	"nianbao/document"
	"nianbao/filing"
	"nianbao/problem"
)

// A finding is what `nianbao check -json` says of a file; a test holds the two
// against each other.
type finding struct {
	File     string            `json:"file"`
	Agency   string            `json:"agency"`
	Year     int               `json:"year"`
	Title    string            `json:"title"`
	Edition  string            `json:"edition"`
	Failure  string            `json:"failure,omitempty"`
	Errors   int               `json:"errors"`
	Warnings int               `json:"warnings"`
	Notices  int               `json:"notices"`
	Pages    int               `json:"pages"`
	Computed int               `json:"computed"`
	Filled   int               `json:"filled"`
	Problems []problem.Problem `json:"problems"`
}

func findingOf(file string, p *filing.Paper) finding {
	r := p.Report
	f := finding{
		File: file, Agency: r.Agency, Year: r.Year, Edition: r.Edition,
		Errors:   listing.Count(p.Problems, problem.Error),
		Warnings: listing.Count(p.Problems, problem.Warning),
		Notices:  listing.Count(p.Problems, problem.Notice),
		Pages:    p.Pages(), Computed: r.Computed(), Filled: r.Filled(), Problems: p.Problems,
	}
	if r.Template != nil {
		f.Title = document.Fill(r, document.Options{}).Title()
	}
	return f
}

// envelope is the whole of what `nianbao check -json` prints of one file.
type envelope struct {
	Version string    `json:"version"`
	Files   []finding `json:"files"`
	Skipped []string  `json:"skipped"`
	Prints  int       `json:"prints"`
	Notes   []string  `json:"notes"`
}

func findingsFile(version string, f finding) ([]byte, error) {
	if f.Problems == nil {
		f.Problems = []problem.Problem{}
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err := encoder.Encode(envelope{version, []finding{f}, []string{}, 0, []string{}})
	return b.Bytes(), err
}

// Named is a findings file that speaks of a file by its own name instead of that of
// its content.
func Named(findings []byte, key, name string) []byte {
	var quoted bytes.Buffer
	encoder := json.NewEncoder(&quoted)
	encoder.SetEscapeHTML(false)
	encoder.Encode(name) // a text, which cannot fail
	inner := bytes.Trim(quoted.Bytes(), "\n")
	return bytes.ReplaceAll(findings, []byte(key+Extension(name)), inner[1:len(inner)-1])
}
