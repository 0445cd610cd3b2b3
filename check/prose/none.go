package prose

import "strings"

// nothings begin a statement of none. What follows is held against the phrases.
var nothings = []string{"没有", "未", "无", "零"}

// verbsOfNone may follow 未 before the phrase begins.
var verbsOfNone = []string{"曾", "再", "发生", "出现", "产生", "引发", "涉及", "存在", "有", "被", "因", "针对", "提起"}

// denial reads a statement of none: 未收到政府信息公开申请.
func (w *reader) denial(c clause) bool {
	for _, nothing := range nothings {
		i := strings.Index(c.text, nothing)
		if i < 0 {
			continue
		}
		if HasAny(c.text[:i], []string{"不", "未", "无", "没有"}) {
			continue // 不存在无依据的行政强制
		}
		rest := c.text[i+len(nothing):]
		for again := true; again; {
			again = false
			for _, verb := range verbsOfNone {
				if strings.HasPrefix(rest, verb) && len(rest) > len(verb) {
					rest, again = rest[len(verb):], true
				}
			}
		}
		for _, word := range []string{"纠错", "纠正", "败诉", "撤销", "违法", "逾期", "超期", "不当", "不及时", "不到位", "不规范", "错误", "及时", "按时"} {
			if strings.Contains(rest, word) {
				return false
			}
		}
		rest = strings.TrimSuffix(rest, "等")
		bare := trimFillers(rest)
		bare = trimFillers(strings.TrimSuffix(strings.TrimSuffix(bare, "事项"), "问题"))
		topic := w.r.Template.LastTopic(bare)
		if topic == nil {
			topic = w.topic
		}
		matches := best(topic.Readings(), context{before: bare}, denying)
		if len(matches) == 0 {
			continue
		}
		w.topic = topic
		n := numeral{text: c.text[i:], digits: "0", unit: "件"}
		if reason := w.exclusion(c, n, context{before: c.text[:i]}, matches[0]); reason != "" && reason != reasonOther {
			w.leave(n, reason)
			return true
		}
		if word := w.unreadAround(own{context: context{before: bare}, head: c.text[:i]}, matches[0]); word != "" {
			w.leave(n, notRead(word))
			return true
		}
		w.hold(n, n.text, matches)
		return true
	}
	return false
}
