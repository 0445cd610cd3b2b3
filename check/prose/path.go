package prose

import (
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/templates"
)

// below: what follows are parts of the number before.
func (w *reader) below() {
	w.path.parted = true
	if n := len(w.path.counts); n > 0 {
		w.path.whole = w.path.counts[n-1]
	}
	w.path.wholeHeld = w.path.lastHeld
}

// silence leaves alone all below that does not say anew what it counts.
func (w *reader) silence(reason string) { w.path.silent, w.path.kind = reason, reason }

// pass notes a number that was not held.
func (w *reader) pass(n numeral) {
	w.part(n)
	value := n.amount().value
	if w.path.kind == reasonChannel {
		w.path.parts = w.path.parts.Add(value)
		return
	}
	if !w.path.parted {
		w.path.counts, w.path.lastHeld = append(w.path.counts, value), false
	}
}

// counted notes a number that was held.
func (w *reader) counted(n numeral, m match, o own) {
	w.part(n)
	if !w.path.parted {
		w.path.counts, w.path.lastHeld = append(w.path.counts, n.amount().value), true
	}
	if w.path.kind != "" && m.reading.Whole && w.names(m, o) {
		w.path.silent, w.path.kind = "", ""
	}
	w.last, w.lastLeft, w.lastPart = len(w.found)-1, w.left, !m.reading.Whole && m.reading.Topic.Is(requests)
	if m.reading.Whole && m.reading.Topic.Names(strings.Join(m.words, " ")+o.raw+o.after) {
		w.spoiled = "" // the talk is of something else now
	}
}

// close silences what stands below a word of a list, pieces of information or a
// channel. Channels that add up to their whole are done with: what follows them
// is again of the whole.
func (w *reader) close(o own, n numeral) {
	words := templates.ProseWords()
	switch {
	case byChannel(o.before):
		if w.path.kind == "" || w.path.kind == reasonChannel {
			w.silence(reasonChannel)
		}
	case w.path.kind == reasonChannel && (w.channelsDone() || HasAny(o.raw, []string{"合计", "共计", "总计"})):
		w.path.silent, w.path.kind = "", ""
	}
	switch {
	case HasAny(n.unit, []string{"条", "篇", "幅", "期"}) && HasAny(o.raw, words.Pieces):
		w.silence(reasonPieces)
	case HasAny(n.unit, []string{"项", "个"}) && HasAny(o.raw, words.Lists) && !w.topic.Is(requests):
		w.silence(reasonPowers)
	}
}

func (w *reader) channelsDone() bool {
	sum := decimal.Zero
	for i := len(w.path.counts) - 1; i >= 0; i-- {
		sum = sum.Add(w.path.counts[i])
		if sum.Equal(w.path.parts) {
			return true
		}
	}
	return false
}

// names: the number's own words say what is counted, and by what act.
func (w *reader) names(m match, o own) bool {
	text := strings.Join(m.words, " ") + " " + o.raw + " " + o.after
	if m.reading.Topic.Within == requests {
		return m.reading.Topic.Names(text) && HasAny(text, []string{"信息公开", "依申请"})
	}
	return m.reading.Topic.Names(text) && (len(m.before)+len(m.after) > 1 || strings.Contains(text, "决定"))
}
