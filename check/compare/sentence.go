package compare

import (
	"strings"

	"nianbao/check/prose"
	"nianbao/report"
)

// proseDifferences compares the sentences of one section.
func proseDifferences(a, b *report.Report, key string) []Difference {
	textA, textB := a.Prose[key].Text, b.Prose[key].Text
	if textA == textB {
		return nil
	}
	place := a.Template.Place(key)
	if place == "" {
		place = b.Template.Place(key)
	}
	found := func(d Difference) Difference {
		d.Kind, d.Path, d.Place, d.Group = DiffersInProse, key, place, place
		return d
	}
	sentencesA, sentencesB := allSentences(textA), allSentences(textB)
	var out []Difference
	at, bt := 0, 0
	for _, run := range append(common(sentencesA, sentencesB, mostMoved), run{a: len(sentencesA), b: len(sentencesB)}) {
		for _, d := range changes(sentencesA[at:run.a], sentencesB[bt:run.b]) {
			out = append(out, found(d))
		}
		at, bt = run.a+run.length, run.b+run.length
	}
	if out == nil {
		out = []Difference{found(Difference{A: textA, B: textB, Remark: "文字相同，分段或空格不同"})}
	}
	return out
}

func allSentences(text string) []string {
	var out []string
	for paragraph := range strings.SplitSeq(text, "\n") {
		for _, sentence := range prose.Sentences(paragraph) {
			if sentence = strings.TrimSpace(sentence); sentence != "" {
				out = append(out, sentence)
			}
		}
	}
	return out
}

const (
	// mostMoved is how many sentences of a section may have come and gone; the
	// longest published one has some 200.
	mostMoved = 1000
	// mostPaired is how many sentences in a row are looked through for those that
	// were reworded; in a longer run none are paired.
	mostPaired = 40
)

// changes are the sentences that stand in the place of others: pairs that were
// reworded, and what is only in one, in the order of the text.
func changes(a, b []string) []Difference {
	var out []Difference
	var wordsA, wordsB [][]string
	if len(a) <= mostPaired && len(b) <= mostPaired {
		wordsA, wordsB = allWords(a), allWords(b)
	}
	next := 0
	for i := range a {
		best, of := -1, 0
		for j := next; j < len(wordsB); j++ {
			if alike := likeness(wordsA[i], wordsB[j]); alike > of {
				best, of = j, alike
			}
		}
		if best < 0 {
			out = append(out, Difference{A: a[i]})
			continue
		}
		for ; next < best; next++ {
			out = append(out, Difference{B: b[next]})
		}
		markedA, markedB := marked(wordsA[i], wordsB[best])
		out = append(out, Difference{A: a[i], B: b[best], MarkedA: markedA, MarkedB: markedB})
		next = best + 1
	}
	for ; next < len(b); next++ {
		out = append(out, Difference{B: b[next]})
	}
	return out
}

func allWords(sentences []string) [][]string {
	out := make([][]string, len(sentences))
	for i, sentence := range sentences {
		out[i] = words(sentence)
	}
	return out
}
