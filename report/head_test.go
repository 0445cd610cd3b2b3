package report

import (
	"testing"
)

func TestHead(t *testing.T) {
	for _, c := range []struct {
		name, head string // what stands in place of the year
		code       string
		at         string
		words      []string
	}{
		{"year left out", `"agency_level": "county"`, codeHeadMissing, `{`, []string{"没有写年份", "如 2024"}},
		{"year not known yet", `"year": null`, codeHeadMissing, `"year"`, []string{"没有写年份"}},
		{"year as text", `"year": "2024"`, codeType, `"year"`, []string{"应为数，写成了文字"}},
		{"year too early", `"year": 2018`, codeHeadYear, `"year"`, []string{"2019"}},
		{"year too late", `"year": 20245`, codeHeadYear, `"year"`, []string{"2100"}},
		{"half a year", `"year": 2024.5`, codeHeadYear, `"year"`, []string{"2024.5"}},
		{"negative year", `"year": -2024`, codeHeadYear, `"year"`, nil},
		{"huge year", `"year": 99999999999999999999`, codeHeadYear, `"year"`, nil},
		{"signatory without date", `"year": 2024, "signatory": "澄岭县人民政府"`, codeHeadMissing, `{`, []string{"没有写成文日期", "2025-01-18"}},
		{"date without signatory", `"year": 2024, "date": "2025-01-18"`, codeHeadMissing, `"date"`, []string{"没有署名"}},
		{"no such day", `"year": 2024, "signatory": "澄岭县", "date": "2025-02-30"`, codeHeadDate, `"date"`, []string{"2025-02-30"}},
		{"short month", `"year": 2024, "signatory": "澄岭县", "date": "2025-1-18"`, codeHeadDate, `"date"`, []string{"补足两位"}},
		{"Chinese date", `"year": 2024, "signatory": "澄岭县", "date": "2025年1月18日"`, codeHeadDate, `"date"`, nil},
		{"date as a number", `"year": 2024, "signatory": "澄岭县", "date": 2025-01-18`, codeType, `"date"`, []string{`"2025-01-18"`}},
		{"date in the year itself", `"year": 2024, "signatory": "澄岭县", "date": "2024-01-18"`, codeHeadDate, `"date"`, []string{"2025 年"}},
		{"date long after", `"year": 2024, "signatory": "澄岭县", "date": "2028-01-18"`, codeHeadDate, `"date"`, nil},
		{"seal without signatory", `"year": 2024, "sealed": true`, codeHeadValue, `"sealed"`, []string{"加盖印章", "signatory"}},
		{"sealed as text", `"year": 2024, "sealed": "是"`, codeType, `"sealed"`, []string{"true"}},
		{"level", `"year": 2024, "agency_level": "县"`, codeHeadValue, `"agency_level"`, []string{"机关层级", "county（县级）"}},
		{"scope", `"year": 2024, "scope": "all"`, codeHeadValue, `"scope"`, []string{"whole（汇总"}},
		{"blank as", `"year": 2024, "blank_as": "/"`, codeHeadValue, `"blank_as"`, []string{`写 "0"`}},
		{"blank as a number", `"year": 2024, "blank_as": 0`, codeType, `"blank_as"`, []string{`写成 "0"`}},
		{"contact as text", `"year": 2024, "contact": "0312-7321234"`, codeType, `"contact"`, []string{"联系方式"}},
		{"postcode", `"year": 2024, "contact": {"postcode": "07430"}`, codeHeadContact, `"contact"`, []string{"邮政编码", "074300"}},
		{"postcode of letters", `"year": 2024, "contact": {"postcode": "07430O"}`, codeHeadContact, `"contact"`, nil},
		{"postcode as a number", `"year": 2024, "contact": {"postcode": 174300}`, codeType, `"contact"`, []string{`"174300"`}},
		{"e-mail", `"year": 2024, "contact": {"email": "xxgk"}`, codeHeadContact, `"contact"`, []string{"电子邮箱", "xxgk"}},
		{"contact misspelt", `"year": 2024, "contact": {"phone": "0312-7321234"}`, codeUnknown, `"contact"`, nil},
		{"contact by its Chinese name", `"year": 2024, "contact": {"电话": "0312-7321234"}`, codeUnknown, `"contact"`, []string{"telephone"}},
		{"key of the contact", `"year": 2024, "telephone": "0312-7321234"`, codeUnknown, `"telephone"`, []string{"移到 contact 里面"}},
		{"contact on two lines", `"year": 2024, "contact": {"address": "澄岭县\n澄岭镇"}`, codeHeadContact, `"contact"`, nil},
		{"telephone not printed", `"year": 2024, "contact": {"telephone": "0312-7321234"}`, codeContactUnprinted, `"contact"`, []string{"不会印出来"}},
		{"preamble as a number", `"year": 2024, "preamble": 1`, codeType, `"preamble"`, []string{"引言"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			src := edited(t, minimal, `"year": 2024`, c.head)
			wantOne(t, all(src), c.code, lineOf(t, src, c.at), c.words...)
		})
	}
	for name, head := range map[string]string{
		"left out":         `"signatory": "", "date": "", "contact": null, "agency_level": "", "scope": null, "blank_as": "", "preamble": ""`,
		"signed":           `"signatory": "澄岭县人民政府办公室", "date": "2025-01-18", "sealed": true`,
		"empty contact":    `"contact": {}`,
		"contact printed":  `"contact": {"address": "澄岭镇1号", "postcode": "074300", "email": "a@b.gov.cn", "telephone": "0312-7321234"}, "preamble": "电话：（0312）７３２１２３４。"`,
		"one of two":       `"contact": {"telephone": "0312-7321234、0312-7324321"}, "preamble": "电话03127324321"`,
		"leap day":         `"signatory": "澄岭县", "date": "2025-02-28"`,
		"levels and scope": `"agency_level": "department", "scope": "own", "sealed": false`,
	} {
		if problems := all(edited(t, minimal, `"year": 2024`, `"year": 2024, `+head)); len(problems) > 0 {
			t.Errorf("%s:\n%s", name, listed(problems))
		}
	}
}

func TestAgency(t *testing.T) {
	const given = `"agency": "澄岭县史志办公室"`
	for _, c := range []struct{ agency, code string }{
		{``, codeHeadMissing},
		{`"agency": "",`, codeHeadMissing},
		{`"agency": null,`, codeHeadMissing},
		{`"agency": " 澄岭县",`, codeHeadValue},
		{`"agency": "澄岭县　",`, codeHeadValue},
		{`"agency": "澄岭县\n办公室",`, codeHeadValue},
		{`"agency": "澄岭县澄岭县澄岭县澄岭县澄岭县澄岭县澄岭县澄岭县澄岭县澄岭县澄岭县澄岭县澄岭县澄岭县澄岭县澄岭县澄岭县澄岭县澄岭县澄岭县𬭚",`, codeHeadValue},
		{`"agency": "澄岭县\u0000",`, codeControl},
		{`"agency": ["澄岭县"],`, codeType},
		{`"agency": 12,`, codeType},
	} {
		problems := all(edited(t, minimal, given+",", c.agency))
		if len(problems) != 1 || problems[0].Code != c.code || problems[0].Path != "agency" {
			t.Errorf("%s: want %s, have:\n%s", c.agency, c.code, listed(problems))
		}
	}
}

// A number for the edition is a slip, but hides nothing else.
func TestEditionAsNumber(t *testing.T) {
	src := edited(t, minimal, `"edition": "2021"`, `"edition": 2021`)
	wantOne(t, all(src), codeType, lineOf(t, src, `"edition"`), `写成 "2021"`)
}

// The head is checked even where the edition, and so the tables, are unknown.
func TestUnknownEditionHidesNoHead(t *testing.T) {
	problems := all([]byte(`{"edition": "1998", "year": 2024}`))
	if len(problems) != 2 || problems[0].Code != codeHeadEdition || problems[1].Path != "agency" {
		t.Error(listed(problems))
	}
}
