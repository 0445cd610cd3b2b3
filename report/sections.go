package report

import (
	"strconv"
	"strings"

	"nianbao/templates"
)

// governments are the levels of a people's government; the others are its
// departments.
var governments = map[string]bool{"province": true, "city": true, "county": true, "township": true}

// sectionCovers: a section speaks of all that the form asks of it.
func sectionCovers(r *Report) []Problem {
	var problems []Problem
	for _, section := range r.Template.Sections {
		text := r.Prose[section.Key].Text
		if len(section.Covers) == 0 || strings.TrimSpace(text) == "" || r.isDoubtful(section.Key) {
			continue
		}
		var missing []string
		for _, cover := range section.Covers {
			if cover.Government && !governments[r.AgencyLevel] {
				continue
			}
			if !containsAny(text, cover.Words) {
				missing = append(missing, cover.Name)
			}
		}
		if len(missing) > 0 {
			problems = append(problems, r.warn(codeIncomplete, section.Key, "没有写到"+strings.Join(missing, "、"),
				"格式要求这一部分写明这些方面；确实没有这项工作的，也写一句"))
		}
		last := -1
		for line := range strings.SplitSeq(text, "\n") {
			head := heading(plainText(line))
			for i, cover := range section.Covers {
				if head == "" || !strings.Contains(head, cover.Name) {
					continue
				}
				if i < last {
					return append(problems, r.note(codeOrder, section.Key,
						"“"+clip(head)+"”排在了后面", "格式的顺序是"+coverNames(section.Covers[:min(5, len(section.Covers))])))
				}
				last = i
				break
			}
		}
	}
	return problems
}

func containsAny(text string, words []string) bool {
	for _, word := range words {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// Words that show a section speaks of problems, and of what is done about them.
var (
	problemWords = []string{"问题", "不足", "不够", "短板", "短处", "差距", "欠缺", "薄弱", "有待", "仍需", "还需", "滞后", "单一", "不及时", "不高", "不强", "不熟", "不健全", "困难", "费时", "偏重", "漏报", "缺"}
	measureWords = []string{"将", "改进", "加强", "措施", "进一步", "下一步", "提升", "完善", "整改", "细化"}
)

// problemsAndMeasures: section five names both and is not 无.
func problemsAndMeasures(r *Report) []Problem {
	const key = "problems"
	text := strings.Trim(plainText(r.Prose[key].Text), "\n。 ")
	if text == "" || r.isDoubtful(key) {
		return nil
	}
	missing := ""
	switch {
	case text == "无" || text == "暂无" || text == "没有":
		missing = "存在的问题和改进的措施，只写了“" + text + "”"
	case !containsAny(text, problemWords):
		missing = "存在的问题"
	case !containsAny(text, measureWords):
		missing = "改进的措施"
	default:
		return nil
	}
	return []Problem{r.warn(codeIncomplete, key, "没有写"+missing, "写明一年来实际存在的问题，和针对它们的改进措施")}
}

// processingFee: section six says what was collected, or that none was.
func processingFee(r *Report) []Problem {
	const key = "other_matters"
	text := r.Prose[key].Text
	if strings.TrimSpace(text) == "" || r.isDoubtful(key) || strings.Contains(text, "处理费") {
		return nil
	}
	return []Problem{r.warn(codeIncomplete, key, "没有写信息处理费收了多少",
		"写明本年收取信息处理费的金额；没有收取的写“"+strconv.Itoa(r.Year)+"年未收取信息处理费”")}
}

func coverNames(covers []templates.Cover) string {
	var names []string
	for _, cover := range covers {
		names = append(names, cover.Name)
	}
	return strings.Join(names, "、")
}
