package check

import (
	"strings"

	"nianbao/check/prose"
	"nianbao/problem"
	"nianbao/report"
	"nianbao/templates"
)

// governments are the levels of a people's government, of which 政府信息公开条例
// 第五十条 asks more; the others are its departments. Townships mostly leave it out
// of what they publish, and a street's office is no government: to them it is a notice,
// or nothing.
var governments = map[string]bool{"province": true, "city": true, "county": true, "township": true}

// sectionCovers: a section speaks of all that the form asks of it.
func sectionCovers(r *report.Report) []problem.Problem {
	var problems []problem.Problem
	for _, section := range r.Template.Sections {
		text := r.Prose[section.Key].Text
		if len(section.Covers) == 0 || strings.TrimSpace(text) == "" || r.Doubtful(section.Key) {
			continue
		}
		var missing, ofTownship []string
		for _, cover := range section.Covers {
			if cover.Government && !governments[r.AgencyLevel] || speaksOf(text, cover.Words) {
				continue
			}
			if cover.Government && r.AgencyLevel == "township" {
				ofTownship = append(ofTownship, cover.Name)
				continue
			}
			missing = append(missing, cover.Name)
		}
		if len(missing) > 0 {
			problems = append(problems, r.Warn(problem.CodeIncomplete, section.Key, "没有写到"+strings.Join(missing, "、"),
				"格式要求这一部分写明这些方面；确实没有这项工作的，也写一句").About(problem.Subject{Quote: strings.Join(missing, "、")}))
		}
		if len(ofTownship) > 0 && !strings.Contains(r.Agency, "街道") {
			problems = append(problems, r.Note(problem.CodeIncomplete, section.Key, "没有写到"+strings.Join(ofTownship, "、"),
				"条例第五十条要求各级人民政府的年报写这几项；上级没有要求乡镇写的，不用改").About(problem.Subject{Quote: strings.Join(ofTownship, "、")}))
		}
		last := -1
		for line := range strings.SplitSeq(text, "\n") {
			head := prose.Heading(prose.Plain(line))
			for i, cover := range section.Covers {
				if head == "" || !strings.Contains(head, cover.Name) {
					continue
				}
				if i < last {
					return append(problems, r.Note(problem.CodeOrder, section.Key,
						"“"+problem.Clip(head)+"”这一段排在了后面", "格式的顺序是"+coverNames(section.Covers[:min(5, len(section.Covers))])).
						About(problem.Subject{Quote: head}))
				}
				last = i
				break
			}
		}
	}
	return problems
}

// speaksOf reports whether a text has one of some words; a word with * has parts
// that stand in one sentence: 公开*信息.
func speaksOf(text string, words []string) bool {
	for _, word := range words {
		first, rest, apart := strings.Cut(word, "*")
		for at := strings.Index(text, first); at >= 0; {
			sentence, _, _ := strings.Cut(text[at:], "。")
			if !apart || strings.Contains(sentence[len(first):], rest) {
				return true
			}
			next := strings.Index(text[at+len(first):], first)
			if next < 0 {
				break
			}
			at += len(first) + next
		}
	}
	return false
}

func coverNames(covers []templates.Cover) string {
	var names []string
	for _, cover := range covers {
		names = append(names, cover.Name)
	}
	return strings.Join(names, "、")
}
