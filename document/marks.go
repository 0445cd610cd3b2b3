package document

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"unicode"

	"nianbao/report"
	"nianbao/templates"
)

// Marks are all that a Word file carries beside what it prints. They are ASCII
// and none of them can be guessed back to a name or a number: what somebody
// deletes in the file is gone from it.
type Marks struct {
	Edition     string   `json:"edition"`
	Scope       string   `json:"scope,omitempty"`
	AgencyLevel string   `json:"agency_level,omitempty"`
	Sealed      bool     `json:"sealed,omitempty"`
	Computed    []string `json:"computed,omitempty"` // paths of the totals that were left to the program
	// Digests tell which part was edited since: two hexadecimal digits for all
	// outside the sections (title, preamble, signature), then two a section.
	Digests string `json:"digests"`
}

// MarksOf are those of a report and of the document that was made of it.
func MarksOf(r *report.Report, d *Document) Marks {
	m := Marks{Edition: r.Template.Edition, Sealed: r.Sealed, Digests: d.Digests()}
	if slices.Contains(report.Choices("scope"), r.Scope) {
		m.Scope = r.Scope
	}
	if slices.Contains(report.Choices("agency_level"), r.AgencyLevel) {
		m.AgencyLevel = r.AgencyLevel
	}
	for _, leaf := range r.Template.Leaves() {
		if number, ok := r.Numbers[leaf.Path]; ok && number.Origin == report.Computed {
			m.Computed = append(m.Computed, leaf.Path)
		}
	}
	return m
}

// Encode is what the file carries.
func (m Marks) Encode() []byte {
	out, err := json.Marshal(m)
	if err != nil {
		panic(err) // texts and a list of texts
	}
	return out
}

// DecodeMarks reads what Encode made. What else a file may carry is an error.
func DecodeMarks(data []byte) (Marks, error) {
	var m Marks
	decoder := json.NewDecoder(strings.NewReader(string(data)))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&m); err != nil {
		return m, err
	}
	form, err := templates.Load(m.Edition)
	if err != nil {
		return m, err
	}
	if len(m.Digests) != 2*(len(form.Sections)+1) {
		return m, errors.New("digests of another form")
	}
	return m, nil
}

// Digests are one byte of a digest for all that stands outside the sections, and
// one a section. One edit in 256 leaves a byte as it was; more would let whoever
// gets the file try names and numbers that were deleted. Blanks do not count:
// office programs change them.
func (d *Document) Digests() string {
	parts := []*strings.Builder{{}}
	write := func(part int, text string) { parts[part].WriteString(withoutBlanks(text) + "\n") }
	outside := func(text string) { write(0, text) }
	add := func(text string) { write(len(parts)-1, text) }
	outside(d.Title())
	for _, block := range d.Blocks {
		switch block := block.(type) {
		case Heading:
			switch {
			case block.Text == ProblemList && block.NewPage:
				return digests(parts)
			case block.Level == 1:
				parts = append(parts, &strings.Builder{})
			default:
				add(block.Text)
			}
		case Paragraph:
			add(block.Lead + block.Text)
		case Table:
			for _, row := range block.Rows {
				for _, cell := range row {
					if cell.From != "" {
						add(numeric(cell.Text))
					}
				}
			}
		case Signature:
			outside(block.Signatory)
			outside(block.Date)
		}
	}
	return digests(parts)
}

func digests(parts []*strings.Builder) string {
	var out []byte
	for _, part := range parts {
		sum := sha256.Sum256([]byte(part.String()))
		out = append(out, sum[0])
	}
	return hex.EncodeToString(out)
}

func withoutBlanks(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

// numeric is a cell's number; a draft may print a remark in its place.
func numeric(text string) string {
	if strings.IndexAny(text, "0123456789+-/") != 0 {
		return ""
	}
	return text
}
