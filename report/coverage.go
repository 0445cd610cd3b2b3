package report

import (
	"strconv"
	"strings"

	"nianbao/templates"
)

// governments are the levels of a people's government; the others are its
// departments.
var governments = map[string]bool{"province": true, "city": true, "county": true, "township": true}

// warn is a warning about what stands at a path.
func (r *Report) warn(code, path, message, fix string) Problem {
	return Problem{Severity: Warning, Code: code, Path: path, Line: r.line(path), Place: r.place(path), Message: message, Fix: fix}
}

func (r *Report) note(code, path, message, fix string) Problem {
	p := r.warn(code, path, message, fix)
	p.Severity = Notice
	return p
}

// yearKnown: the head names a year that a report can be of.
func (r *Report) yearKnown() bool { return r.Year >= 2019 && r.Year <= 2100 && !r.isDoubtful("year") }

// editionForYear: townships do publish on the form of other years.
func editionForYear(r *Report) []Problem {
	t := r.Template
	if !r.yearKnown() || r.isDoubtful("edition") {
		return nil
	}
	var problems []Problem
	if r.Year < t.FirstYear || t.LastYear > 0 && r.Year > t.LastYear {
		problems = append(problems, r.warn(codeEditionYear, "edition",
			strconv.Itoa(r.Year)+" 年的报告，用的却是 "+t.Edition+" 版格式", "各年用的格式："+editions()+"。换用这一年的格式，表格要重新填"))
	}
	if t.Variant {
		problems = append(problems, r.warn(codeEditionVariant, "edition",
			t.Edition+" 是地方变体，与"+t.Source+"的格式不同", "如果没有上级的书面要求，换用国家格式"))
	}
	return problems
}

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
