package templates

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A Phrase says what the number in a clause means while the talk is of its
// topic. In a pattern # is the number, * leaves out some words and | separates
// words that mean the same: "收到|受理*申请#" reads 共受理了政府信息公开申请7件.
// Words that many phrases share have a name, which stands in braces.
type Phrase struct {
	Topic string     `json:"topic"`
	Say   []string   `json:"say,omitempty"`
	Alone []string   `json:"alone,omitempty"` // as say, and read so even before the sentence has turned to the topic
	None  []string   `json:"none,omitempty"`  // what may follow 未 or 没有, up to the end of the clause: a count of 0
	Not   []string   `json:"not,omitempty"`   // with one of these words the clause speaks of something else
	Whole bool       `json:"whole,omitempty"` // counts all that came in or was done: what stands below such a number inherits its words
	Units []string   `json:"units,omitempty"` // counts in these alone, and not in its topic's
	Means [][]string `json:"means"`           // each: keys within the section whose numbers add up to it; * stands for any keys

	// inherited phrases of a base go without the numbers that the edition dropped.
	inherited bool
}

// A Reading is a Phrase of a template, worked out.
type Reading struct {
	Topic *Topic
	Say   []Pattern // those of Alone among them
	Alone []Pattern
	None  []Pattern
	Not   []string
	Whole bool
	Units []string
	Means []Quantity
}

// addReadings works out the phrases of one part.
func (t *Template) addReadings(section Section, part Part) error {
	for i, phrase := range part.Phrases {
		reading, err := t.reading(section, phrase)
		if err != nil {
			return fmt.Errorf("section %q, phrase %d (%s): %w", section.Key, i+1, strings.Join(phrase.Say, ", "), err)
		}
		if len(reading.Means) > 0 {
			reading.Topic.readings = append(reading.Topic.readings, reading)
			reading.Topic.ownUnits = reading.Topic.ownUnits || len(reading.Units) > 0
		}
	}
	return nil
}

func (t *Template) reading(section Section, phrase Phrase) (*Reading, error) {
	reading := &Reading{Topic: t.topic(phrase.Topic), Whole: phrase.Whole, Units: phrase.Units}
	switch {
	case reading.Topic == nil:
		return nil, fmt.Errorf("%q is no topic", phrase.Topic)
	case len(reading.Topic.Units) == 0:
		return nil, fmt.Errorf("the topic %q has no units", phrase.Topic)
	case len(phrase.Say)+len(phrase.Alone) == 0 || len(phrase.Means) == 0:
		return nil, errors.New("says or means nothing")
	}
	var err error
	if reading.Alone, err = t.patterns(phrase.Alone, ""); err != nil {
		return nil, err
	}
	if reading.Say, err = t.patterns(phrase.Say, ""); err != nil {
		return nil, err
	}
	reading.Say = append(reading.Say, reading.Alone...)
	if reading.None, err = t.patterns(phrase.None, "#"); err != nil {
		return nil, err
	}
	if reading.Not, err = t.alternatives(slices.Values(phrase.Not)); err != nil {
		return nil, err
	}
	for _, keys := range phrase.Means {
		quantity, err := t.quantity(section, keys, phrase.inherited)
		if err != nil {
			return nil, err
		}
		if len(quantity.Leaves) > 0 {
			reading.Means = append(reading.Means, quantity)
		}
	}
	return reading, nil
}

func (t *Template) patterns(texts []string, end string) ([]Pattern, error) {
	if len(texts) == 0 {
		return nil, nil
	}
	patterns := make([]Pattern, 0, len(texts))
	for _, text := range texts {
		pattern, err := t.parsePattern(text + end)
		if err != nil {
			return nil, err
		}
		patterns = append(patterns, pattern)
	}
	return patterns, nil
}
