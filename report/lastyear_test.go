package report

import (
	"fmt"
	"strings"
	"testing"

	"nianbao/fixtures"
)

// yearBefore is a report as it would have been a year earlier, with the carried
// row in balance.
func yearBefore(t *testing.T, name string) *Report {
	t.Helper()
	last, _ := Decode(fixtures.Named(t, name).JSON)
	last.Year--
	last.Prose = nil
	for _, column := range []string{"natural_person", "business", "research", "nonprofit", "legal_service", "other_applicant", "total"} {
		last.Numbers[carriedForward+column] = last.Numbers[carriedIn+column]
	}
	for _, row := range []string{"rules", "normative_documents"} {
		n := last.Numbers["disclosure."+row+".in_force"]
		n.Value = n.Value.Sub(last.Numbers["disclosure."+row+".issued"].Value).Add(last.Numbers["disclosure."+row+".repealed"].Value)
		n.Text = n.Value.String()
		last.Numbers["disclosure."+row+".in_force"] = n
	}
	return last
}

func TestLastYear(t *testing.T) {
	r, _ := Decode(fixtures.Named(t, "huaian-2024").JSON)
	if problems := CheckAgainst(r, yearBefore(t, "huaian-2024")); len(problems) > 0 {
		t.Errorf("years that fit: %s", listed(problems))
	}
	for _, c := range []struct {
		path string
		by   int32 // shifted by so many digits; 0: one more
		code string
	}{
		{"requests.carried_forward.natural_person", 0, codeLastCarried},
		{"requests.carried_forward.other_applicant", 0, codeLastCarried},
		{"disclosure.rules.in_force", 0, codeLastInForce},
		{"disclosure.normative_documents.in_force", 0, codeLastInForce},
		{"disclosure.penalties", -2, codeLastScale},
		{"disclosure.coercion", 2, codeLastScale},
		{"disclosure.fees", 4, codeLastScale},
	} {
		last := yearBefore(t, "huaian-2024")
		n := last.Numbers[c.path]
		n.Value = n.Value.Shift(c.by)
		if c.by == 0 {
			n.Value = n.Value.Add(one)
		}
		n.Text = n.Value.String()
		last.Numbers[c.path] = n
		problems := CheckAgainst(r, last)
		if len(problems) != 1 || problems[0].Code != c.code || !strings.Contains(problems[0].Message, n.Text) {
			t.Errorf("%s: want %s, have %s", c.path, c.code, listed(problems))
		}
	}
	last := yearBefore(t, "huaian-2024")
	last.Year--
	if problems := CheckAgainst(r, last); len(problems) != 1 || problems[0].Code != codeLastFile {
		t.Errorf("the wrong year: %s", listed(problems))
	}
}

// A text with other years and numbers is alike; two offices' own texts are not.
func TestAlike(t *testing.T) {
	r, _ := Decode(fixtures.Named(t, "huaian-2024").JSON)
	old, _ := Decode(fixtures.Named(t, "huaian-2024").JSON)
	old.Year--
	for key, prose := range old.Prose {
		old.Prose[key] = Prose{Text: strings.NewReplacer("2024", "2023", "2025", "2024", "3119", "2875").Replace(prose.Text)}
	}
	problems := Alike(r, old)
	if len(problems) != 2 || problems[0].Path != "overview" || !strings.Contains(problems[0].Message, "100%") {
		t.Error(listed(problems))
	}
	laiyuan, _ := Decode(fixtures.Named(t, "laiyuan-2022").JSON)
	if problems := Alike(r, laiyuan); len(problems) > 0 {
		t.Error(listed(problems))
	}
	half := []rune(old.Prose["overview"].Text)
	old.Prose["overview"] = Prose{Text: string(half[:len(half)/2])}
	if problems := Alike(r, old); len(problems) != 1 || problems[0].Path != "problems" {
		t.Errorf("half a section: %s", listed(problems))
	}
}

// What is accepted with a reason stays in the list as such, and stays out of
// what Encode writes.
func TestAccepted(t *testing.T) {
	const entry = `"accepted": [{"code": "prose.incomplete", "path": "overview", "reason": "由县政府统一开展"}], `
	src := edited(t, "huaian-2024", `"agency":`, entry+`"agency":`)
	r, problems := Decode(src)
	problems = append(problems, Check(r)...)
	if len(problems) != 1 || problems[0].Severity != Accepted || !strings.Contains(problems[0].Fix, "由县政府统一开展") {
		t.Error(listed(problems))
	}
	if strings.Contains(string(r.Encode()), "accepted") {
		t.Error("the document's data carries what was accepted")
	}
	for _, bad := range []string{`"accepted": 1, `, `"accepted": [1], `, `"accepted": [{"code": 1}], `, `"accepted": [{"cod": "x"}], `} {
		if !HasErrors(all(edited(t, "huaian-2024", `"agency":`, bad+`"agency":`))) {
			t.Errorf("%s is taken", bad)
		}
	}
}

// Each fault that is no sum, made in a report that is right but for its length.
func TestReviewersFaults(t *testing.T) {
	const preamble = `"preamble": "根据`
	for _, c := range []struct{ old, new, code string }{
		{`2024年1月1日和2024年12月31日`, `2023年1月1日和2024年12月31日`, codePeriod},
		{`（二）依申请公开情况。2024年，`, `（二）依申请公开情况。2023年，`, codeOtherYear},
		{preamble, `"preamble": "XX根据`, codeLeftover},
		{preamble, `"preamble": "[bookmark: _GoBack]根据`, codeBookmark},
		{preamble, `"preamble": "（根据`, codeUnpaired},
		{preamble, `"preamble": "国办公开办函[2021]30号，根据`, codeYearBracket},
		{preamble, `"preamble": "现，，根据`, codeDoubled},
		{preamble, `"preamble": "现 在根据`, codeSpace},
		{preamble, `"preamble": "现在,根据`, codeHalfWidth},
		{`信息处理费，全年合计3940元`, `费用，全年合计3940元`, codeIncomplete},
		{`过去一年，`, `过去一年，全市收取信息处理费4000元，`, codeFeeMismatch},
		{`"agency_level": "city"`, `"agency_level": "county"`, codeRulesMaker},
		{`"edition": "2021"`, `"edition": "2021-single-other"`, codeEditionVariant},
		{`（四）平台建设情况`, `（四）主动公开的补充`, codeOrder},
	} {
		src := edited(t, "huaian-2024", c.old, c.new)
		found := false
		for _, p := range all(src) {
			found = found || p.Code == c.code
		}
		if !found {
			t.Errorf("%s: %s is not found\n%s", c.new, c.code, listed(all(src)))
		}
	}
}

func TestNumerals(t *testing.T) {
	for text, want := range map[string]string{
		"7件": "7件", "1,286条": "1286条", "1.2万件": "12000件", "两件": "2件", "十二件": "12件", "一百零三件": "103件",
		"300余件": "300件+100", "30多万件": "300000件+100000", "120余条": "120条+10", "三千余件": "3000件+1000",
		"2024年": "", "第三十六条": "", "0517-83605210": "", "12.5%": "",
	} {
		got := ""
		for _, n := range numerals(plainText(text)) {
			a := n.amount()
			got += a.value.String() + n.unit
			if n.more {
				got += fmt.Sprint("+", a.step)
			}
		}
		if got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}
