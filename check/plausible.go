package check

import (
	"strings"

	"nianbao/problem"
	"nianbao/report"
	"nianbao/templates"
)

// noRules are the levels of bodies that make no rules (规章): 立法法 第九十一条
// and 第九十三条 name departments of the State Council, provinces, cities with
// districts, autonomous prefectures, and 东莞, 中山, 嘉峪关, 儋州.
var noRules = map[string]string{"county": "县级", "township": "乡镇街道", "department": "地方政府部门"}

// rulesMaker: 规章 by a body that cannot make them, mostly 规范性文件 in the wrong row.
func rulesMaker(r *report.Report) []problem.Problem {
	of := r.AgencyLevel
	if of == "" {
		of = report.LevelOf(r.Agency)
	}
	if of == "" && (strings.HasSuffix(r.Agency, "县") || strings.HasSuffix(r.Agency, "县人民政府")) {
		of = "county" // no 县 makes rules, an autonomous one neither
	}
	level, none := noRules[of]
	if !none || r.Scope == "whole" && of == "department" {
		return nil
	}
	for _, leaf := range r.Template.Leaves() {
		number, given := r.Numbers[leaf.Path]
		if !given || !strings.Contains(leaf.Path, ".rules.") || !number.Value.IsPositive() {
			continue
		}
		mend := problem.Mend{
			File: "规范性文件填在下一行；转载上级规章的不计。agency_level 写错的，改正 agency_level",
			Form: "规范性文件填在下一行；转载上级规章的不计。机关层级选错的，改正机关层级"}
		if r.AgencyLevel == "" {
			mend = problem.Mend{
				File: "规范性文件填在下一行；转载上级规章的不计。确有规章制定权的，写明 agency_level",
				Form: "规范性文件填在下一行；转载上级规章的不计。确有规章制定权的，选好机关层级"}
		}
		return []problem.Problem{r.Warn(problem.CodeRulesMaker, leaf.Path, level+"机关没有规章制定权，这里填的是 "+number.Text, "").With(mend).About(problem.Subject{Number: number.Text})}
	}
	return nil
}

// allZero: nothing at all happened in a county or a larger place.
func allZero(r *report.Report) []problem.Problem {
	if !r.YearKnown() || r.AgencyLevel != "county" && r.AgencyLevel != "city" && r.AgencyLevel != "province" {
		return nil
	}
	for _, leaf := range r.Template.Leaves() {
		number, given := r.Numbers[leaf.Path]
		if !given || !number.Value.IsZero() {
			return nil
		}
	}
	path := r.Template.Leaves()[0].Path
	return []problem.Problem{r.Warn(problem.CodeAllZero, path, "县级以上政府的报告，各表的数字全是 0", "").With(problem.Mend{
		File: "核对是不是漏了汇总；只填本级的，在 scope 里写 own", Form: "核对是不是漏了汇总；只填本级的，把数据范围改为本级"})}
}

// amountUnit: a column without a unit of its own, in which each amount names
// one: 251000 may be 元 or 万元.
func amountUnit(r *report.Report) []problem.Problem {
	var problems []problem.Problem
	for _, leaf := range r.Template.Leaves() {
		number, given := r.Numbers[leaf.Path]
		if leaf.Kind != templates.StatedAmount || !given || number.Origin != report.Given || number.Value.IsZero() || number.Unit() != "" {
			continue
		}
		problems = append(problems, r.Warn(problem.CodeNoUnit, leaf.Path, "金额 "+number.Text+" 没有写单位，看的人不知道是元还是万元",
			"").With(problem.Mend{File: `写明单位，放在双引号里，如 "` + number.Text + `元" 或 "` + number.Text + `万元"`,
			Form: "写明单位，如 " + number.Text + "元 或 " + number.Text + "万元"}).
			About(problem.Subject{Number: number.Text}))
	}
	return problems
}
