package templates

import (
	"bytes"
	"cmp"
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
	Fillers      []string            `json:"fillers"`    // change nothing: 依法, 按时, 共
	Efforts      []string            `json:"efforts"`    // change nothing in a clause of their own before the number's: 高度重视, 畅通渠道
	Neutral      map[string][]string `json:"neutral"`    // change nothing while the talk is of a topic, by Topic.Neutral
	Wholes       []string            `json:"wholes"`     // everybody whose numbers the tables hold: 全县
	Everywhere   []string            `json:"everywhere"` // with one of these the next are everybody
	Members      []string            `json:"members"`    // some of those whose numbers the tables hold: 市直部门, 各乡镇
	OwnMarks     []string            `json:"own_marks"`  // before one of OwnBodies: the body that reports, 我局
	OwnBodies    []string            `json:"own_bodies"`
	Bodies       []string            `json:"bodies"`        // end the name of an office
	Applicants   []string            `json:"applicants"`    // kinds of them: a number of one kind is not all
	Everybody    []string            `json:"everybody"`     // beside one of Applicants: all of them
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
	words []string // by the place of their first character, then the longest first
	from  [places + 1]uint32
}

// places are fewer than there are characters: some share one.
const places = 512

func place(first rune) int { return int(first) % places }

// NewLexicon makes a lexicon of lists of words, in one go: thousands of words are
// put in their places without a map.
func NewLexicon(lists ...[]string) *Lexicon {
	l := &Lexicon{}
	total := 0
	for _, list := range lists {
		total += len(list)
		for _, word := range list {
			first, _ := utf8.DecodeRuneInString(word)
			l.from[place(first)+1]++
		}
	}
	for i := range places {
		l.from[i+1] += l.from[i]
	}
	l.words = make([]string, total)
	var held [places]uint32
	for _, list := range lists {
		for _, word := range list {
			first, _ := utf8.DecodeRuneInString(word)
			at := place(first)
			l.words[l.from[at]+held[at]] = word
			held[at]++
		}
	}
	for i := range places {
		if words := l.words[l.from[i]:l.from[i+1]]; len(words) > 1 {
			slices.SortFunc(words, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
		}
	}
	return l
}

// Beginning are words among which are all that begin with a character, the longest
// first.
func (l *Lexicon) Beginning(first rune) []string {
	at := place(first)
	return l.words[l.from[at]:l.from[at+1]]
}

// Some of the words, made ready to be looked for in one go.
var (
	ChannelWords   = sync.OnceValue(func() *Lexicon { return NewLexicon(ProseWords().Channels) })
	BodyWords      = sync.OnceValue(func() *Lexicon { return NewLexicon(ProseWords().Bodies) })
	WholeWords     = sync.OnceValue(func() *Lexicon { return NewLexicon(ProseWords().Wholes) })
	ChangeWords    = sync.OnceValue(func() *Lexicon { return NewLexicon(ProseWords().Growth, ProseWords().Vague) })
	SilencingWords = sync.OnceValue(func() *Lexicon {
		words := ProseWords()
		return NewLexicon(words.Channels, words.Pieces, words.Lists, words.Matters)
	})
	EffortWords = sync.OnceValue(func() *Lexicon { return NewLexicon(ProseWords().Efforts) })
	MemberWords = sync.OnceValue(func() *Lexicon { return NewLexicon(ProseWords().Members) })
	PlanWords   = sync.OnceValue(func() *Lexicon { return NewLexicon(ProseWords().Plans) })
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
func (t *Template) Known() *Lexicon { return t.known() }

// knownWords are those of Known; a list that many phrases share is taken once.
func (t *Template) knownWords() *Lexicon {
	words := ProseWords()
	lists := [][]string{words.Fillers, words.Wholes}
	for _, list := range words.Neutral {
		lists = append(lists, list)
	}
	taken := map[*string]bool{}
	take := func(places [][]string) {
		for _, list := range places {
			if !taken[&list[0]] {
				taken[&list[0]] = true
				lists = append(lists, list)
			}
		}
	}
	for i := range t.Topics {
		if t.Topics[i].Counted() {
			lists = append(lists, t.Topics[i].Words)
		}
		for _, reading := range t.Topics[i].readings {
			for j := range reading.Say {
				take(reading.Say[j].Before)
				take(reading.Say[j].After)
			}
		}
	}
	return NewLexicon(lists...)
}
