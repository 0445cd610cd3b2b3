package prose

import (
	"strings"

	"nianbao/templates"
)

func (w *reader) paragraph(text string) {
	// Requests that were counted carry to a paragraph without a heading of its own.
	carried := w.informs && w.heldSince(w.paragraphStart)
	w.paragraphStart = len(w.found)
	if head := Heading(text); head != "" {
		w.heading, w.item, carried = w.r.Template.FirstTopic(head), nil, false
	}
	w.spoiled = ""
	w.topic = w.headed()
	w.informs = carried || w.topic.Is(requests)
	for _, sentence := range Sentences(text) {
		if item := itemHeading(sentence); item != "" {
			w.item = w.r.Template.FirstTopic(item)
			w.topic, w.spoiled = w.headed(), ""
		}
		held := len(w.found)
		w.read(sentence)
		if len(w.found) > held || w.left > 0 || w.path.silent != "" {
			w.spoiled = w.path.silent
		}
		if !w.heldSince(held) {
			w.topic = w.headed() // what was said in passing does not carry on
		}
	}
}

func (w *reader) read(sentence string) {
	w.sentence, w.prior, w.stem = sentence, w.prior[:0], ""
	clear(w.parts)
	w.path, w.last, w.lastPart, w.sentenceStart = path{}, -1, false, len(w.found)
	w.left, w.leftUnit = 0, ""
	text := WithoutTitles(sentence)
	w.informs = w.informs || strings.Contains(text, "信息公开") && !strings.Contains(text, "主动公开") || strings.Contains(text, "依申请公开")
	if w.heldOnly && !w.topic.Counted() && !w.r.Template.SpeaksOfCounts(text) &&
		(w.spoiled == "" && !templates.SilencingWords().In(text) || len(numerals(text)) == 0) {
		return // it says nothing, and silences nothing that follows
	}
	w.ahead = w.r.Template.FirstTopic(withoutBrackets(text))
	w.named = w.r.Template.SpeaksOfCounts(text)
	text = namedYears(text, w.r.Year)
	w.plan = w.section == "problems" && strings.Contains(text, "下年") || strings.HasPrefix(text, "下一步")
	type place struct {
		topic *templates.Topic
		stem  string
		path  path
		prior int
	}
	var outer []place
	for _, c := range clausesOf(text, false) {
		if c.opens {
			outer = append(outer, place{w.topic, w.stem, w.path, len(w.prior)})
			w.path.counts = w.path.counts[:len(w.path.counts):len(w.path.counts)]
			w.stem = c.stem
			if topic := w.r.Template.LastTopic(c.stem); topic != nil {
				w.topic = topic
			}
		}
		if c.text == "；" {
			w.prior = w.prior[:0]
			w.witness()
			w.path.parted = false
			continue
		}
		w.clause(c)
		if c.closes && len(outer) > 0 {
			w.witness()
			w.topic, w.stem, w.path = outer[len(outer)-1].topic, outer[len(outer)-1].stem, outer[len(outer)-1].path
			w.prior = w.prior[:min(len(w.prior), outer[len(outer)-1].prior)]
			outer = outer[:len(outer)-1]
		}
	}
	w.witness()
}

func (w *reader) clause(c clause) {
	numbers := numerals(c.text)
	if said := withoutExcept(c.text); len(numbers) > 0 && said != c.text {
		c.text, numbers = said, numerals(said)
	}
	w.prior = append(w.prior, c.text)
	if w.denial(c) {
		for _, n := range numbers {
			w.leave(n, reasonOther)
		}
		return
	}
	if len(numbers) == 0 && w.all(c) {
		return
	}
	first, listed := w.listed(c, numbers)
	for i, n := range numbers {
		from, to := 0, len(c.text)
		if i > 0 {
			from = numbers[i-1].end
		}
		if i+1 < len(numbers) {
			to = numbers[i+1].start
		}
		around := context{c.text[from:n.start], afterNumber(c.text[n.end:to])}
		w.behind = ""
		if i+1 == len(numbers) {
			w.behind = strings.TrimPrefix(c.text[n.end:], "已")
		}
		switch {
		case i >= first && i-first < len(listed):
			around = listed[i-first]
		case i >= first:
			w.leave(n, reasonList)
			continue
		}
		w.number(c, n, around)
	}
	if len(numbers) == 0 {
		if HasAny(c.text, templates.ProseWords().Matters) && !w.topic.Is(requests) {
			w.silence(reasonPowers)
		}
		if topic := w.r.Template.LastTopic(c.text); topic != nil {
			w.topic = topic
		}
	}
}
