package templates

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// An Edit is one thing in which an edition differs from its base. One of Insert,
// Rename, Drop and Replace says what is done, and to which row or column, or to
// which group of them: requests.outcome.denied is every row below （三）, named by
// the section and the keys of the data.
type Edit struct {
	Insert *Column `json:"insert,omitempty"` // a row or column more
	After  string  `json:"after,omitempty"`  // the row or column that it follows

	// Sums are the codes of those that add up the inserted one. Where its
	// neighbour is added up they must be named, if only as none: [].
	Sums []string `json:"sums"`

	Rename string `json:"rename,omitempty"`
	To     string `json:"to,omitempty"`    // the label, or the label of the group
	Short  string `json:"short,omitempty"` // what messages say for it, where it is long

	Drop string `json:"drop,omitempty"`

	// Replace names rows or columns that By stands for, in the sums too; or a
	// section that has another Table; or a sum with another sentence, Say.
	Replace string  `json:"replace,omitempty"`
	By      *Column `json:"by,omitempty"`
	Table   *Table  `json:"table,omitempty"`
	Say     string  `json:"say,omitempty"`

	NumberWidths []int    `json:"number_widths,omitempty"` // of the table, once it has more columns or fewer
	Phrases      []Phrase `json:"phrases,omitempty"`       // for the inserted, the renamed or the new
}

// An editor makes the edits of one edition.
type editor struct {
	t     *Template
	stale map[string]string // sums whose sentences still have an old label
}

func (e *editor) make(edit Edit) error {
	var verbs []string
	for verb, set := range map[string]bool{"insert": edit.Insert != nil, "rename": edit.Rename != "", "drop": edit.Drop != "", "replace": edit.Replace != ""} {
		if set {
			verbs = append(verbs, verb)
		}
	}
	if len(verbs) != 1 {
		return errors.New("an edit is one of insert, rename, drop and replace")
	}
	if edit.Replace != "" && edit.By == nil {
		return e.replaceWhole(edit)
	}
	target := edit.After + edit.Rename + edit.Drop + edit.Replace
	l, err := e.find(target)
	if err != nil {
		return fmt.Errorf("%s %q: %w", verbs[0], target, err)
	}
	switch verbs[0] {
	case "insert":
		err = l.insert(*edit.Insert, edit.Sums)
	case "rename":
		err = e.rename(l, edit.To, edit.Short)
	case "drop":
		l.exchange(nil)
	case "replace":
		err = l.replace(*edit.By)
	}
	if err != nil {
		return fmt.Errorf("%s %q: %w", verbs[0], target, err)
	}
	if edit.NumberWidths != nil {
		l.table.NumberWidths = edit.NumberWidths
	}
	l.part.Phrases = append(l.part.Phrases, edit.Phrases...)
	return nil
}

// replaceWhole gives a section another table, or a sum another sentence.
func (e *editor) replaceWhole(edit Edit) error {
	for i := range e.t.Sections {
		section := &e.t.Sections[i]
		if section.Key == edit.Replace && section.Table != nil && edit.Table != nil {
			section.Table = edit.Table
			return nil
		}
		if section.Table == nil || edit.Say == "" {
			continue
		}
		for _, part := range section.Table.Parts {
			for k := range part.Sums {
				if part.Sums[k].Code == edit.Replace {
					part.Sums[k].Say = edit.Say
					delete(e.stale, edit.Replace)
					return nil
				}
			}
		}
	}
	return fmt.Errorf(`replace %q: needs a row or a column and "by", a section and "table", or a sum and "say"`, edit.Replace)
}

// rename puts another label in the place of the last one that the lines share.
func (e *editor) rename(l lines, to, short string) error {
	shared := l.all()[l.from].Label
	for _, line := range l.all()[l.from:l.to] {
		shared = commonLabel(shared, line.Label)
	}
	if len(shared) == 0 {
		return errors.New("they share no label")
	}
	old := last(shared)
	if to == old {
		return fmt.Errorf("it is %q already", to)
	}
	var renamed []Column
	for _, line := range l.all()[l.from:l.to] {
		line.Label = slices.Clone(line.Label)
		line.Label[len(shared)-1] = to
		if len(line.Label) == len(shared) {
			line.Short = short
		}
		renamed = append(renamed, line)
	}
	l.exchange(renamed)
	for _, sum := range l.part.Sums {
		if strings.Contains(sum.Say, old) {
			e.stale[sum.Code] = old
		}
	}
	return nil
}
