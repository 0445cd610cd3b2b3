package prose

import (
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/problem"
	"nianbao/templates"
)

// A path is what a number of a sentence inherits from those before it.
type path struct {
	silent string            // why nothing below is held; "" while all is understood
	kind   string            // what silenced it: one of the reasons for a channel, a list
	counts []decimal.Decimal // the numbers of the level above
	whole  decimal.Decimal   // what 其中 parts
	parted bool              // 其中 stands before
	parts  decimal.Decimal   // what the channels named so far add up to

	doubtful  *doubtful // the whole that 其中 parts, where it was not understood
	partsSeen int       // numbers since 其中
	partsSum  decimal.Decimal
	lastHeld  bool // the number before was held
	wholeHeld bool // what 其中 parts was
}

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
	w.last, w.lastLeft = len(w.found)-1, w.left
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
	default:
		if !names {
			return w.path.silent
		}
	}
	if w.path.parted && !w.path.wholeHeld && w.exceedsWhole(n, m) {
		return reasonPart
	}
	if w.spoiled != "" && m.reading.Whole && !m.reading.Topic.Names(strings.Join(m.words, " ")+o.raw+o.after) {
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

func notRead(word string) string { return "“" + problem.Clip(word) + "”没有读懂" }

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
	pieces := m.pieces(around)
	for i, piece := range pieces {
		lexicon := topic.Understood()
		if i > len(m.before) || i == len(m.before) && len(m.after) == 0 && piece == around.after {
			lexicon = w.r.Template.Known() // it was read, and what became of it follows: 31件均已答复
		}
		if word := w.unread(piece, lexicon); word != "" {
			return word
		}
	}
	for _, text := range []string{o.head, o.examples} {
		if word := w.unread(text, w.r.Template.Known()); word != "" {
			return word
		}
	}
	return ""
}

// narrowing ends a clause that says of which the next one speaks.
var narrowing = []string{"的", "中", "类", "领域", "里", "时"}

// priorClauses says what before the number's own clause narrows it down, and is
// not understood.
func (w *reader) priorClauses(o own, m match) string {
	words := templates.ProseWords()
	for i := len(w.prior) - 2; i >= 0; i-- {
		prior := w.prior[i]
		if len(numerals(prior)) > 0 {
			return ""
		}
		if i == len(w.prior)-2 && !strings.Contains(prior, "等") && hasPrefixOf(prior, words.ChannelLeads) && byChannel(prior) {
			return reasonChannel
		}
		said := !m.reading.Whole || m.reading.Topic.Names(o.raw) || w.names(m, o)
		if w.last >= 0 && w.path.silent == "" && !HasAny(prior, words.Acts) {
			said = true // a remark on what was counted before: 大部分通过信函提出
		}
		if !hasSuffixOf(prior, narrowing) && said {
			continue
		}
		if word := w.unread(withoutEveryChannel(withoutBrackets(prior)), w.r.Template.Known()); word != "" {
			return notRead(word)
		}
	}
	return ""
}

func hasPrefixOf(text string, words []string) bool {
	for _, word := range words {
		if strings.HasPrefix(text, word) {
			return true
		}
	}
	return false
}

func hasSuffixOf(text string, words []string) bool {
	for _, word := range words {
		if strings.HasSuffix(text, word) {
			return true
		}
	}
	return false
}

// withoutEveryChannel leaves out 通过网站、信函等渠道: by whatever way they came.
func withoutEveryChannel(text string) string {
	for _, lead := range []string{"通过", "以", "利用", "依托", "采取", "采用", "从"} {
		i := strings.Index(text, lead)
		if i < 0 {
			continue
		}
		for _, end := range []string{"等方式", "等渠道", "等途径", "等形式", "等多种渠道", "等多种方式", "等多种形式", "等各种渠道", "等各种方式", "各种渠道", "多种渠道", "各种方式", "各种途径", "各类渠道", "线上线下渠道", "线上线下"} {
			if j := strings.Index(text[i:], end); j >= 0 {
				return text[:i] + text[i+j+len(end):]
			}
		}
	}
	return text
}
