package naming

import (
	"math/bits"
	"strings"
)

// Likeness is in thousandths: 1000 for the same words.
const (
	Same  = 1000
	part  = 900 // 逾期不补正 for …逾期不补正…: part of the label, in one piece
	short = 850 // words of the label left out: 补正后不明确
	near  = 800 // the least that counts
)

// shortestPart is how many characters an abbreviation must have: 其他 stands in
// many labels.
const shortestPart = 4

// longestAlso is longer than any other words for a label.
const longestAlso = 12

// A matcher compares labels, and stops at a limit: a hostile file could have
// every cell compared with every label of the form.
type Matcher struct {
	known   map[pair]int
	also    []another         // other words for labels of the form: a few dozen
	found   map[string]answer // what Find found, by its path, in the lines of foundIn
	foundIn *Lines
	left    int   // steps that may still be taken
	scores  []int // of the lines that Find compares, kept for the next call
}

type pair struct{ a, b string }

// another is what people write for a label of the form, which has its own number.
type another struct{ words, form string }

// comparisons bounds the work of one file. A report takes about a twentieth of it.
const comparisons = 20_000_000

// mostKnown bounds the memory for what has been compared.
const mostKnown = 20_000

func NewMatcher() *Matcher {
	return &Matcher{known: map[pair]int{}, left: comparisons}
}

// TakeAlso has other words stand for labels of the form, by label.
func (m *Matcher) TakeAlso(words map[string][]string) {
	m.also, m.foundIn = nil, nil
	for name, others := range words {
		form, _ := Parse(name)
		for _, other := range others {
			file, _ := Parse(other)
			m.also = append(m.also, another{string(file.Words), form.String()})
		}
	}
}

// Spent: labels were met that could no longer be compared.
func (m *Matcher) Spent() bool { return m.left <= 0 }

// Like says how well a text of the file stands for a label of the form.
func (m *Matcher) Like(file, form Label) int {
	if file.Text == form.Text {
		return Same
	}
	m.left--
	if len(file.Words) <= longestAlso && (file.Numeral.Kind == Unnumbered || file.Numeral == form.Numeral) {
		for _, also := range m.also {
			if also.words == string(file.Words) && also.form == form.Text {
				return part
			}
		}
	}
	if len(file.Words) < 2 || len(form.Words) < 2 || strange(file, form) {
		return 0
	}
	likeness := m.compare(file, form)
	// An abbreviation that carries the label's own number needs fewer of its words.
	if likeness < near && file.Numeral == form.Numeral && file.Numeral.Kind != Unnumbered && likeness >= near-100 {
		likeness = near
	}
	if likeness < near {
		return 0
	}
	if file.Numeral.Kind == form.Numeral.Kind && file.Numeral != form.Numeral {
		return 0 // not the same words, and another number
	}
	return likeness
}

// strange: more than a fifth of the shorter text's characters are not in the longer.
func strange(a, b Label) bool {
	if len(a.Words) > len(b.Words) {
		a, b = b, a
	}
	missing := bits.OnesCount64(a.marks[0]&^b.marks[0]) + bits.OnesCount64(a.marks[1]&^b.marks[1])
	return missing*5 > len(a.Words)
}

func (m *Matcher) compare(a, b Label) int {
	file, form := a.Words, b.Words
	if m.left -= len(file) + len(form); m.left < 0 || common(a.sorted, b.sorted)*10 < min(len(file), len(form))*8 {
		return 0
	}
	key := pair{a.Text, b.Text}
	if likeness, ok := m.known[key]; ok {
		return likeness
	}
	m.left -= len(file) * len(form)
	likeness := likenessOf(file, form)
	if len(m.known) < mostKnown {
		m.known[key] = likeness
	}
	return likeness
}

func likenessOf(file, form []rune) int {
	shared := Subsequence(file, form)
	// One character in twelve may be mistyped; 国家秘密 and 工作秘密 differ by more.
	if alike := 2 * Same * shared / (len(file) + len(form)); alike >= part && !turned(file, form) {
		return alike - 50
	}
	shorter, longer := file, form
	if len(shorter) > len(longer) {
		shorter, longer = longer, shorter
	}
	switch {
	case len(shorter) < shortestPart:
		return 0
	case negatedPart(shorter, longer):
		return 0
	case strings.Contains(string(longer), string(shorter)):
		return part
	case shared == len(shorter) && !turned(file, form):
		return short
	case shared*10 >= len(shorter)*8 && len(shorter) >= 5 && negations(shorter) > 0 == (negations(longer) > 0):
		return near - 100 // the number must say the rest
	}
	return 0
}

// negatedPart: the shorter text stands in the longer one behind a 不 or 未 that
// turns its sense.
func negatedPart(shorter, longer []rune) bool {
	at := strings.Index(string(longer), string(shorter))
	if at <= 0 {
		return false
	}
	before := []rune(string(longer)[:at])
	return negation(before[len(before)-1])
}

// turned: one text denies what the other says: 经复议 and 未经复议.
func turned(a, b []rune) bool { return negations(a) != negations(b) }

func negations(text []rune) int {
	n := 0
	for _, r := range text {
		if negation(r) {
			n++
		}
	}
	return n
}

func negation(r rune) bool { return strings.ContainsRune("不未无非没", r) }

// common counts the characters that both sorted texts have: no less than the
// longest common subsequence, and found faster.
func common(a, b []rune) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// Subsequence is the length of the longest common subsequence.
func Subsequence(a, b []rune) int {
	var room [2 * longestLabel]int
	row := room[:]
	if len(b) >= len(row) {
		row = make([]int, len(b)+1)
	}
	for _, x := range a {
		before := 0
		for j, y := range b {
			above := row[j+1]
			if x == y {
				row[j+1] = before + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			before = above
		}
	}
	return row[len(b)]
}
