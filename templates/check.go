package templates

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// TextWidth is what the columns of every table add up to, in twips: 156 mm, the
// text area of GB/T 9704-2012, 5.2.
const TextWidth = 8845

// PreambleKey holds the text before section one in a report's data.
const PreambleKey = "preamble"

// check refuses what its author cannot have meant: a slip here would print a
// wrong form or leave a sum unchecked, in silence.
func (t *Template) check() error {
	for _, text := range []struct{ field, value string }{
		{"source", t.Source}, {"title", t.Title}, {"preamble", t.Preamble},
	} {
		if err := checkLabel(text.value); err != nil {
			return fmt.Errorf("%s: %w", text.field, err)
		}
	}
	if t.FirstYear < 1 || t.LastYear != 0 && t.LastYear < t.FirstYear {
		return fmt.Errorf("the years %d to %d are no period", t.FirstYear, t.LastYear)
	}
	if !slices.Contains([]Offer{ByYear, ByName, Never}, t.Offer) {
		return fmt.Errorf("unknown offer %q; known: by_year, by_name, never", t.Offer)
	}
	if len(t.Sections) == 0 {
		return errors.New("no sections")
	}
	if err := t.checkSynonyms(); err != nil {
		return err
	}
	for label, words := range t.Also {
		for _, word := range append([]string{label}, words...) {
			if err := checkLabel(word); err != nil {
				return fmt.Errorf("also: %w", err)
			}
		}
	}
	if err := t.checkTopics(); err != nil {
		return err
	}
	var keys, headings, tables, codes unique
	for i, section := range t.Sections {
		name := fmt.Sprintf("section %d (%q)", i+1, section.Key)
		if !snakeCase(section.Key) {
			return fmt.Errorf("%s: the key is not snake_case", name)
		}
		if section.Key == PreambleKey {
			return fmt.Errorf("%s: the key belongs to the text before section one", name)
		}
		if err := checkLabel(section.Heading); err != nil {
			return fmt.Errorf("%s: heading: %w", name, err)
		}
		if err := errors.Join(keys.add("key", section.Key, name), headings.add("heading", section.Heading, name)); err != nil {
			return err
		}
		for _, cover := range section.Covers {
			if err := checkLabel(cover.Name); err != nil || len(cover.Words) == 0 || section.Table != nil {
				return fmt.Errorf("%s: covers %q: needs a name, words and a section of prose", name, cover.Name)
			}
		}
		if section.Table == nil {
			continue
		}
		if err := tables.add("table name", section.Table.Name, name); err != nil {
			return err
		}
		if err := section.Table.check(name, &codes); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

func (t *Table) check(section string, codes *unique) error {
	if err := checkLabel(t.Name); err != nil {
		return fmt.Errorf("table name: %w", err)
	}
	sum := 0
	for _, width := range append(append([]int{}, t.LabelWidths...), t.NumberWidths...) {
		if width <= 0 {
			return fmt.Errorf("a column of %d twips", width)
		}
		sum += width
	}
	if sum != TextWidth {
		return fmt.Errorf("label_widths and number_widths add up to %d twips, the text is %d wide", sum, TextWidth)
	}
	for _, align := range []string{t.LabelAlign, t.NumberAlign} {
		if align != "left" && align != "center" {
			return fmt.Errorf("unknown alignment %q; known: left, center", align)
		}
	}
	if len(t.Parts) == 0 {
		return errors.New("a table of no parts")
	}
	var captions unique
	for i, part := range t.Parts {
		name := fmt.Sprintf("part %d", i+1)
		if part.Caption != "" {
			if err := captions.add("caption", part.Caption, name); err != nil {
				return err
			}
		}
		if err := part.check(t); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		for _, s := range part.Sums {
			if err := codes.add("sum code", s.Code, section+", "+name); err != nil {
				return err
			}
		}
	}
	return nil
}

// unique refuses a value that two owners have, and names both.
type unique map[string]string

func (u *unique) add(what, value, owner string) error {
	if other, ok := (*u)[value]; ok {
		return fmt.Errorf("%s and %s have the same %s %q", other, owner, what, value)
	}
	if *u == nil {
		*u = unique{}
	}
	(*u)[value] = owner
	return nil
}

// snakeCase reports whether a key is like granted_in_part.
func snakeCase(key string) bool {
	word := 0 // characters of the word so far
	for i, c := range []byte(key) {
		switch {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9' && i > 0:
			word++
		case c == '_' && word > 0:
			word = 0
		default:
			return false
		}
	}
	return word > 0
}

// dotted reports whether a key is one in snake_case, or several joined by dots.
func dotted(key string) bool {
	for part := range strings.SplitSeq(key, ".") {
		if !snakeCase(part) {
			return false
		}
	}
	return true
}

// checkLabel refuses a text that would print as nothing or not as it looks.
func checkLabel(label string) error {
	if label == "" {
		return errors.New("an empty label")
	}
	if strings.TrimSpace(label) != label || strings.ContainsFunc(label, unicode.IsControl) {
		return fmt.Errorf("the label %q has space around it or control characters in it", label)
	}
	return nil
}
