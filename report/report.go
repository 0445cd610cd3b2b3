// Package report is one agency's year as data: its head, its prose and the
// numbers of its tables, under a template. What is wrong with it, check says.
package report

import (
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/templates"
)

// A Report is one agency's year as its file gives it. The tags are the file's
// keys, how people call them, and what validator/v10 asks of them.
type Report struct {
	Template *templates.Template `validate:"-"` // nil: the edition is unknown

	Edition     string   `json:"edition" name:"格式版本" validate:"required"`
	Agency      string   `json:"agency" name:"机关名称" validate:"required,max=60,line"`
	Year        int      `json:"year" name:"年份" validate:"required,gte=2019,lte=2100"`
	TitleLines  []string `json:"title_lines" name:"标题的分行" validate:"-"` // joined they are Title; none: the program breaks it
	Signatory   string   `json:"signatory" name:"落款署名" validate:"max=60,line"`
	Sealed      bool     `json:"sealed" name:"加盖印章" validate:"excluded_without=Signatory"`
	Date        string   `json:"date" name:"成文日期" validate:"required_with=Signatory,omitempty,datetime=2006-01-02"`
	Contact     *Contact `json:"contact" name:"联系方式"`
	AgencyLevel string   `json:"agency_level" name:"机关层级" validate:"omitempty,oneof=state_council_department province city county township department"`
	Scope       string   `json:"scope" name:"数据范围" validate:"omitempty,oneof=own whole"`
	BlankAs     string   `json:"blank_as" name:"空格的含义" validate:"omitempty,oneof=0"`

	Accepted []Acceptance `validate:"-"` // warnings that the office lets stand; never printed

	// Of a report that is the sum of many: the units that are not in it, and what
	// each that is in it has.
	MissingUnits []string   `validate:"-"`
	Parts        []UnitPart `validate:"-"`

	Prose   map[string]Prose  // by the section's key, and preamble
	Numbers map[string]Number // by path; a path that is absent is blank
	Lines   map[string]int    // where each path stands in the file; "" is the whole

	// doubtful are the paths of which a problem has been reported already. What
	// stands there or below is not checked again: one slip is not reported twice.
	doubtful map[string]bool
	// Broken: reading stopped half-way, so nothing can be said to be missing.
	Broken bool `validate:"-"`
}

// A Contact is where the public may ask. It is data: what is to be printed
// stands in the prose.
type Contact struct {
	Address   string `json:"address" name:"地址" validate:"max=120,line"`
	Postcode  string `json:"postcode" name:"邮政编码" validate:"omitempty,len=6,number"`
	Telephone string `json:"telephone" name:"电话" validate:"omitempty,max=60,telephone"`
	Email     string `json:"email" name:"电子邮箱" validate:"omitempty,max=120,email"`
}

// A Prose is the text of one section: a paragraph a line, lines ended by \n.
type Prose struct {
	Text string
	Line int
}

// A Number is what stands in one cell.
type Number struct {
	Text   string          // as it was typed, and as it is printed
	Value  decimal.Decimal // without sign of plus or unit; 0 where Text is /
	Line   int             // 0: the file does not have it
	Origin Origin
}

// An Origin says where a Number comes from.
type Origin int

const (
	Given         Origin = iota // typed
	Computed                    // a sum that was left out
	Filled                      // blank, and the report says that blank is 0
	NotApplicable               // typed as /: the agency has no such business
)

// Slash is how a cell says that it does not apply; it adds as nothing.
const Slash = "/"

// Applies is false for a /, and for the sum of nothing but /.
func (n Number) Applies() bool { return n.Text != Slash }

// Unit is what an amount names as its unit: 万元 of 25.1万元.
func (n Number) Unit() string { return strings.TrimLeft(n.Text, "0123456789.+-") }

// Computed counts the sums that were left to the program: nobody has added
// them up a second time.
func (r *Report) Computed() int { return r.Count(Computed) }

// Filled counts the cells that were blank and are taken as 0.
func (r *Report) Filled() int { return r.Count(Filled) }

// Count counts the cells whose number comes from there.
func (r *Report) Count(origin Origin) int {
	n := 0
	for _, number := range r.Numbers {
		if number.Origin == origin {
			n++
		}
	}
	return n
}

// Line is where a path stands in the file or, where it is missing, what it
// would stand in.
func (r *Report) Line(path string) int {
	for ; path != ""; path = parent(path) {
		if line, ok := r.Lines[path]; ok {
			return line
		}
	}
	return r.Lines[""]
}

// Comparable reports whether a report was read to its end, by a known edition:
// others can only be compared in their heads.
func (r *Report) Comparable() bool { return r.Template != nil && !r.Broken }

// ProseKeys are the keys of the texts that the form has, in the order of print.
func (r *Report) ProseKeys() []string {
	if r.Template == nil {
		return nil
	}
	keys := []string{templates.PreambleKey}
	for _, section := range r.Template.Sections {
		if section.Table == nil {
			keys = append(keys, section.Key)
		}
	}
	return keys
}

// parent is the path that a path stands in; "" at the top.
func parent(path string) string {
	return path[:max(strings.LastIndexByte(path, '.'), 0)]
}
