package prose

import (
	"strings"

	"nianbao/templates"
)

// afterNumber is what follows a number, up to where the next thing begins.
func afterNumber(text string) string {
	for _, word := range []string{"、", "其中", "和", "及", "与", "以及", "，"} {
		if i := strings.Index(text, word); i >= 0 {
			text = text[:i]
		}
	}
	for _, f := range []string{"的", "是", "为", "已", "均", "属于"} {
		text = strings.TrimPrefix(text, f)
	}
	return text
}

// number holds one number against the phrases of the topic in force, if all that
// bears on it is understood.
func (w *reader) number(c clause, n numeral, around context) {
	if strings.Contains(around.before, "其中") {
		w.below()
	}
	before, after := w.r.Template.LastTopic(withoutBrackets(around.before)), w.r.Template.LastTopic(around.after)
	topic, said := w.topic, w.topic
	ahead := w.ahead
	switch {
	case before != nil:
		topic, ahead = before, nil
	case after != nil && (after.Key != requests || !w.topic.Counted()):
		topic = after
	}
	if before != nil || after != nil {
		w.ahead = nil
	}
	w.topic = topic
	own := w.own(c, around)
	if after == nil && !topic.Counted() && ahead.Counts(n.unit) && len(best(ahead.Readings(), own.context, speaking)) > 0 {
		topic = ahead // 全年予以公开6件，部分公开1件: the sentence turns to the topic only then
	}
	w.close(own, n)
	if w.together(topic, own, n) {
		return
	}
	matches := w.matches(topic, own, n.unit)
	unitless := n.unit == ""
	switch {
	case unitless && (len(matches) == 0 || !matches[0].adjacent || !isCount(c, n)):
		w.leave(n, reasonNoUnit)
		return
	case len(matches) == 0 && !unitless && !topic.Counts(n.unit):
		w.leave(n, reasonTopic)
		w.pass(n)
		return
	case len(matches) == 0:
		w.leave(n, reasonPhrase)
		w.pass(n)
		return
	}
	m := matches[0]
	reason := w.besideInBracket(own, m)
	if w.left > 0 && said != nil && !said.Counted() && m.reading.Topic.Is(requests) && len(m.before)+len(m.after) < 2 {
		reason = reasonTopic // 留言312条，不予公开12条: an outcome of the same thing
		w.topic = said
	}
	if after != nil && after != topic && around.before != "" {
		reason = reasonOther
	}
	if reason == "" && m.reading.Whole && m.reading.Topic.Is(requests) && HasAny(n.unit, anyThing) && (len(m.before) == 0 || !m.reading.Topic.Names(own.raw+around.after)) {
		reason = reasonPhrase // 3项制度均已办结: the unit does not say of what
	}
	if reason == "" {
		reason = w.exclusion(c, n, around, m)
	}
	if reason == "" {
		reason = w.misunderstood(n, own, m)
	}
	if reason != "" {
		w.leave(n, reason)
		w.pass(n)
		w.doubt(n, matches, reason)
		if m.reading.Whole && reason != reasonGrowth && reason != reasonYear && !(isLeftOver(reason) && w.isCell(n, matches)) {
			w.silence(reason)
		}
		return
	}
	w.topic = topic
	w.hold(n, n.text, matches)
	w.counted(n, m, own)
}

// anyThing is counted in these: requests only where they are named.
var anyThing = []string{"项", "份", "个", "次", "部"}

// isCount: a number without a unit that may be a count all the same, as 受理申请62
// before a comma. A year or a telephone number is none.
func isCount(c clause, n numeral) bool {
	rest := c.text[n.end:]
	return isDigits(n.digits) && n.exponent == 0 && !n.more && (rest == "" || strings.HasPrefix(rest, "、")) &&
		!(len(n.digits) == 4 && (strings.HasPrefix(n.digits, "19") || strings.HasPrefix(n.digits, "20"))) && n.digits != "12345"
}

func (w *reader) own(c clause, around context) own {
	o := own{context: around, raw: around.before}
	before := around.before
	if strings.HasSuffix(before, "、") {
		before = ""
	}
	if i := strings.Index(before, "（"); i >= 0 {
		o.bracket = before
		before = withoutBrackets(before)
	}
	before = withoutEveryChannel(before)
	for _, whole := range []string{"申请中", "件中", "事项中", "案件中", "信息中", "诉讼中", "复议中", "结果中", "答复中", "办结中", "当中"} {
		if i := strings.LastIndex(before, whole); i >= 0 {
			o.head, before = before[:i+len(whole)], before[i+len(whole):]
			break
		}
	}
	if i := strings.LastIndex(before, "等"); i > 0 {
		rest := before[i+len("等"):]
		topic := w.topic
		if found := best(topic.Readings(), context{before: trimFillers(rest)}, saying); len(found) > 0 && !found[0].reading.Whole {
			o.examples, before = before[:i], rest
		}
	}
	o.before = trimFillers(before)
	return o
}

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
