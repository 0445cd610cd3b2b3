package prose

import (
	"strings"

	"nianbao/templates"
)

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
		if ofOtherDocuments(topic, own.raw) {
			w.silence(reasonOther) // 清理规范性文件120件，废止10件
		}
		return
	}
	m := matches[0]
	reason := w.besideInBracket(own, m)
	if w.left > 0 && !said.Counted() && !w.lastPart && m.reading.Topic.Is(requests) &&
		((said != nil || w.leftUnit == n.unit) && len(m.before)+len(m.after) < 2 || !m.reading.Topic.Names(own.raw+around.after)) {
		reason = reasonTopic // 留言312条，不予公开12条: an outcome of the same thing
		w.topic = said
	}
	if after != nil && after != topic && around.before != "" {
		reason = reasonOther
	}
	if reason == "" && m.reading.Whole && m.reading.Topic.Is(requests) && HasAny(n.unit, anyThing) && !w.countedIn(n.unit) && !(w.headed().Is(requests) && HasAny(strings.Join(m.words, " "), []string{"申请书", "申请表"})) && (len(m.before) == 0 || !m.reading.Topic.Names(own.raw+around.after)) {
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

// countedIn: the sentence held a number of requests in the same unit before.
func (w *reader) countedIn(unit string) bool {
	return w.last >= w.sentenceStart && w.last >= 0 && w.topic.Is(requests) && w.found[w.last].number.unit == unit && w.lastLeft == w.left
}

// ofOtherDocuments: what is done with documents is none of the acts that are counted.
func ofOtherDocuments(topic *templates.Topic, text string) bool {
	for _, reading := range topic.Readings() {
		if reading.Whole && len(reading.Not) > 0 && !topic.Is(requests) && HasAny(text, reading.Not) {
			return true
		}
	}
	return false
}
