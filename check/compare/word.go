package compare

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// words cuts a sentence into characters, and numbers and Latin words into whole ones.
func words(sentence string) []string {
	var out []string
	from, kind := 0, 0
	for i, r := range sentence {
		k := wordKind(r)
		if i > 0 && (k == 0 || k != kind) {
			out = append(out, sentence[from:i])
			from = i
		}
		kind = k
	}
	if from < len(sentence) {
		out = append(out, sentence[from:])
	}
	return out
}

// wordKind is 1 in numbers, 2 in Latin words, 0 in characters that stand alone.
func wordKind(r rune) int {
	switch {
	case '0' <= r && r <= '9' || r == '.' || r == '%':
		return 1
	case r < utf8.RuneSelf && unicode.IsLetter(r):
		return 2
	}
	return 0
}

// shortest is how many words must agree between two changes; fewer are marked
// with them: of a reworded sentence every other character agrees by chance.
const shortest = 2

// mostReworded is how many words of a sentence may have come and gone.
const mostReworded = 400

// marked shows both sentences with 「」 around what the other does not have.
func marked(a, b []string) (string, string) {
	var outA, outB strings.Builder
	at, bt := 0, 0
	change := func(toA, toB int) {
		for _, side := range []struct {
			out   *strings.Builder
			words []string
		}{{&outA, a[at:toA]}, {&outB, b[bt:toB]}} {
			if len(side.words) > 0 {
				side.out.WriteString("「" + strings.Join(side.words, "") + "」")
			}
		}
	}
	for _, run := range append(common(a, b, mostReworded), run{a: len(a), b: len(b)}) {
		between := (run.a > at || run.b > bt) && run.a+run.length < len(a) && run.b+run.length < len(b)
		if between && run.length < shortest && run.length > 0 {
			continue
		}
		change(run.a, run.b)
		same := strings.Join(a[run.a:run.a+run.length], "")
		outA.WriteString(same)
		outB.WriteString(same)
		at, bt = run.a+run.length, run.b+run.length
	}
	return outA.String(), outB.String()
}

// leastAlike is the share of words, in percent, that the two of a pair have in
// common: less is another sentence.
const leastAlike = 50

// likeness is the share of words that two sentences have in common; 0 where
// they are two sentences rather than one that was reworded.
func likeness(a, b []string) int {
	if min(len(a), len(b))*2*100 < leastAlike*(len(a)+len(b)) {
		return 0 // too unlike in length
	}
	same := 0
	for _, run := range common(a, b, mostReworded) {
		same += run.length
	}
	if share := same * 2 * 100 / max(len(a)+len(b), 1); share >= leastAlike {
		return share
	}
	return 0
}
