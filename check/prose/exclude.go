package prose

import (
	"strings"
	"unicode/utf8"
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
	before, whole := around.before, c.text
	switch {
	case w.budget:
		return reasonBudget
	case w.plan || has(whole, "力争", "计划", "预计", "拟", "目标", "不少于", "确保"):
		return reasonPlan
	case has(before, "增长", "下降", "同比", "减少", "增加", "上升", "提高", "环比", "降低", "较上年", "比上年", "多了", "少了"):
		return reasonGrowth
	case has(before, "约", "近", "不足", "不到", "至少", "最多") && nearEnd(before, "约", "近", "不足", "不到", "至少", "最多") || strings.HasPrefix(around.after, "左右") || strings.HasPrefix(around.after, "以上"):
		return reasonVague
	case strings.HasSuffix(before, "至") || strings.HasSuffix(before, "到") && !strings.HasSuffix(before, "收到") && !strings.HasSuffix(before, "接到") && !strings.HasSuffix(before, "达到") || strings.HasSuffix(before, "-") || strings.HasSuffix(before, "—") || strings.HasSuffix(before, "每"):
		return reasonRange
	case has(m.outside(whole)+w.stem, m.reading.Not...):
		return reasonOther
	case onSubject(before, m.weight), has(before, "为被申请机关"), countsPeople(n, around), !w.named && isForeign(m.gap):
		return reasonOther
	case w.otherYear(untilNumber(c, n)+around.after, m.years()):
		return reasonYear
	case byChannel(before):
		if c.inside {
			return reasonInBracket
		}
		return reasonChannel
	case w.oneBody(before), has(before, "为被告", "为被申请人", "作为被", "向") && w.r.Scope != "own", w.parts[m.reading]:
		w.parts[m.reading] = true // what the sentence counts on is the rest: 各部门24件
		return reasonBody
	case m.reading.Topic.Within == requests && !w.informs:
		return reasonDispute
	}
	return ""
}

// isForeign: what a phrase leaves out names something else, as in 办理城市道路
// 挖掘申请77件. It is asked where the sentence itself does not name the topic.
func isForeign(gap string) bool {
	gap = trimFillers(gap)
	return utf8.RuneCountInString(gap) > 4 && !HasAny(gap, []string{"公开", "公民", "公众", "群众", "自然人", "法人", "个人"})
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

// onSubject: the number counts what concerns one matter: 涉及征地的申请. Where
// the phrase's own words follow, as in 涉及国家秘密, it does not.
func onSubject(before string, weight int) bool {
	for _, word := range []string{"涉及", "关于", "有关", "领域"} {
		i := strings.LastIndex(before, word)
		if i < 0 {
			continue
		}
		rest := trimFillers(before[i+len(word):])
		if len(rest) > weight && !strings.HasPrefix(rest, "政府信息公开") && !strings.HasPrefix(rest, "信息公开") {
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
	for _, word := range []string{"网络", "网上", "网站", "线上", "信函", "邮寄", "当面", "现场", "平台", "邮件", "邮箱", "传真", "窗口", "书面", "快递", "EMS", "在线", "渠道", "电话"} {
		i := strings.LastIndex(before, word)
		if i < 0 {
			continue
		}
		rest := before[i:]
		if !strings.Contains(rest, "等") && !strings.Contains(rest, "共") {
			return true
		}
	}
	return false
}
