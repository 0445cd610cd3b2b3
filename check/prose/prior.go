package prose

import (
	"strings"

	"nianbao/templates"
)

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
		lexicons := []*templates.Lexicon{w.r.Template.Known(), templates.EffortWords()}
		switch narrows := hasSuffixOf(prior, narrowing); {
		case narrows:
			if word := narrowedTo(prior, m); word != "" {
				return notRead(word)
			}
			lexicons = lexicons[:1]
		case said:
			continue
		}
		if word := w.unread(withoutEveryChannel(withoutBrackets(prior)), lexicons...); word != "" {
			return notRead(word)
		}
		if m.reading.Topic.Names(prior) {
			return "" // it says what is counted; what stands before it says of that alone
		}
	}
	return ""
}

// narrowedTo is the kind of applicant that a text before narrows the talk to, where
// it names one and not all: 自然人的申请中. What is counted of them is no cell.
func narrowedTo(text string, m match) string {
	words := templates.ProseWords()
	if HasAny(text, words.Everybody) || HasAny(strings.Join(m.words, " "), words.Applicants) {
		return ""
	}
	for _, word := range words.Applicants {
		if strings.Contains(text, word) {
			return word
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
