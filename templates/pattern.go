package templates

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
)

// Synonyms are words that mean the same to many phrases, which take them in by
// the name in braces: "{收到}*{申请}#".
type Synonyms struct {
	Name  string   `json:"name"`
	Words []string `json:"words"`
}

// A Pattern is a phrase's words before and after the number: in each place,
// words that mean the same. Words stand apart unless they are next to the number.
type Pattern struct {
	Before, After       [][]string
	BeforeGap, AfterGap bool // words may be left out next to the number

	begins, follows []Runes // what the words of each place may begin with
	ends            Runes   // what stands right before the number, where no gap does
}

// MayFit is false where a pattern cannot sit in a context of these characters, the
// last of which before the number is given.
func (p *Pattern) MayFit(before, after *Runes, last rune) bool {
	if len(p.Before) > 0 && !p.BeforeGap && !p.ends.Has(last) {
		return false
	}
	for i := range p.begins {
		if !p.begins[i].Meets(before) {
			return false
		}
	}
	for i := range p.follows {
		if !p.follows[i].Meets(after) {
			return false
		}
	}
	return true
}

func (t *Template) parsePattern(text string) (Pattern, error) {
	before, after, ok := strings.Cut(text, "#")
	if !ok || strings.Contains(after, "#") {
		return Pattern{}, fmt.Errorf("the pattern %q does not have one #", text)
	}
	p := Pattern{BeforeGap: strings.HasSuffix(before, "*"), AfterGap: strings.HasPrefix(after, "*")}
	var err error
	if p.Before, err = t.places(strings.TrimSuffix(before, "*")); err == nil {
		p.After, err = t.places(strings.TrimPrefix(after, "*"))
	}
	if err != nil {
		return p, fmt.Errorf("the pattern %q: %w", text, err)
	}
	p.begins, p.follows = make([]Runes, 0, len(p.Before)), make([]Runes, 0, len(p.After))
	for i, words := range p.Before {
		p.begins = append(p.begins, firstRunes(words))
		if i == len(p.Before)-1 {
			p.ends = lastRunes(words)
		}
	}
	for _, words := range p.After {
		p.follows = append(p.follows, firstRunes(words))
	}
	if len(p.Before) == 0 && len(p.After) == 0 {
		return p, fmt.Errorf("the pattern %q has no words", text)
	}
	return p, nil
}

// places are the words of each place of half a pattern.
func (t *Template) places(half string) ([][]string, error) {
	if half == "" {
		return nil, nil
	}
	var places [][]string
	for place := range strings.SplitSeq(half, "*") {
		words, known := t.spelled[place]
		if !known {
			var err error
			if words, err = t.alternatives(strings.SplitSeq(place, "|")); err != nil {
				return nil, err
			}
			t.spelled[place] = words // most places stand in many patterns
		}
		places = append(places, words)
	}
	return places, nil
}

// alternatives are words with the synonyms in them spelled out, the longest
// first: it is the one that is meant, 行政复议申请 before 申请.
func (t *Template) alternatives(words iter.Seq[string]) ([]string, error) {
	var out []string
	for word := range words {
		var err error
		if out, err = t.spell(out, word); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(out, func(a, b string) int { return len(b) - len(a) })
	return out, nil
}

// spell adds a word with each of the synonyms that it names to those that are
// there: "{自然人}{提出}" is 自然人提出, 公民申请 and so on.
func (t *Template) spell(out []string, word string) ([]string, error) {
	before, rest, found := strings.Cut(word, "{")
	if !found {
		if word == "" {
			return nil, errors.New("it has an empty word")
		}
		if !slices.Contains(out, word) {
			out = append(out, word)
		}
		return out, nil
	}
	name, after, closed := strings.Cut(rest, "}")
	i := slices.IndexFunc(t.Synonyms, func(s Synonyms) bool { return s.Name == name })
	if !closed || i < 0 {
		return nil, fmt.Errorf("%q are no synonyms", name)
	}
	out = slices.Grow(out, len(t.Synonyms[i].Words))
	for _, synonym := range t.Synonyms[i].Words {
		var err error
		if out, err = t.spell(out, before+synonym+after); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (t *Template) checkSynonyms() error {
	var names unique
	for i, s := range t.Synonyms {
		owner := fmt.Sprintf("synonyms %d (%q)", i+1, s.Name)
		if err := names.add("name", s.Name, owner); err != nil {
			return err
		}
		for _, text := range append([]string{s.Name}, s.Words...) {
			if err := checkLabel(text); err != nil {
				return fmt.Errorf("%s: %w", owner, err)
			}
			if strings.ContainsAny(text, "{}|*#") {
				return fmt.Errorf("%s: %q is no plain word", owner, text)
			}
		}
		if len(s.Words) == 0 {
			return fmt.Errorf("%s: no words", owner)
		}
	}
	return nil
}
