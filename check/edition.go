package check

import (
	"strconv"

	"nianbao/problem"
	"nianbao/report"
	"nianbao/templates"
)

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
