package report

import (
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/templates"
)

// A Mention is a number of the prose, or a statement of none, and what it was
// held against.
type Mention struct {
	Section  string // key of the prose it stands in
	Line     int
	Sentence string
	Text     string // 7件; 未收到…
	Reason   string // why it was left alone; "" where it was held against the tables
	Means    []Meaning
	Agrees   bool // with one of Means

	number numeral
	amount amount
	at     int // where the clause stands in the sentence, for quoting
}

// A Meaning is a quantity of the tables that a mention may be.
type Meaning struct {
	templates.Quantity
	Value decimal.Decimal
	Shown string // as the table has it, for a single cell; else the sum
}

// Mentions lists every number of the prose with what it was held against, in
// the order of print.
func (r *Report) Mentions() []Mention { return r.mentions(false) }

// mentions leaves out, if asked to, what is not held against the tables.
func (r *Report) mentions(heldOnly bool) []Mention {
	if r.Template == nil || len(r.Template.Topics) == 0 {
		return nil
	}
	w := &reader{r: r, heldOnly: heldOnly, parts: map[*templates.Reading]bool{}}
	for _, key := range r.proseKeys() {
		w.section, w.heading, w.item, w.informs = key, nil, nil, false
		for paragraph := range strings.SplitSeq(r.Prose[key].Text, "\n") {
			w.paragraph(plainText(paragraph))
		}
	}
	return w.found
}

// proseKeys are the texts that a report has, in the order of print.
func (r *Report) proseKeys() []string {
	keys := []string{preambleKey}
	for _, section := range r.Template.Sections {
		if section.Table == nil {
			keys = append(keys, section.Key)
		}
	}
	return keys
}
