// Package prose reads the prose of a report: which numbers stand in it, and
// which cells of the tables each of them speaks of.
package prose

import (
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/report"
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
	Agrees   bool     // with one of Means
	Near     *Meaning // of one that was left alone: what it differs from by a slip of typing

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
func Mentions(r *report.Report) []Mention { return mentions(r, false) }

// Held are the mentions that are held against the tables, and those that were left
// alone but are near a cell.
func Held(r *report.Report) []Mention { return mentions(r, true) }

// Count is how many numbers of the prose are held against the tables, and how many
// counts are not. What has no unit of a count, such as a share, is neither.
func Count(r *report.Report) (held, left int) {
	for _, m := range Mentions(r) {
		switch m.Reason {
		case "":
			held++
		case reasonNoUnit:
		default:
			left++
		}
	}
	return held, left
}

func mentions(r *report.Report, heldOnly bool) []Mention {
	if r.Template == nil || len(r.Template.Topics) == 0 {
		return nil
	}
	w := &reader{r: r, heldOnly: heldOnly, parts: map[*templates.Reading]bool{}, ownNames: ownNames(r.Agency, r.Scope)}
	for _, key := range r.ProseKeys() {
		w.section, w.heading, w.item, w.informs = key, nil, nil, false
		for paragraph := range strings.SplitSeq(r.Prose[key].Text, "\n") {
			w.paragraph(Plain(paragraph))
		}
	}
	return w.found
}

// Verdict is what became of a mention, for people.
func (m Mention) Verdict() string {
	if m.Reason != "" {
		return "没有核对：" + m.Reason
	}
	for _, meaning := range m.Means {
		if m.Agrees && m.Holds(meaning) {
			return "相符：" + meaning.Name() + " " + meaning.Shown
		}
	}
	return "不符：" + m.Means[0].Name() + " " + m.Means[0].Shown
}

// Exact reports whether the number is not rounded: 300, not 300余.
func (m Mention) Exact() bool { return m.amount.step.IsZero() }
