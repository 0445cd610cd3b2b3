package templates

import (
	"errors"
	"fmt"
	"maps"
	"slices"
)

// standOn takes from the base all that the edition's own file does not say, and
// makes the edits.
func (t *Template) standOn(base *Template) error {
	if len(t.Sections) > 0 {
		return fmt.Errorf("sections of its own and a base, %q: say what differs as edits", t.Base)
	}
	if t.FirstYear == 0 {
		if t.LastYear != 0 {
			return errors.New("a last_year without a first_year")
		}
		t.FirstYear, t.LastYear = base.FirstYear, base.LastYear
	}
	for _, text := range []struct{ own, of *string }{{&t.Source, &base.Source}, {&t.Title, &base.Title}, {&t.Preamble, &base.Preamble}} {
		if *text.own == "" {
			*text.own = *text.of
		}
	}
	if t.Offer == "" {
		t.Offer = ByName
	}
	t.family = base.family
	also := maps.Clone(base.Also)
	if also == nil {
		also = map[string][]string{}
	}
	maps.Copy(also, t.Also)
	t.Also = also
	t.Synonyms = slices.Concat(base.Synonyms, t.Synonyms)
	topics := slices.Clone(base.Topics)
	for i := range topics {
		topics[i].readings, topics[i].ownUnits = nil, false // the base's, where it was asked for before
	}
	t.Topics = append(topics, t.Topics...)
	t.Sections = cloneSections(base.Sections)

	e := editor{t: t, stale: map[string]string{}}
	for i, edit := range t.Edits {
		if err := e.make(edit); err != nil {
			return fmt.Errorf("edit %d: %w", i+1, err)
		}
	}
	t.Edits = nil
	for code, label := range e.stale {
		return fmt.Errorf("the sentence of %q names %q, which is renamed: replace it too", code, label)
	}
	return nil
}

// cloneSections copies everything that an edit may write to. Slices within a
// row, a column, a sum or a phrase are shared: edits put new ones in their place.
func cloneSections(sections []Section) []Section {
	sections = slices.Clone(sections)
	for i := range sections {
		if sections[i].Table == nil {
			continue
		}
		table := *sections[i].Table
		table.Parts = slices.Clone(table.Parts)
		for j := range table.Parts {
			part := &table.Parts[j]
			part.Columns, part.Rows = slices.Clone(part.Columns), slices.Clone(part.Rows)
			part.Sums, part.Phrases = slices.Clone(part.Sums), slices.Clone(part.Phrases)
			for k := range part.Phrases {
				part.Phrases[k].inherited = true
			}
		}
		sections[i].Table = &table
	}
	return sections
}
