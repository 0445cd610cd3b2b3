package check

import (
	"testing"

	"nianbao/fixtures"
	"nianbao/problem"
)

func TestHead(t *testing.T) {
	for _, c := range []struct {
		name, head string // what stands in place of the year
		code       string
		at         string
		words      []string
	}{
		{"year left out", `"agency_level": "county"`, problem.CodeHeadMissing, `{`, []string{"没有写年份", "如 2024"}},
		{"year not known yet", `"year": null`, problem.CodeHeadMissing, `"year"`, []string{"没有写年份"}},
		{"year as text", `"year": "2024"`, problem.CodeType, `"year"`, []string{"应为数，写成了文字"}},
		{"year too early", `"year": 2018`, problem.CodeHeadYear, `"year"`, []string{"2019"}},
		{"year too late", `"year": 20245`, problem.CodeHeadYear, `"year"`, []string{"2100"}},
		{"half a year", `"year": 2024.5`, problem.CodeHeadYear, `"year"`, []string{"2024.5"}},
		{"negative year", `"year": -2024`, problem.CodeHeadYear, `"year"`, nil},
		{"huge year", `"year": 99999999999999999999`, problem.CodeHeadYear, `"year"`, nil},
		{"signatory without date", `"year": 2024, "signatory": "澄岭县人民政府"`, problem.CodeHeadMissing, `{`, []string{"没有写成文日期", "2025-01-18"}},
		{"date without signatory", `"year": 2024, "date": "2025-01-18"`, problem.CodeHeadMissing, `"date"`, []string{"没有署名"}},
		{"no such day", `"year": 2024, "signatory": "澄岭县", "date": "2025-02-30"`, problem.CodeHeadDate, `"date"`, []string{"2025-02-30"}},
		{"short month", `"year": 2024, "signatory": "澄岭县", "date": "2025-1-18"`, problem.CodeHeadDate, `"date"`, []string{"补足两位"}},
		{"Chinese date", `"year": 2024, "signatory": "澄岭县", "date": "2025年1月18日"`, problem.CodeHeadDate, `"date"`, nil},
		{"date as a number", `"year": 2024, "signatory": "澄岭县", "date": 2025-01-18`, problem.CodeType, `"date"`, []string{`"2025-01-18"`}},
		{"date in the year itself", `"year": 2024, "signatory": "澄岭县", "date": "2024-01-18"`, problem.CodeHeadDate, `"date"`, []string{"2025 年"}},
		{"date long after", `"year": 2024, "signatory": "澄岭县", "date": "2028-01-18"`, problem.CodeHeadDate, `"date"`, nil},
		{"seal without signatory", `"year": 2024, "sealed": true`, problem.CodeHeadValue, `"sealed"`, []string{"加盖印章", "signatory"}},
		{"sealed as text", `"year": 2024, "sealed": "是"`, problem.CodeType, `"sealed"`, []string{"true"}},
		{"level", `"year": 2024, "agency_level": "县"`, problem.CodeHeadValue, `"agency_level"`, []string{"机关层级", "county（县级）"}},
		{"scope", `"year": 2024, "scope": "all"`, problem.CodeHeadValue, `"scope"`, []string{"whole（汇总"}},
		{"blank as", `"year": 2024, "blank_as": "/"`, problem.CodeHeadValue, `"blank_as"`, []string{`写 "0"`}},
		{"blank as a number", `"year": 2024, "blank_as": 0`, problem.CodeType, `"blank_as"`, []string{`写成 "0"`}},
		{"title of other words", `"year": 2024, "title_lines": ["澄岭县史志办公室", "2023年政府信息公开工作年度报告"]`, problem.CodeHeadValue, `"title_lines"`, []string{"连起来是", "不一样", "照标题原文分行"}},
		{"title's empty line", `"year": 2024, "title_lines": ["澄岭县史志办公室", "", "2024年政府信息公开工作年度报告"]`, problem.CodeHeadValue, `"title_lines"`, []string{"第 2 行是空的"}},
		{"title's blank at the end", `"year": 2024, "title_lines": ["澄岭县史志办公室 ", "2024年政府信息公开工作年度报告"]`, problem.CodeHeadValue, `"title_lines"`, []string{"前后有空格"}},
		{"title's long line", `"year": 2024, "title_lines": ["澄岭县史志办公室2024年政府信息公开工作年度", "报告"]`, problem.CodeHeadValue, `"title_lines"`, []string{"第 1 行有 23 个字", "最多 20 个"}},
		{"title in too many lines", `"year": 2024, "title_lines": ["澄", "岭", "县", "史", "志", "办", "公", "室", "2024年政府信息公开工作年度报告"]`, problem.CodeHeadValue, `"title_lines"`, []string{"分成了 9 行"}},
		{"title as a text", `"year": 2024, "title_lines": "澄岭县史志办公室"`, problem.CodeType, `"title_lines"`, []string{`["…", "…"]`}},
		{"title's line as a number", `"year": 2024, "title_lines": ["澄岭县史志办公室", 2024]`, problem.CodeType, `"title_lines"`, nil},
		{"title in an object", `"year": 2024, "title_lines": [{"a": "b"}]`, problem.CodeType, `"title_lines"`, nil},
		{"contact as text", `"year": 2024, "contact": "0312-7321234"`, problem.CodeType, `"contact"`, []string{"联系方式"}},
		{"postcode", `"year": 2024, "contact": {"postcode": "07430"}`, problem.CodeHeadContact, `"contact"`, []string{"邮政编码", "074300"}},
		{"postcode of letters", `"year": 2024, "contact": {"postcode": "07430O"}`, problem.CodeHeadContact, `"contact"`, nil},
		{"postcode as a number", `"year": 2024, "contact": {"postcode": 174300}`, problem.CodeType, `"contact"`, []string{`"174300"`}},
		{"e-mail", `"year": 2024, "contact": {"email": "xxgk"}`, problem.CodeHeadContact, `"contact"`, []string{"电子邮箱", "xxgk"}},
		{"contact misspelt", `"year": 2024, "contact": {"phone": "0312-7321234"}`, problem.CodeUnknown, `"contact"`, nil},
		{"contact by its Chinese name", `"year": 2024, "contact": {"电话": "0312-7321234"}`, problem.CodeUnknown, `"contact"`, []string{"telephone"}},
		{"key of the contact", `"year": 2024, "telephone": "0312-7321234"`, problem.CodeUnknown, `"telephone"`, []string{"移到 contact 里面"}},
		{"contact on two lines", `"year": 2024, "contact": {"address": "澄岭县\n澄岭镇"}`, problem.CodeHeadContact, `"contact"`, nil},
		{"telephone not printed", `"year": 2024, "contact": {"telephone": "0312-7321234"}`, problem.CodeContactUnprinted, `"contact"`, []string{"不会印出来"}},
		{"preamble as a number", `"year": 2024, "preamble": 1`, problem.CodeType, `"preamble"`, []string{"引言"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			src := fixtures.Edited(t, "minimal", `"year": 2024`, c.head)
			fixtures.WantOne(t, all(src), c.code, fixtures.LineOf(t, src, c.at), c.words...)
		})
	}
	for name, head := range map[string]string{
		"left out":         `"signatory": "", "date": "", "contact": null, "agency_level": "", "scope": null, "blank_as": "", "preamble": ""`,
		"title's lines":    `"title_lines": ["澄岭县史志", "办公室2024年", "政府信息公开工作年度报告"]`,
		"no title lines":   `"title_lines": []`,
		"title not broken": `"title_lines": null`,
		"signed":           `"signatory": "澄岭县人民政府办公室", "date": "2025-01-18", "sealed": true`,
		"empty contact":    `"contact": {}`,
		"contact printed":  `"contact": {"address": "澄岭镇1号", "postcode": "074300", "email": "a@b.gov.cn", "telephone": "0312-7321234"}, "preamble": "电话：（0312）７３２１２３４。"`,
		"one of two":       `"contact": {"telephone": "0312-7321234、0312-7324321"}, "preamble": "电话03127324321"`,
		"leap day":         `"signatory": "澄岭县", "date": "2025-02-28"`,
		"levels and scope": `"agency_level": "department", "scope": "own", "sealed": false`,
	} {
		if problems := all(fixtures.Edited(t, "minimal", `"year": 2024`, `"year": 2024, `+head)); len(problems) > 0 {
			t.Errorf("%s:\n%s", name, fixtures.Listed(problems))
		}
	}
}

func TestAgency(t *testing.T) {
	const given = `"agency": "澄岭县史志办公室"`
	for _, c := range []struct{ agency, code string }{
		{``, problem.CodeHeadMissing},
		{`"agency": "",`, problem.CodeHeadMissing},
		{`"agency": null,`, problem.CodeHeadMissing},
		{`"agency": " 澄岭县",`, problem.CodeHeadValue},
		{`"agency": "澄岭县　",`, problem.CodeHeadValue},
		{`"agency": "澄岭县\n办公室",`, problem.CodeHeadValue},
		{`"agency": "澄岭县澄岭县澄岭县澄岭县澄岭县澄岭县澄岭县澄岭县澄岭县澄岭县澄岭县澄岭县澄岭县澄岭县澄岭县澄岭县澄岭县澄岭县澄岭县澄岭县𬭚",`, problem.CodeHeadValue},
		{`"agency": "澄岭县\u0000",`, problem.CodeControl},
		{`"agency": "澄岭县..",`, problem.CodeHeadAgency},
		{`"agency": ".澄岭县",`, problem.CodeHeadAgency},
		{`"agency": "澄岭县*",`, problem.CodeHeadAgency},
		{`"agency": ["澄岭县"],`, problem.CodeType},
		{`"agency": 12,`, problem.CodeType},
	} {
		problems := all(fixtures.Edited(t, "minimal", given+",", c.agency))
		if len(problems) != 1 || problems[0].Code != c.code || problems[0].Path != "agency" {
			t.Errorf("%s: want %s, have:\n%s", c.agency, c.code, fixtures.Listed(problems))
		}
	}
}

// A number for the edition is a slip, but hides nothing else.
func TestEditionAsNumber(t *testing.T) {
	src := fixtures.Edited(t, "minimal", `"edition": "2021"`, `"edition": 2021`)
	fixtures.WantOne(t, all(src), problem.CodeType, fixtures.LineOf(t, src, `"edition"`), `写成 "2021"`)
}

// The head is checked even where the edition, and so the tables, are unknown.
func TestUnknownEditionHidesNoHead(t *testing.T) {
	problems := all([]byte(`{"edition": "1998", "year": 2024}`))
	if len(problems) != 2 || problems[0].Code != problem.CodeHeadEdition || problems[1].Path != "agency" {
		t.Error(fixtures.Listed(problems))
	}
}
