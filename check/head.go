package check

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"nianbao/problem"
	"nianbao/report"
	"nianbao/templates"
	"nianbao/templates/numeral"
)

var yearInName = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(19|20)[0-9]{2}年?|二[` + numeral.Zeros + `]..年`)
})

// agencyName: the title is made of agency, year and the report's name, so the
// agency's name holds none of the others; nor has it the marks that no name has.
func agencyName(r *report.Report) []problem.Problem {
	if r.Doubtful("agency") {
		return nil
	}
	message, mend := "", problem.Mend{}
	switch year := yearInName().FindString(r.Agency); {
	case strings.Contains(r.Agency, r.Template.Title) || strings.Contains(r.Agency, "年度报告"):
		message, mend = "机关名称里带着报告的名称，标题会重复", problem.Mend{
			File: "只写机关名称，如 涞源县；年份写在 year，报告的名称由程序加上", Form: "只写机关名称，如 涞源县；年份另有一格，报告的名称由程序加上"}
	case year != "":
		message, mend = "机关名称里带着年份“"+year+"”，标题会写成“"+problem.Clip(r.Agency)+"…年”", problem.Mend{File: "只写机关名称，年份写在 year", Form: "只写机关名称，年份另有一格"}
	case strings.Contains(r.Agency, "关于"):
		message, mend = "机关名称里带着“关于”，标题会写成“"+problem.Clip(r.Agency)+"…年”", problem.Mend{File: "只写机关名称，如 涞源县"}
	case strings.ContainsAny(r.Agency, `/\:：`):
		message, mend = "机关名称里有 / \\ 或者冒号", problem.Mend{File: "写机关的规范名称或者简称；两个名称的，写印章上的那一个"}
	case strings.ContainsAny(r.Agency, `*?"<>|`) || strings.Trim(r.Agency, ".") != r.Agency:
		message, mend = `机关名称里有 * ? " < > | 或者首尾有小数点，文件名里不能用`, problem.Mend{File: "写机关的规范名称，如 涞源县"}
	default:
		return nil
	}
	return []problem.Problem{r.Warn(problem.CodeHeadAgency, "agency", message, "").With(mend).About(problem.Subject{Quote: r.Agency})}
}

const change = "。换用这一年的格式，表格要重新填"

// editionForYear: townships do publish on the form of other years.
func editionForYear(r *report.Report) []problem.Problem {
	t := r.Template
	if !r.YearKnown() || r.Doubtful("edition") {
		return nil
	}
	var problems []problem.Problem
	if !t.Covers(r.Year) {
		problems = append(problems, r.Warn(problem.CodeEditionYear, "edition",
			strconv.Itoa(r.Year)+" 年的报告，用的却是 "+t.Name(), "").With(problem.Mend{
			File: "各年用的格式：" + report.Editions() + change, Form: "各年用的格式：" + report.EditionNames() + change}))
	}
	if t.Offer == templates.Never {
		problems = append(problems, r.Warn(problem.CodeEditionVariant, "edition",
			"用的是 "+t.Name()+"，与"+t.Source+"的格式不同", "如果没有上级的书面要求，换用国家格式"))
	}
	return problems
}
