package prose

import (
	"strings"

	"nianbao/report"
	"nianbao/templates"
)

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
	w := &reader{r: r, heldOnly: heldOnly, found: make([]Mention, 0, 32), parts: map[*templates.Reading]bool{}, ownNames: ownNames(r.Agency, r.Scope)}
	for _, key := range r.ProseKeys() {
		w.section, w.heading, w.item, w.informs = key, nil, nil, false
		for paragraph := range strings.SplitSeq(r.Prose[key].Text, "\n") {
			w.paragraph(Plain(paragraph))
		}
	}
	if len(w.found) == 0 {
		return nil
	}
	return w.found
}
