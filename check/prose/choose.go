package prose

import (
	"slices"
	"strings"

	"nianbao/templates"
)

// matches are the readings that fit a number's context best. Where no reading leaves
// nothing over, 不予公开的政府信息公开申请5件 is read without what it repeats of the whole.
func (w *reader) matches(topic *templates.Topic, o own, unit string) []match {
	readings := topic.Counting(unit)
	if strings.Contains(o.bracket, "（含") {
		with := best(readings, context{before: trimFillers(o.bracket), after: o.after}, saying)
		for i := range with {
			with[i].bracketed = true
		}
		if len(with) > 0 && len(with[0].before) > 1 && w.unreadAround(o, with[0]) == "" {
			return with
		}
	}
	found := w.clearest(everyFit(readings, o.context), o)
	if (len(found) == 0 || found[0].leftOver != "") && len(w.behind) > len(o.after) && trimFillers(strings.TrimPrefix(o.before, "其中")) == "" {
		whole := o
		whole.after = w.behind // 19件已按照时限和程序进行了答复
		for _, m := range w.clearest(everyFit(readings, whole.context), whole) {
			if len(m.before) == 0 && m.leftOver == "" {
				m.behind = w.behind
				return []match{m}
			}
		}
	}
	i := strings.LastIndex(o.before, "的")
	if i <= 0 || len(found) == 0 || !topic.Names(o.before[i:]) || found[0].leftOver == "" {
		return found
	}
	part := o
	part.before = trimFillers(o.before[:i])
	for _, m := range w.clearest(everyFit(readings, part.context), part) {
		if m.leftOver == "" && !m.reading.Whole {
			m.shortened = part.before
			return []match{m}
		}
	}
	return found
}

// clearest are the readings with the most words of those that leave no word over;
// where all do, those with the most words.
func (w *reader) clearest(found []match, o own) []match {
	for i := range found {
		if found[i].leftOver = w.unreadAround(o, found[i]); found[i].leftOver != "" {
			continue
		}
		clear := found[i : i+1 : i+1]
		for _, other := range sameWeight(found[i:])[1:] {
			if other.reading != clear[len(clear)-1].reading && w.unreadAround(o, other) == "" {
				clear = append(clear, other)
			}
		}
		return clear
	}
	for i := range found { // the word to name is one that nobody taught
		if w.unread(found[i].leftOver, w.r.Template.Known()) != "" {
			return sameWeight(found[i:])
		}
	}
	return sameWeight(found)
}

func sameWeight(found []match) []match {
	for i := range found {
		if found[i].weight != found[0].weight {
			return found[:i]
		}
	}
	return found
}

// everyFit are the readings that fit, the best first.
func everyFit(readings []*templates.Reading, c context) []match {
	var found []match
	look := lookAt(c)
	for _, r := range readings {
		for i := range r.Say {
			if !look.mayFit(&r.Say[i]) {
				continue
			}
			if f := fits(&r.Say[i], c); f.weight > 0 {
				found = append(found, match{reading: r, fit: f})
			}
		}
	}
	if len(found) < 2 {
		return found
	}
	slices.SortStableFunc(found, func(a, b match) int {
		switch onlyA, onlyB := len(a.before) == 0, len(b.before) == 0; {
		case onlyA != onlyB && onlyB:
			return -1 // what stands before a number is of it; what follows may be of what comes next
		case onlyA != onlyB:
			return 1
		case onlyA && a.after[0].from != b.after[0].from:
			return a.after[0].from - b.after[0].from // 1件不公开并告知行政查询途径
		}
		return b.weight - a.weight
	})
	return found
}

// best are the readings of a topic that fit best; none: no reading does.
func best(readings []*templates.Reading, c context, patterns func(*templates.Reading) []templates.Pattern) []match {
	var found []match
	look := lookAt(c)
	for _, r := range readings {
		all := patterns(r)
		for i := range all {
			if !look.mayFit(&all[i]) {
				continue
			}
			f := fits(&all[i], c)
			if f.weight == 0 || len(found) > 0 && f.weight < found[0].weight {
				continue
			}
			if len(found) > 0 && f.weight > found[0].weight {
				found = found[:0]
			}
			if len(found) == 0 || found[len(found)-1].reading != r {
				found = append(found, match{reading: r, fit: f})
			}
		}
	}
	return found
}

func saying(r *templates.Reading) []templates.Pattern   { return r.Say }
func speaking(r *templates.Reading) []templates.Pattern { return r.Alone }
func denying(r *templates.Reading) []templates.Pattern  { return r.None }
