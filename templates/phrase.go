package templates

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A Topic is what a stretch of prose speaks of. Its words turn the talk to it;
// the talk stays there until another topic's word comes. Numbers are read as
// counts of a topic in its units alone.
type Topic struct {
	Key   string   `json:"key"`
	Words []string `json:"words"`
	Units []string `json:"units,omitempty"` // none: the topic has no numbers in the form
}

// A Phrase says what the number in a clause means while the talk is of its
// topic. In a pattern # is the number, * leaves out some words and | separates
// words that mean the same: "收到|受理*申请#" reads 共受理了政府信息公开申请7件.
type Phrase struct {
	Topic string     `json:"topic"`
	Say   []string   `json:"say"`
	None  []string   `json:"none,omitempty"` // what may follow 未 or 没有, up to the end of the clause: a count of 0
	Not   []string   `json:"not,omitempty"`  // with one of these words the clause speaks of something else
	Means [][]string `json:"means"`          // each: keys within the section whose numbers add up to it; * stands for any one key
}

// A Reading is a Phrase of a template, worked out.
type Reading struct {
	Topic string
	Say   []Pattern
	None  []Pattern
	Not   []string
	Means []Quantity
}

// A Pattern is a phrase's words before and after the number: in each place,
// words that mean the same. Words stand apart unless they are next to the number.
type Pattern struct {
	Before, After       [][]string
	BeforeGap, AfterGap bool // words may be left out next to the number
}

// A Quantity is what a number of the prose may rightly be: a cell, or the sum of
// several.
type Quantity struct {
	Leaves []Leaf
	Name   string // as people call it: 表三 · （三）不予公开各项之和 · 总计
}

// Readings are the phrases of all tables, in the order of the template.
func (t *Template) Readings() []Reading { return t.readings }

func (t *Template) checkTopics() error {
	var keys, words unique
	for i, topic := range t.Topics {
		name := fmt.Sprintf("topic %d (%q)", i+1, topic.Key)
		if !snakeCase.MatchString(topic.Key) {
			return fmt.Errorf("%s: the key is not snake_case", name)
		}
		if err := keys.add("key", topic.Key, name); err != nil {
			return err
		}
		if len(topic.Words) == 0 {
			return fmt.Errorf("%s: no words", name)
		}
		for _, word := range slices.Concat(topic.Words, topic.Units) {
			if err := checkLabel(word); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		}
		for _, word := range topic.Words {
			if err := words.add("word", word, name); err != nil {
				return err
			}
		}
	}
	return nil
}

// addReadings works out the phrases of one part.
func (t *Template) addReadings(section Section, part Part) error {
	for i, phrase := range part.Phrases {
		reading, err := t.reading(section, phrase)
		if err != nil {
			return fmt.Errorf("section %q, phrase %d (%s): %w", section.Key, i+1, strings.Join(phrase.Say, ", "), err)
		}
		t.readings = append(t.readings, reading)
	}
	return nil
}

func (t *Template) reading(section Section, phrase Phrase) (Reading, error) {
	reading := Reading{Topic: phrase.Topic, Not: phrase.Not}
	i := slices.IndexFunc(t.Topics, func(topic Topic) bool { return topic.Key == phrase.Topic })
	switch {
	case i < 0:
		return reading, fmt.Errorf("%q is no topic", phrase.Topic)
	case len(t.Topics[i].Units) == 0:
		return reading, fmt.Errorf("the topic %q has no units", phrase.Topic)
	case len(phrase.Say) == 0 || len(phrase.Means) == 0:
		return reading, errors.New("says or means nothing")
	}
	for _, say := range phrase.Say {
		pattern, err := parsePattern(say)
		if err != nil {
			return reading, err
		}
		reading.Say = append(reading.Say, pattern)
	}
	for _, none := range phrase.None {
		pattern, err := parsePattern(none + "#")
		if err != nil {
			return reading, err
		}
		reading.None = append(reading.None, pattern)
	}
	for _, keys := range phrase.Means {
		quantity, err := t.quantity(section, keys)
		if err != nil {
			return reading, err
		}
		reading.Means = append(reading.Means, quantity)
	}
	return reading, nil
}

func parsePattern(text string) (Pattern, error) {
	before, after, ok := strings.Cut(text, "#")
	if !ok || strings.Contains(after, "#") {
		return Pattern{}, fmt.Errorf("the pattern %q does not have one #", text)
	}
	p := Pattern{BeforeGap: strings.HasSuffix(before, "*"), AfterGap: strings.HasPrefix(after, "*")}
	p.Before, p.After = words(strings.TrimSuffix(before, "*")), words(strings.TrimPrefix(after, "*"))
	if len(p.Before) == 0 && len(p.After) == 0 {
		return p, fmt.Errorf("the pattern %q has no words", text)
	}
	for _, place := range slices.Concat(p.Before, p.After) {
		if slices.Contains(place, "") {
			return p, fmt.Errorf("the pattern %q has an empty word", text)
		}
	}
	return p, nil
}

func words(text string) [][]string {
	if text == "" {
		return nil
	}
	var places [][]string
	for place := range strings.SplitSeq(text, "*") {
		alternatives := strings.Split(place, "|")
		// The longest is the one that is meant: 行政复议申请 before 申请.
		slices.SortStableFunc(alternatives, func(a, b string) int { return len(b) - len(a) })
		places = append(places, alternatives)
	}
	return places
}

func (t *Template) quantity(section Section, keys []string) (Quantity, error) {
	var q Quantity
	for _, key := range keys {
		found := false
		pattern := strings.Split(section.Key+"."+key, ".")
		for _, leaf := range t.leaves {
			if !samePath(pattern, strings.Split(leaf.Path, ".")) {
				continue
			}
			if leaf.Kind == StatedAmount || leaf.Kind == Change {
				return q, fmt.Errorf("%q is no plain count or amount", leaf.Path)
			}
			if slices.ContainsFunc(q.Leaves, func(l Leaf) bool { return l.Path == leaf.Path }) {
				return q, fmt.Errorf("%q stands in one sum twice", leaf.Path)
			}
			found = true
			q.Leaves = append(q.Leaves, leaf)
		}
		if !found {
			return q, fmt.Errorf("%q is no number of the section", key)
		}
	}
	if len(q.Leaves) == 0 {
		return q, errors.New("a meaning of no numbers")
	}
	q.Name = quantityName(q.Leaves)
	return q, nil
}

func samePath(pattern, path []string) bool {
	return slices.EqualFunc(pattern, path, func(a, b string) bool { return a == "*" || a == b })
}

// quantityName names a sum by its rows and columns, and rows or columns of one
// group by the group.
func quantityName(leaves []Leaf) string {
	if len(leaves) == 1 {
		return leaves[0].Place
	}
	var rows, columns []string
	for _, leaf := range leaves {
		if !slices.Contains(rows, leaf.Row) {
			rows = append(rows, leaf.Row)
		}
		if !slices.Contains(columns, leaf.Column) {
			columns = append(columns, leaf.Column)
		}
	}
	return join(leaves[0].Table, together(rows), together(columns))
}

func together(names []string) string {
	if len(names) == 1 {
		return names[0]
	}
	members := map[string]int{}
	for _, name := range names {
		group, _, _ := strings.Cut(name, " · ")
		members[group]++
	}
	var groups []string
	for _, name := range names {
		if group, _, ok := strings.Cut(name, " · "); ok && members[group] > 1 {
			name = group + "各项"
		}
		if !slices.Contains(groups, name) {
			groups = append(groups, name)
		}
	}
	return strings.Join(groups, "、") + "之和"
}
