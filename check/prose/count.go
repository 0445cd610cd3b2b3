package prose

import "strings"

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

// number holds one number against the phrases of the topic in force.
func (w *reader) number(c clause, n numeral, around context) {
	before, after := w.r.Template.LastTopic(around.before), w.r.Template.LastTopic(around.after)
	topic := w.topic
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
	bare := around
	bare.before = trimFillers(strings.TrimRight(around.before, "、"))
	if strings.HasSuffix(around.before, "、") {
		bare.before = ""
	}
	if after == nil && !topic.Counted() && ahead.Counts(n.unit) && len(best(ahead.Readings(), bare, speaking)) > 0 {
		topic = ahead // 全年予以公开6件，部分公开1件: the sentence turns to the topic only then
	}
	unitless := n.unit == ""
	if !unitless && !topic.Counts(n.unit) {
		w.leave(n, reasonTopic)
		return
	}
	matches := best(topic.Readings(), bare, saying)
	switch {
	case unitless && (len(matches) == 0 || !matches[0].adjacent || !isCount(c, n)):
		w.leave(n, reasonNoUnit)
		return
	case len(matches) == 0:
		w.leave(n, reasonPhrase)
		return
	}
	if after != nil && after != topic && around.before != "" {
		w.leave(n, reasonOther)
		return
	}
	if reason := w.exclusion(c, n, around, matches[0]); reason != "" {
		w.leave(n, reason)
		return
	}
	w.topic = topic
	w.hold(n, n.text, matches)
}

// isCount: a number without a unit that may be a count all the same, as 受理申请62
// before a comma. A year or a telephone number is none.
func isCount(c clause, n numeral) bool {
	rest := c.text[n.end:]
	return isDigits(n.digits) && n.exponent == 0 && !n.more && (rest == "" || strings.HasPrefix(rest, "、")) &&
		!(len(n.digits) == 4 && (strings.HasPrefix(n.digits, "19") || strings.HasPrefix(n.digits, "20"))) && n.digits != "12345"
}
