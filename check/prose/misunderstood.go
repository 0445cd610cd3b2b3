package prose

import (
	"strings"

	"nianbao/templates"
)

// misunderstood says what on a number's path is not understood; "" where
// everything is.
func (w *reader) misunderstood(n numeral, o own, m match) string {
	if m.leftOver != "" {
		return notRead(m.leftOver)
	}
	if reason := w.priorClauses(o, m); reason != "" {
		return reason
	}
	names := w.path.kind != "" && w.names(m, o)
	switch w.path.kind {
	case "":
	case reasonChannel:
		if !names || len(w.path.counts) == 0 || !m.reading.Topic.Is(requests) && !m.reading.Topic.Names(o.raw) {
			return reasonChannel
		}
	case reasonPowers, reasonPieces:
		if m.reading.Topic.Is(requests) && (names || w.path.kind == reasonPowers && !w.path.parted) {
			break
		}
		if !names || w.path.parted {
			return w.path.silent
		}
	case reasonOther:
		if !names || len(m.before)+len(m.after) < 2 && m.reading.Topic.Within != requests {
			return w.path.silent // 公示行政许可决定9件，行政处罚决定3件: of the same act
		}
	default:
		if !names {
			return w.path.silent
		}
	}
	if w.path.parted && !w.path.wholeHeld && w.exceedsWhole(n, m) {
		return reasonPart
	}
	if w.spoiled != "" && m.reading.Whole && (w.path.parted && len(m.before)+len(m.after) < 2 || !m.reading.Topic.Names(strings.Join(m.words, " ")+o.raw+o.after)) {
		return w.spoiled
	}
	return ""
}

// besideInBracket: 行政复议（诉讼）5件 counts what the bracket names as well.
func (w *reader) besideInBracket(o own, m match) string {
	i := strings.Index(o.bracket, "（")
	if i < 0 || m.bracketed {
		return ""
	}
	if other := w.r.Template.LastTopic(o.bracket[i:]); other.Counted() && other != m.reading.Topic {
		return reasonOther
	}
	return ""
}

// exceedsWhole: every cell that a part may be is larger than the whole that the
// sentence gives it, so that the part is of something else.
func (w *reader) exceedsWhole(n numeral, m match) bool {
	if !w.path.whole.IsPositive() || n.amount().value.GreaterThan(w.path.whole) {
		return false
	}
	for _, quantity := range m.reading.Means {
		if meaning, ok := w.meaning(quantity); !ok || meaning.Value.LessThanOrEqual(w.path.whole) {
			return false
		}
	}
	return true
}

// unreadAround is the first word around the number that is not understood.
func (w *reader) unreadAround(o own, m match) string {
	topic := m.reading.Topic
	around := o.context
	if m.shortened != "" {
		around.before = m.shortened
	}
	if m.behind != "" {
		around.after = m.behind
	}
	if m.bracketed {
		around.before = trimFillers(o.bracket)
	}
	if HasAny(o.bracket, []string{"不含", "不计", "不包", "除", "未含", "剔", "去重"}) {
		return o.bracket[strings.Index(o.bracket, "（"):]
	}
	if word := w.beyondOwn(o.raw); word != "" {
		return word
	}
	pieces := m.pieces(around)
	for i, piece := range pieces {
		lexicon := topic.Understood()
		if i > len(m.before) || i == len(m.before) && len(m.after) == 0 && piece == around.after {
			lexicon = w.r.Template.Known() // it was read, and what became of it follows: 31件均已答复
		}
		word := w.unread(piece, lexicon)
		if word != "" && everybody(o.raw) {
			word = w.unread(piece, lexicon, templates.MemberWords())
		}
		if word != "" {
			return word
		}
	}
	if word := narrowedTo(o.head, m); word != "" {
		return word
	}
	for _, text := range []string{o.head, o.examples} {
		if word := w.unread(text, w.r.Template.Known()); word != "" {
			return word
		}
	}
	return ""
}

// everybody: a text names all whose numbers the tables hold, by one word or by
// several that make them up: 各县区、市直各部门.
func everybody(text string) bool {
	words := templates.ProseWords()
	if HasAny(text, words.Everywhere) {
		return true
	}
	for _, word := range words.Members {
		if before, after, found := strings.Cut(text, word); found {
			return HasAny(before+"|"+after, words.Members)
		}
	}
	return false
}

// beyondOwn is the word by which a report of one office speaks of the whole place:
// 全区 in that of a district's bureau. Its tables may hold either.
func (w *reader) beyondOwn(text string) string {
	if w.r.Agency == "" || w.r.Scope == "whole" || isPlace(w.r.Agency) {
		return ""
	}
	for _, word := range templates.ProseWords().Everywhere {
		if strings.Contains(text, word) {
			return word
		}
	}
	return ""
}
