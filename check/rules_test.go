package check

import (
	"strings"
	"testing"

	"nianbao/fixtures"
	"nianbao/problem"
	"nianbao/report"
	"nianbao/report/jsonfile"
	"nianbao/templates"
)

// Each fault that is no sum, made in a report that is right but for its length.
func TestReviewersFaults(t *testing.T) {
	const preamble = `"preamble": "根据`
	for _, c := range []struct{ old, new, code string }{
		{`2024年1月1日和2024年12月31日`, `2023年1月1日和2024年12月31日`, problem.CodePeriod},
		{`（二）依申请公开情况。2024年，`, `（二）依申请公开情况。2023年，`, problem.CodeOtherYear},
		{`（二）依申请公开情况。2024年，`, `（二）依申请公开情况2023年，`, problem.CodeOtherYear},
		{`（二）依申请公开情况。2024年，`, `（二）依申请公开情况。2023年度共收到来函5件。2024年，`, problem.CodeOtherYear},
		{`（二）依申请公开情况。2024年，`, `（二）依申请公开情况。2023年通过网站公开信息。2024年，`, problem.CodeOtherYear},
		{`"agency": "淮安市人民政府"`, `"agency": "淮安市档案局关于"`, problem.CodeHeadAgency},
		{preamble, `"preamble": "XX根据`, problem.CodeLeftover},
		{preamble, `"preamble": "[bookmark: _GoBack]根据`, problem.CodeBookmark},
		{preamble, `"preamble": "（根据`, problem.CodeUnpaired},
		{preamble, `"preamble": "国办公开办函[2021]30号，根据`, problem.CodeYearBracket},
		{preamble, `"preamble": "现，，根据`, problem.CodeDoubled},
		{preamble, `"preamble": "现 在根据`, problem.CodeSpace},
		{preamble, `"preamble": "现在,根据`, problem.CodeHalfWidth},
		{`信息处理费，全年合计3940元`, `费用，全年合计3940元`, problem.CodeIncomplete},
		{`过去一年，`, `过去一年，全市收取信息处理费4000元，`, problem.CodeFeeMismatch},
		{`"agency_level": "city"`, `"agency_level": "county"`, problem.CodeRulesMaker},
		{`"edition": "2021"`, `"edition": "2021-single-other"`, problem.CodeEditionVariant},
		{`"agency": "淮安市人民政府"`, `"agency": "淮安市2024年"`, problem.CodeHeadAgency},
		{`"agency": "淮安市人民政府"`, `"agency": "淮安市政府信息公开工作年度报告"`, problem.CodeHeadAgency},
		{`"agency": "淮安市人民政府"`, `"agency": "市档案局/市档案馆"`, problem.CodeHeadAgency},
		{`"agency": "淮安市人民政府"`, `"agency": "编制单位：淮安市"`, problem.CodeHeadAgency},
		{`（四）平台建设情况`, `（四）主动公开的补充`, problem.CodeOrder},
	} {
		src := fixtures.Edited(t, "huaian-2024", c.old, c.new)
		found := false
		for _, p := range all(src) {
			found = found || p.Code == c.code
		}
		if !found {
			t.Errorf("%s: %s is not found\n%s", c.new, c.code, fixtures.Listed(all(src)))
		}
	}
}

// "blank_as": "0" over a table in which nothing was typed.
func TestEmptyTables(t *testing.T) {
	const requests = `"requests": {"received": {"natural_person": 2}, "outcome": {"granted": {"natural_person": 2}}}`
	for _, c := range []struct{ tables, want string }{
		{`"disclosure": {"licensing": 3}, ` + requests + `, "disputes": {"reconsideration": {"upheld": 0}}`, ""},
		{`"disclosure": {"licensing": 3}, ` + requests, ""}, // most offices have no disputes
		{`"disclosure": {"licensing": 3}, "disputes": {"reconsideration": {"upheld": 1}}`, "表三一个数都没有填"},
		{`"disclosure": {"licensing": 3}, "requests": {"received": {"natural_person": null}}`, "表三、表四一个数都没有填"},
		{requests, "表二、表四一个数都没有填"},
		{`"disclosure": {}`, "整份报告一个数都没有填"},
	} {
		got := ""
		for _, p := range all([]byte(`{"edition": "2021", "agency": "望溪镇", "year": 2024, "blank_as": "0", ` + c.tables + `}`)) {
			if p.Code == problem.CodeEmptyTable {
				got = p.Message
			}
		}
		if (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q", c.tables, got)
		}
	}
}

// An amount that should name its unit and does not; 0 needs none.
func TestAmountUnit(t *testing.T) {
	for typed, found := range map[string]bool{`251000`: true, `25.1`: true, `"251000元"`: false, `"25.1万元"`: false, `0`: false, `"/"`: false} {
		got := false
		for _, p := range all(fixtures.Edited(t, "edition-2019", `"amount": "251000元"`, `"amount": `+typed)) {
			got = got || p.Code == problem.CodeNoUnit
		}
		if got != found {
			t.Errorf("%s: found is %v", typed, got)
		}
	}
}

// Section five names what is wrong and what is done; praise is neither.
func TestProblemsAndMeasures(t *testing.T) {
	for text, want := range map[string]string{
		"部分业务系统还不能录入生僻字，2025年底前将完成改造。": "",
		"办事指南与实际办理情况偶有出入，2025年将逐项核对。":  "",
		"我们将不断创新形式，突破难点重点，努力提升公开水平。":   "存在的问题",
		"政策解读形式单一，公众参与不足。":             "改进的措施",
		"无。": "存在的问题和改进的措施",
		"坚持以公开为常态、不公开为例外，进一步提升公开质量。":      "存在的问题",
		"一是人员变动较快，业务不熟；二是栏目更新滞后。下一步加强培训。": "",
	} {
		r := &report.Report{Template: mustTemplate(t), Year: 2024, Prose: map[string]report.Prose{"problems": {Text: text}}}
		got := fixtures.Listed(problemsAndMeasures(r))
		if (got == "") != (want == "") || !strings.Contains(got, want) {
			t.Errorf("%s: %s", text, got)
		}
	}
}

// What processing fees were collected is asked of reports for 2021 and later.
func TestProcessingFeeSince(t *testing.T) {
	for year, want := range map[int]int{2020: 0, 2021: 1} {
		r := &report.Report{Template: mustTemplate(t), Year: year, Prose: map[string]report.Prose{"other_matters": {Text: "无其他需要报告的事项。"}}}
		if got := len(processingFee(r)); got != want {
			t.Errorf("%d: %d warnings", year, got)
		}
	}
}

func mustTemplate(t *testing.T) *templates.Template {
	t.Helper()
	form, err := templates.Load("2021")
	if err != nil {
		t.Fatal(err)
	}
	return form
}

// What 条例第五十条 asks of governments is a warning to a county, a notice to a
// township and nothing to a street or a bureau.
func TestWhatGovernmentsWrite(t *testing.T) {
	for _, c := range []struct{ agency, level, want string }{
		{"平川县", "county", "warning 没有写到工作考核、社会评议、责任追究"},
		{"青石镇人民政府", "township", "notice 没有写到工作考核、社会评议、责任追究"},
		{"柳林街道办事处", "township", ""},
		{"平川县民政局", "department", ""},
		{"平川县", "", ""},
	} {
		r, _ := jsonfile.Decode(fixtures.Named(t, "minimal").JSON)
		r.Agency, r.AgencyLevel = c.agency, c.level
		r.Set("overview", "主动公开、依申请公开、政府信息管理、平台建设和监督保障各项工作有序开展。")
		got := ""
		for _, p := range sectionCovers(r) {
			got += string(p.Severity) + " " + p.Message
		}
		if got != c.want {
			t.Errorf("%s, %s: %q, want %q", c.agency, c.level, got, c.want)
		}
	}
}
