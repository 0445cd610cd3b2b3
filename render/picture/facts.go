package picture

import (
	"regexp"
	"strings"
	"sync"

	"github.com/shopspring/decimal"

	"nianbao/report"
	"nianbao/templates"
	"nianbao/templates/numeral"
)

// A story is what a picture shows: numbers of the tables under the form's own
// labels, and nothing that the report does not say.
type story struct {
	sections []section
	compared bool // last year's numbers stand beside
}

type section struct {
	heading string
	blocks  []block
}

// A block is one kind of figures: tiles of large numbers, or bars on one scale.
type block struct {
	heading string
	tiles   []tile
	bars    []figure
}

// A tile is a label with one number or more, and what they are made of.
type tile struct {
	label, sub string
	numbers    []figure
	parts      []figure
}

// A figure is one number of the form and last year's beside it.
type figure struct {
	group, label string
	now, last    value
}

// A value is a number as it was typed.
type value struct {
	text   string // "": it is not there
	number decimal.Decimal
	counts bool // it is a number: not blank, not /
}

func (v value) positive() bool { return v.counts && v.number.IsPositive() }

// storyOf picks the numbers; last is nil where there is none to compare with.
func storyOf(r, last *report.Report) story {
	b := builder{r, last}
	s := story{compared: last != nil}
	for _, section := range r.Template.Sections {
		if section.Table == nil {
			continue
		}
		var blocks []block
		switch section.Key {
		case "disclosure":
			blocks = b.disclosure(section)
		case "requests":
			blocks = b.requests(section)
		case "disputes":
			blocks = b.disputes(section)
		}
		if len(blocks) > 0 {
			s.sections = append(s.sections, newSection(section.Heading, blocks))
		}
	}
	return s
}

func newSection(heading string, blocks []block) section { return section{bare(heading), blocks} }

type builder struct{ r, last *report.Report }

func (b builder) figure(leaf templates.Leaf, label string) figure {
	f := figure{label: label, now: valueOf(b.r, leaf.Path)}
	if b.last != nil {
		f.last = valueOf(b.last, leaf.Path)
	}
	return f
}

func valueOf(r *report.Report, path string) value {
	n, ok := r.Numbers[path]
	if !ok {
		return value{}
	}
	return value{n.Text, n.Value, n.Applies()}
}

// leaves are the numbers of a section, in the order of print.
func (b builder) leaves(section string) []templates.Leaf {
	var found []templates.Leaf
	for _, leaf := range b.r.Template.Leaves() {
		if strings.HasPrefix(leaf.Path, section+".") {
			found = append(found, leaf)
		}
	}
	return found
}

func lastPart(place string) string {
	parts := strings.Split(place, " · ")
	return parts[len(parts)-1]
}

// bare is a label without its numerals: （三）8.属于… as 属于….
func bare(label string) string { return numerals().ReplaceAllString(label, "") }

var numerals = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(（[` + numeral.Counting + `]+）|[` + numeral.Counting + `]+、|[0-9]+[.])+`)
})
