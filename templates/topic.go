package templates

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// A Topic is what a stretch of prose speaks of. Its words turn the talk to it;
// the talk stays there until another topic's word comes. Numbers are read as
// counts of a topic in its units alone.
type Topic struct {
	Key   string   `json:"key"`
	Words []string `json:"words"`
	Units []string `json:"units,omitempty"` // none: the topic has no numbers in the form

	// Within names the topic that the talk must have been of for this one's
	// numbers to be the form's: 行政复议 over other matters is not counted in it.
	Within string `json:"within,omitempty"`

	// Outcomes are those of Words that name a part of what is counted, 不予公开,
	// and not the whole: a number beside one still needs a whole before it.
	Outcomes []string `json:"outcomes,omitempty"`

	// Neutral names the list of Words.Neutral that says nothing new in its clauses.
	Neutral string `json:"neutral,omitempty"`

	understood func() *Lexicon
	ownUnits   bool // a phrase of it has units of its own
	readings   []*Reading
}

// Readings are the topic's phrases, in the order of the template; none of nil.
func (t *Topic) Readings() []*Reading {
	if t == nil {
		return nil
	}
	return t.readings
}

// Counting are the topic's phrases for numbers in a unit; "" for numbers in none.
func (t *Topic) Counting(unit string) []*Reading {
	if t == nil || unit == "" || t.Counts(unit) && !t.ownUnits {
		return t.Readings()
	}
	var out []*Reading
	for _, r := range t.readings {
		if len(r.Units) == 0 && t.Counts(unit) || slices.Contains(r.Units, unit) {
			out = append(out, r)
		}
	}
	return out
}

// Understood are the words that say nothing new while the talk is of the topic.
func (t *Topic) Understood() *Lexicon { return t.understood() }

// Names reports whether a text names what the topic counts, and not a part of it.
func (t *Topic) Names(text string) bool {
	for _, word := range t.Words {
		if strings.Contains(text, word) && !slices.Contains(t.Outcomes, word) {
			return true
		}
	}
	return false
}

// Is reports whether a topic, or that which it stands within, has a key. It is
// false for nil, no topic.
func (t *Topic) Is(key string) bool { return t != nil && (t.Key == key || t.Within == key) }

// Counted reports whether the topic has numbers in the form; nil has none.
func (t *Topic) Counted() bool { return t != nil && len(t.Units) > 0 }

// Counts reports whether the topic's numbers are counted in a unit.
func (t *Topic) Counts(unit string) bool { return t != nil && slices.Contains(t.Units, unit) }

// A topicWord turns the talk to a topic.
type topicWord struct {
	topic *Topic
	word  string
}

// topicWords are the words of all topics by their first character, and a filter
// that nearly every other character fails: all prose goes through here.
type topicWords struct {
	byFirst map[rune][]topicWord
	filter  [64]uint64
}

func (w *topicWords) add(topic *Topic, word string) {
	first, _ := utf8.DecodeRuneInString(word)
	w.byFirst[first] = append(w.byFirst[first], topicWord{topic, word})
	w.filter[first/64%64] |= 1 << (first % 64)
}

func (w *topicWords) beginning(first rune) []topicWord {
	if w.filter[first/64%64]&(1<<(first%64)) == 0 {
		return nil
	}
	return w.byFirst[first]
}

// LastTopic is the topic that a text turns to last; nil if it turns to none. Of
// words that end at the same place, the longest counts.
func (t *Template) LastTopic(text string) *Topic {
	var topic *Topic
	at, length := -1, 0
	for i, first := range text {
		for _, w := range t.words.beginning(first) {
			if !strings.HasPrefix(text[i:], w.word) {
				continue
			}
			if end := i + len(w.word); end > at || end == at && len(w.word) > length {
				topic, at, length = w.topic, end, len(w.word)
			}
		}
	}
	return topic
}

// SpeaksOfCounts reports whether a text has a word of a topic with numbers in
// the form.
func (t *Template) SpeaksOfCounts(text string) bool {
	for i, first := range text {
		for _, w := range t.words.beginning(first) {
			if w.topic.Counted() && strings.HasPrefix(text[i:], w.word) {
				return true
			}
		}
	}
	return false
}

// FirstTopic is the topic that a text turns to first; nil if it turns to none.
func (t *Template) FirstTopic(text string) *Topic {
	for i, first := range text {
		for _, w := range t.words.beginning(first) {
			if strings.HasPrefix(text[i:], w.word) {
				return w.topic
			}
		}
	}
	return nil
}

func (t *Template) checkTopics() error {
	var keys, words unique
	for i, topic := range t.Topics {
		name := fmt.Sprintf("topic %d (%q)", i+1, topic.Key)
		if !snakeCase(topic.Key) {
			return fmt.Errorf("%s: the key is not snake_case", name)
		}
		if err := keys.add("key", topic.Key, name); err != nil {
			return err
		}
		if len(topic.Words) == 0 {
			return fmt.Errorf("%s: no words", name)
		}
		if topic.Within != "" && t.topic(topic.Within) == nil {
			return fmt.Errorf("%s: within %q, which is no topic", name, topic.Within)
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

// addTopics makes the index of the topics' words.
func (t *Template) addTopics() {
	t.words.byFirst = map[rune][]topicWord{}
	t.spelled = map[string][]string{}
	understood := map[string]func() *Lexicon{} // by what they leave alone: most topics share one
	for i := range t.Topics {
		for _, word := range t.Topics[i].Words {
			t.words.add(&t.Topics[i], word)
		}
		neutral := t.Topics[i].Neutral
		if understood[neutral] == nil {
			understood[neutral] = sync.OnceValue(func() *Lexicon {
				words := ProseWords()
				return NewLexicon(words.Fillers, words.Wholes, words.Neutral[neutral])
			})
		}
		t.Topics[i].understood = understood[neutral]
	}
}

func (t *Template) topic(key string) *Topic {
	for i := range t.Topics {
		if t.Topics[i].Key == key {
			return &t.Topics[i]
		}
	}
	return nil
}
