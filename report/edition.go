package report

import (
	"strconv"

	"nianbao/templates"
)

// yearKnown: the head names a year that a report can be of.
func (r *Report) yearKnown() bool { return r.Year >= 2019 && r.Year <= 2100 && !r.isDoubtful("year") }

// editionForYear: townships do publish on the form of other years.
func editionForYear(r *Report) []Problem {
	t := r.Template
	if !r.yearKnown() || r.isDoubtful("edition") {
		return nil
	}
	var problems []Problem
	if !t.Covers(r.Year) {
		problems = append(problems, r.warn(codeEditionYear, "edition",
			strconv.Itoa(r.Year)+" 年的报告，用的却是 "+t.Edition+" 版格式", "各年用的格式："+editions()+"。换用这一年的格式，表格要重新填"))
	}
	if t.Offer == templates.Never {
		problems = append(problems, r.warn(codeEditionVariant, "edition",
			t.Edition+" 是地方变体，与"+t.Source+"的格式不同", "如果没有上级的书面要求，换用国家格式"))
	}
	return problems
}
