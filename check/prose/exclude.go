package prose

import (
	"strconv"
	"strings"

	"nianbao/templates"
)

// exclusion says why a number that a phrase fits is left alone all the same.
func (w *reader) exclusion(c clause, n numeral, around context, m match) string {
	has := func(text string, words ...string) bool {
		for _, word := range words {
			if strings.Contains(text, word) {
				return true
			}
		}
		return false
	}
	words := templates.ProseWords()
	before, whole := around.before, c.text
	changes := templates.ChangeWords().In(before)
	switch {
	case w.plan || templates.PlanWords().In(whole):
		return reasonPlan
	case changes && has(before, words.Growth...):
		return reasonGrowth
	case changes && nearEnd(before, words.Vague...) || strings.HasPrefix(around.after, "左右") || strings.HasPrefix(around.after, "以上"):
		return reasonVague
	case strings.HasSuffix(before, "至") || strings.HasSuffix(before, "到") && !strings.HasSuffix(before, "收到") && !strings.HasSuffix(before, "接到") && !strings.HasSuffix(before, "达到") || strings.HasSuffix(before, "-") || strings.HasSuffix(before, "—") || strings.HasSuffix(before, "每"):
		return reasonRange
	case len(m.reading.Not) > 0 && has(m.outside(whole)+w.stem, m.reading.Not...), countsPeople(n, around):
		return reasonOther
	case w.otherYear(untilNumber(c, n)+around.after, m.years()):
		return reasonYear
	case w.partOfYear(untilNumber(c, n)):
		return reasonMonths
	case byChannel(before):
		return reasonChannel
	case w.oneBody(), w.parts[m.reading]:
		w.parts[m.reading] = true // what the sentence counts on is the rest: 各部门24件
		return reasonBody
	case m.reading.Whole && answeredBeside(m, w.sentence, n):
		return reasonBeside
	case splitReason(m, w.sentence):
		return reasonBeside
	case m.reading.Topic.Within == requests && !w.disclosure(c, n):
		return reasonDispute
	}
	return ""
}

// answeredBeside: 答复7件，不予受理4件，补正1件 counts the answers beside what had
// another end, and not all that was dealt with; so does 撤回39件，受理18件.
func answeredBeside(m match, sentence string, n numeral) bool {
	said := strings.Join(m.words, " ")
	if front, _, ok := strings.Cut(sentence, n.text); ok && strings.Contains(said, "受理") && HasAny(front, []string{"撤回", "撤件", "撤销", "不予受理", "退回", "退件"}) {
		return true
	}
	if !HasAny(said, []string{"答复", "回复"}) {
		return false
	}
	_, rest, _ := strings.Cut(sentence, n.text)
	rest, _, _ = strings.Cut(rest, "其中")
	return HasAny(rest, []string{"不予受理", "撤回", "不予处理", "退回"}) && !strings.Contains(rest, "公开")
}

// splitReason: 不属于本机关8件，信息不存在2件 are two counts of one cell.
func splitReason(m match, sentence string) bool {
	return strings.Contains(strings.Join(m.words, " "), "不存在") &&
		HasAny(sentence, []string{"不属于本", "不属本", "不属于我", "非本机关", "非本部门", "非本单位", "非我局", "不掌握"})
}

// disclosure: the dispute that a number counts is over disclosure. All disputes
// of a place of which 其中 goes on to those over disclosure are not.
func (w *reader) disclosure(c clause, n numeral) bool {
	if !w.informs {
		return false
	}
	_, rest, found := strings.Cut(w.sentence, n.text)
	if !found {
		return true
	}
	_, part, found := strings.Cut(rest, "其中")
	of, _, over := strings.Cut(part, "信息公开")
	return !found || !over || strings.Contains(w.sentence[:len(w.sentence)-len(rest)], "信息公开") ||
		strings.Contains(of, strconv.Itoa(w.r.Year-1)+"年") || strings.Contains(of, "上年") // those of last year among them
}

// countsPeople: 2个自然人的申请 says who applied, not how often.
func countsPeople(n numeral, around context) bool {
	if n.unit != "个" && n.unit != "" {
		return false
	}
	for _, who := range []string{"自然人", "公民", "申请人", "法人", "企业", "单位", "部门", "组织"} {
		if strings.HasPrefix(around.after, who) {
			return true
		}
	}
	return false
}

func nearEnd(text string, words ...string) bool {
	text = trimSome(text)
	for _, word := range words {
		if strings.HasSuffix(text, word) {
			return true
		}
	}
	return false
}

func trimSome(text string) string {
	for _, f := range []string{"共", "计", "有", "为"} {
		text = strings.TrimSuffix(text, f)
	}
	return text
}

// byChannel: the number is one of those that come by post, online and so on.
func byChannel(before string) bool {
	if !templates.ChannelWords().In(before) {
		return false // as nearly always
	}
	before = withoutEveryChannel(before)
	for _, all := range []string{"等", "共"} { // whatever stands before one of these is every channel
		if i := strings.LastIndex(before, all); i >= 0 {
			before = before[i+len(all):]
		}
	}
	return templates.ChannelWords().In(before)
}
