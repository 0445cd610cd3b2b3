package prose

import (
	"strings"

	"nianbao/templates"
)

// sumWords stand before a number that adds up what was just named or counted.
var sumWords = []string{"合计", "共计", "总计", "总共", "一共", "共"}

// together holds a number that adds up several things against the sum of their
// cells: 新收和上年结转合计36件, or 新收35件，上年结转1件，合计36件. It is false where
// the number is none.
func (w *reader) together(topic *templates.Topic, o own, n numeral) bool {
	added := strings.TrimRight(o.raw, "为是有达")
	i := -1
	for _, word := range sumWords {
		if strings.HasSuffix(added, word) {
			i = len(added) - len(word)
			break
		}
	}
	if i < 0 || !topic.Counts(n.unit) {
		return false
	}
	named := w.unleadIn(strings.TrimRight(added[:i], "，"))
	if trimFillers(named) == "" {
		return i+len("共") < len(added) && w.sumOfCounted(n)
	}
	parts := splitThings(named)
	if len(parts) < 2 {
		return false
	}
	m := match{reading: &templates.Reading{Topic: topic}}
	var leaves []templates.Leaf
	for _, part := range parts {
		at := topic
		if own := w.r.Template.LastTopic(part); own != nil {
			at = own
		}
		one := w.own(clause{}, context{before: part})
		found := w.matches(at, one, n.unit)
		if len(found) == 0 || w.misunderstood(n, one, found[0]) != "" {
			return false
		}
		leaves = append(leaves, found[0].reading.Means[0].Leaves...)
	}
	if repeats(leaves) {
		return false
	}
	m.reading.Means = []templates.Quantity{{Leaves: leaves}}
	here := n
	here.start, here.end = len(o.raw), len(o.raw) // in the stretch that is asked about
	if w.exclusion(clause{text: o.raw}, here, o.context, m) != "" {
		return false
	}
	w.topic = topic
	w.hold(n, n.text, []match{m})
	return true
}

// unleadIn takes a lead-in off: 其中.
func (w *reader) unleadIn(text string) string { return strings.TrimPrefix(text, "其中") }

// splitThings parts what 、, 和 and their like join.
func splitThings(text string) []string {
	for _, word := range []string{"以及", "和", "与", "及", "加上", "加"} {
		text = strings.ReplaceAll(text, word, "、")
	}
	var out []string
	for part := range strings.SplitSeq(text, "、") {
		if part != "" {
			out = append(out, part)
		}
	}
	return out
}

// sumOfCounted holds a number against the sum of those that the sentence held so far.
func (w *reader) sumOfCounted(n numeral) bool {
	var leaves []templates.Leaf
	held := 0
	if w.left > 0 {
		return false
	}
	for i := w.sentenceStart; i < len(w.found); i++ {
		m := w.found[i]
		if m.Reason != "" || len(m.Means) == 0 || m.number.end == 0 || !m.Agrees {
			return false
		}
		for _, meaning := range m.Means {
			if m.Holds(meaning) {
				leaves = append(leaves, meaning.Leaves...)
				break
			}
		}
		held++
	}
	if held < 2 || repeats(leaves) {
		return false
	}
	reading := &templates.Reading{Topic: w.topic, Means: []templates.Quantity{{Leaves: leaves}}}
	w.hold(n, n.text, []match{{reading: reading}})
	return true
}

func repeats(leaves []templates.Leaf) bool {
	seen := map[string]bool{}
	for _, leaf := range leaves {
		if seen[leaf.Path] {
			return true
		}
		seen[leaf.Path] = true
	}
	return false
}
