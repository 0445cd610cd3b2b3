// Package check says what is wrong with a report: against its template, its own
// sums, its prose, and the report of the year before.
package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"nianbao/problem"
	"nianbao/report"
	"nianbao/templates"
)

// Check says what is wrong with a report that Decode has read, apart from what
// Decode has already said, in the order of the printed page. It changes nothing.
// Of a report whose reading stopped half-way it says nothing: what seems to be
// missing may stand further on. What the report accepts, Settled marks.
func Check(r *report.Report) []problem.Problem {
	if r.Broken {
		return nil
	}
	problems := checkHead(r)
	if r.Template == nil {
		return problems
	}
	problems = append(problems, checkLength(r, templates.PreambleKey)...)
	for _, section := range r.Template.Sections {
		if section.Table == nil {
			problems = append(problems, checkLength(r, section.Key)...)
			problems = append(problems, checkProse(r, section)...)
			continue
		}
		problems = append(problems, checkBlanks(r, section.Table)...)
		problems = append(problems, checkSums(r, section.Table)...)
		problems = append(problems, checkSlashes(r, section.Table)...)
	}
	if slices.ContainsFunc(problems, func(p problem.Problem) bool { return p.Code == problem.CodeProseTooLong }) {
		return problems // what that text says is not worth the time
	}
	for _, rule := range rules {
		problems = append(problems, rule(r)...)
	}
	return problems
}

// checkHead says what the struct tags and the date find; of the edition, Decode
// has spoken.
func checkHead(r *report.Report) []problem.Problem {
	return slices.Concat(newHeadValidator().problems(r), checkTitleLines(r), checkDate(r))
}

// checkDate compares the date with the signature and the year: a report for one
// year is signed in the next (政府信息公开条例 第五十条: by 31 January or 31 March).
func checkDate(r *report.Report) []problem.Problem {
	date, err := time.Parse(time.DateOnly, r.Date)
	if err != nil || r.Doubtful("date") {
		return nil
	}
	p := problem.Problem{Severity: problem.Warning, Path: "date", Line: r.Line("date"), Place: r.Place("date")}
	var problems []problem.Problem
	if r.Signatory == "" && !r.Doubtful("signatory") {
		p.Code, p.Message = problem.CodeHeadMissing, "有成文日期，没有署名"
		p.Fix, p.FixInForm = "要落款就写明 signatory（落款署名）；不落款就删去 date", "要落款就写明落款署名；不落款就删去成文日期"
		problems = append(problems, p)
	}
	if r.Year > 0 && date.Year() != r.Year+1 && !r.Doubtful("year") {
		p.Code, p.Message = problem.CodeHeadDate, strconv.Itoa(r.Year)+" 年的报告，成文日期却是 "+r.Date
		p.Fix, p.FixInForm = "报告在第二年年初成文（"+strconv.Itoa(r.Year+1)+" 年）：核对年份和日期", ""
		problems = append(problems, p)
	}
	return problems
}

func checkProse(r *report.Report, section templates.Section) []problem.Problem {
	if r.Doubtful(section.Key) {
		return nil
	}
	p := problem.Problem{Severity: problem.Error, Path: section.Key, Line: r.Line(section.Key), Place: section.Heading}
	prose, given := r.Prose[section.Key]
	switch {
	case !given:
		p.Code, p.Message = problem.CodeProseMissing, "这一部分没有写"
	case strings.TrimSpace(prose.Text) == "":
		p.Code, p.Message = problem.CodeProseEmpty, "这一部分是空的"
	default:
		return nil
	}
	p.Fix, p.FixInForm = `在 "`+section.Key+`" 里写明这一部分的内容，分段写 \n`, "写明这一部分的内容"
	return []problem.Problem{p}
}

// No report's section comes near: the longest published ones have some 20,000
// characters. More is another file's text, or would take thousands of pages.
const (
	maxCharacters = 200_000
	maxParagraphs = 4_000
)

func checkLength(r *report.Report, key string) []problem.Problem {
	text := r.Prose[key].Text
	characters, paragraphs := utf8.RuneCountInString(text), 1+strings.Count(text, "\n")
	if characters <= maxCharacters && paragraphs <= maxParagraphs {
		return nil
	}
	return []problem.Problem{{
		Severity: problem.Error, Code: problem.CodeProseTooLong, Path: key, Line: r.Line(key), Place: r.Place(key),
		Message: fmt.Sprintf("这一部分有 %d 个字、%d 段，不像是一份报告的文字（最多 %d 个字、%d 段）", characters, paragraphs, maxCharacters, maxParagraphs),
		Fix:     "核对是不是贴进了别的内容，或者同样的内容贴了许多遍",
	}}
}

func checkBlanks(r *report.Report, table *templates.Table) []problem.Problem {
	var problems []problem.Problem
	for _, leaf := range r.Template.Leaves() {
		// A total is blank only where one of its numbers is.
		if leaf.Table != table.Name || leaf.Total || !r.IsBlank(leaf.Path) {
			continue
		}
		problems = append(problems, problem.Problem{
			Severity: problem.Error, Code: problem.CodeBlank, Path: leaf.Path, Line: r.Line(leaf.Path), Place: leaf.Place,
			Message: "没有填",
			Fix:     `没有发生的填 0；空格全都是 0 的，在开头写上 "blank_as": "0"`, FixInForm: "没有发生的填 0",
		})
	}
	return problems
}

// checkSlashes mentions the cells of a table that were given as /: some local
// rules want 0 there.
func checkSlashes(r *report.Report, table *templates.Table) []problem.Problem {
	var first templates.Leaf
	n := 0
	for _, leaf := range r.Template.Leaves() {
		if leaf.Table == table.Name && r.Numbers[leaf.Path].Origin == report.NotApplicable {
			if n == 0 {
				first = leaf
			}
			n++
		}
	}
	if n == 0 {
		return nil
	}
	return []problem.Problem{{
		Severity: problem.Notice, Code: problem.CodeNotApplicable, Path: first.Path, Line: r.Line(first.Path), Place: first.Place,
		Message: table.Name + "有 " + strconv.Itoa(n) + " 格填的是“/”（不适用），这是第一格；照样印出，不计入合计",
		Fix:     "本机关没有这项业务才填“/”；有这项业务、今年没有发生的填 0",
	}}
}
