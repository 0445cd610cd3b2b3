package templates

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// Words are what the reader of the prose understands besides the phrases of the
// cells. A number is held against a cell only where nothing else stands on its
// path; a word that is in no list can silence a number, never accuse one.
type Words struct {
	Fillers      []string            `json:"fillers"`   // change nothing: 依法, 按时, 共
	Neutral      map[string][]string `json:"neutral"`   // change nothing while the talk is of a topic, by Topic.Neutral
	Wholes       []string            `json:"wholes"`    // everybody whose numbers the tables hold: 全县
	OwnMarks     []string            `json:"own_marks"` // before one of OwnBodies: the body that reports, 我局
	OwnBodies    []string            `json:"own_bodies"`
	Bodies       []string            `json:"bodies"`        // end the name of an office
	Channels     []string            `json:"channels"`      // how a request came
	ChannelLeads []string            `json:"channel_leads"` // begin a clause that says so for what follows
	Lists        []string            `json:"lists"`         // of powers and matters: what is below counts no decisions
	Acts         []string            `json:"acts"`          // begin to speak of something else that is counted
	Matters      []string            `json:"matters"`       // name such a list where no number stands beside
	Pieces       []string            `json:"pieces"`        // what is below counts pieces of information
	Growth       []string            `json:"growth"`
	Vague        []string            `json:"vague"`
	Plans        []string            `json:"plans"`
}

//go:embed words/prose.json
var wordsFile []byte

// ProseWords are the words of words/prose.json, the same for every edition. They
// are shared: callers must not change them.
var ProseWords = sync.OnceValue(func() *Words {
	w := &Words{}
	decoder := json.NewDecoder(bytes.NewReader(wordsFile))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(w); err != nil {
		panic(fmt.Errorf("templates/words/prose.json: %w", err)) // a test reads it
	}
	return w
})

// A Lexicon finds the words of a list that begin at a place of a text.
type Lexicon struct {
	byFirst map[rune][]string // the longest first
	filter  [64]uint64
}

// NewLexicon makes a lexicon of lists of words.
func NewLexicon(lists ...[]string) *Lexicon {
	l := &Lexicon{byFirst: map[rune][]string{}}
	for _, list := range lists {
		for _, word := range list {
			first, _ := utf8.DecodeRuneInString(word)
			if !slices.Contains(l.byFirst[first], word) {
				l.byFirst[first] = append(l.byFirst[first], word)
				l.filter[first/64%64] |= 1 << (first % 64)
			}
		}
	}
	for _, words := range l.byFirst {
		slices.SortStableFunc(words, func(a, b string) int { return len(b) - len(a) })
	}
	return l
}

// Beginning are the words that may begin with a character, the longest first.
func (l *Lexicon) Beginning(first rune) []string {
	if l.filter[first/64%64]&(1<<(first%64)) == 0 {
		return nil
	}
	return l.byFirst[first]
}

// Some of the words, made ready to be looked for in one go.
var (
	ChannelWords = sync.OnceValue(func() *Lexicon { return NewLexicon(ProseWords().Channels) })
	BodyWords    = sync.OnceValue(func() *Lexicon { return NewLexicon(ProseWords().Bodies) })
	WholeWords   = sync.OnceValue(func() *Lexicon { return NewLexicon(ProseWords().Wholes) })
	ChangeWords  = sync.OnceValue(func() *Lexicon { return NewLexicon(ProseWords().Growth, ProseWords().Vague) })
	PlanWords    = sync.OnceValue(func() *Lexicon { return NewLexicon(ProseWords().Plans) })
)

// In reports whether a text has one of the words.
func (l *Lexicon) In(text string) bool {
	for i, first := range text {
		for _, word := range l.Beginning(first) {
			if strings.HasPrefix(text[i:], word) {
				return true
			}
		}
	}
	return false
}

// Known are all the words that the prose's reader has heard of: those that say
// nothing new under any topic, and those of every phrase.
func (t *Template) Known() *Lexicon { return t.known }

func (t *Template) addKnown() {
	words := ProseWords()
	lists := [][]string{words.Fillers, words.Wholes}
	for _, list := range words.Neutral {
		lists = append(lists, list)
	}
	for i := range t.Topics {
		if t.Topics[i].Counted() {
			lists = append(lists, t.Topics[i].Words)
		}
		for _, reading := range t.Topics[i].readings {
			for _, p := range reading.Say {
				lists = append(lists, p.Before...)
				lists = append(lists, p.After...)
			}
		}
	}
	t.known = NewLexicon(lists...)
}
