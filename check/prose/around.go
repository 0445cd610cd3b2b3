package prose

import "strings"

// own is a number's context without what only leads to it.
type own struct {
	context
	raw      string // before the number, as it stands
	head     string // 办结的申请中: the whole that it is a part of
	examples string // 信访、重复申请 of 信访、重复申请等不予处理
	bracket  string // of what stands before: （含部分公开）
}

func (w *reader) own(c clause, around context) own {
	o := own{context: around, raw: around.before}
	before := around.before
	if strings.HasSuffix(before, "、") {
		before = ""
	}
	if i := strings.Index(before, "（"); i >= 0 {
		o.bracket = before
		before = withoutBrackets(before)
	}
	before = withoutEveryChannel(before)
	if strings.Contains(before, "中") {
		for _, whole := range []string{"申请中", "件中", "事项中", "案件中", "信息中", "诉讼中", "复议中", "结果中", "答复中", "办结中", "当中"} {
			if i := strings.LastIndex(before, whole); i >= 0 {
				o.head, before = before[:i+len(whole)], before[i+len(whole):]
				break
			}
		}
	}
	if i := strings.LastIndex(before, "等"); i > 0 {
		rest := before[i+len("等"):]
		topic := w.topic
		if found := best(topic.Readings(), context{before: trimFillers(rest)}, saying); len(found) > 0 && !found[0].reading.Whole {
			o.examples, before = before[:i], rest
		}
	}
	o.before = trimFillers(before)
	return o
}

// afterNumber is what follows a number, up to where the next thing begins.
func afterNumber(text string) string {
	text = withoutExamples(text)
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

// withoutExamples leaves out a bracket that says what is among the things counted, or
// why or what all of them are: 12件（含信函、网络等渠道）.
func withoutExamples(after string) string {
	for _, open := range []string{"（含", "（包括", "（包含", "（因", "（主要", "（均"} {
		if before, rest, found := strings.Cut(after, open); found {
			if _, behind, closed := strings.Cut(rest, "）"); closed {
				return before + behind
			}
		}
	}
	return after
}
