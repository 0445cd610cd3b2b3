package templates

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// province is a variant of 2021: one more row in （六）, one renamed column.
func province(t testing.TB, change ...string) (*Template, error) {
	t.Helper()
	data, err := os.ReadFile("testdata/2021-province.json")
	if err != nil {
		t.Fatal(err)
	}
	text := strings.NewReplacer(change...).Replace(string(data))
	if len(change) > 0 && text == string(data) {
		t.Fatalf("%q changes nothing", change)
	}
	return read("2021-province", []byte(text), Load)
}

func TestVariant(t *testing.T) {
	base := mustLoad(t, "2021")
	before := printed(table(t, base, "requests"))
	form, err := province(t)
	if err != nil {
		t.Fatal(err)
	}
	if form.Offer != ByName || form.Family() != "2021" || !form.Variant() || form.FirstYear != 2021 || form.Title != base.Title {
		t.Errorf("offer %q, family %q, first year %d, title %q", form.Offer, form.Family(), form.FirstYear, form.Title)
	}
	want := strings.Replace(before, "法人或其他组织/科研机构", "法人或其他组织/科研院所", 1)
	want = strings.Replace(want, "3.其他\n", "3.其他\n三、本年度办理结果/（六）其他处理/4.移送有权机关处理\n", 1)
	if got := printed(table(t, form, "requests")); got != want {
		t.Errorf("table three is\n%s", got)
	}
	for _, e := range form.Equations() {
		added := slices.Contains(paths(e.Left), "requests.outcome.other_handling.transferred.research")
		if added != (e.Sum.Code == "sum.outcomes" && e.Right[0].Path == "requests.outcome.total.research" ||
			e.Sum.Code == "sum.applicants" && e.Right[0].Path == "requests.outcome.other_handling.transferred.total") {
			t.Errorf("%s of %s adds the new row: %v", e.Sum.Code, e.Place, added)
		}
	}
	means := func(form *Template) string {
		var all []string
		for _, r := range form.topic("requests").Readings() {
			for _, q := range r.Means {
				all = append(all, strings.Join(paths(q.Leaves), "+"))
			}
		}
		return strings.Join(all, "\n")
	}
	if !strings.HasSuffix(means(form), "\nrequests.outcome.other_handling.transferred.total") {
		t.Error("the new row's phrase is not read")
	}
	if !strings.Contains(means(form), "other_handling.other.total+requests.outcome.other_handling.transferred.total") {
		t.Error("the phrase of all of （六） leaves the new row out")
	}
	if after := printed(table(t, base, "requests")); after != before || strings.Contains(means(base), "transferred") {
		t.Error("the base has changed")
	}
}

func TestEdits(t *testing.T) {
	const rename = `{"rename": "requests.research", "to": "科研院所"}`
	for _, c := range []struct{ name, edit, section, old, new string }{
		{"rename a group", `{"rename": "requests.outcome.denied", "to": "（三）不公开"}`, "requests", "（三）不予公开", "（三）不公开"},
		{"drop a row", `{"drop": "disclosure.rules"}`, "disclosure", "规章\n", ""},
		{"drop rows", `{"drop": "requests.outcome.unable_to_provide"}`, "requests", "三、本年度办理结果/（四）无法提供/1.本机关不掌握相关政府信息\n三、本年度办理结果/（四）无法提供/2.没有现成信息需要另行制作\n三、本年度办理结果/（四）无法提供/3.补正后申请内容仍不明确\n", ""},
		{"replace a column", `{"replace": "disclosure.issued", "by": {"key": "made", "label": ["本年制定件数"]}}`, "disclosure", "本年制发件数", "本年制定件数"},
		{"insert a column", `{"insert": {"key": "public_institution", "label": ["申请人情况", "事业单位"]}, "after": "requests.other_applicant", "sums": ["sum.applicants"], "number_widths": [570, 570, 570, 570, 570, 570, 570, 560]}`, "requests", " | 申请人情况/总计", " | 申请人情况/事业单位 | 申请人情况/总计"},
		{"a sum's sentence", rename + `, {"rename": "requests.natural_person", "to": "公民"}, {"replace": "sum.applicants", "say": "公民与五类组织之和应等于总计"}`, "requests", "自然人", "公民"},
	} {
		t.Run(c.name, func(t *testing.T) {
			plain, err := province(t)
			if err != nil {
				t.Fatal(err)
			}
			form, err := province(t, rename, rename+", "+c.edit)
			if strings.HasPrefix(c.edit, rename) {
				form, err = province(t, rename, c.edit)
			}
			if err != nil {
				t.Fatal(err)
			}
			before := printed(table(t, plain, c.section))
			if want := strings.ReplaceAll(before, c.old, c.new); printed(table(t, form, c.section)) != want || want == before {
				t.Errorf("the table is\n%s", printed(table(t, form, c.section)))
			}
		})
	}
}

func TestEditRefusals(t *testing.T) {
	const rename, sums = `{"rename": "requests.research", "to": "科研院所"}`, `"sums": ["sum.outcomes"],`
	for _, c := range []struct{ name, old, new, want string }{
		{"no such base", `"base": "2021"`, `"base": "2020"`, `没有“2020”这一版格式`},
		{"sections", `"edits"`, `"sections": [{"key": "more", "heading": "七、更多"}], "edits"`, `sections of its own and a base, "2021"`},
		{"offer", `"edits"`, `"offer": "always", "edits"`, `unknown offer "always"`},
		{"last year alone", `"edits"`, `"last_year": 2024, "edits"`, `a last_year without a first_year`},
		{"nothing to do", rename, `{"to": "科研院所"}`, `edit 2: an edit is one of insert, rename, drop and replace`},
		{"two things to do", rename, `{"rename": "requests.research", "drop": "requests.research", "to": "科研院所"}`, `edit 2: an edit is one of`},
		{"no such column", "requests.research", "requests.reserach", `rename "requests.reserach": no row and no column has this name`},
		{"column of several parts", rename, `{"drop": "disclosure"}`, `no row and no column has this name`},
		{"same label", `"to": "科研院所"`, `"to": "科研机构"`, `it is "科研机构" already`},
		{"label of another", `"to": "科研院所"`, `"to": "商业企业"`, `one stands under the label of the other`},
		{"sums unsaid", sums, ``, `"sum.outcomes" adds up "outcome.other_handling.other": name in sums those that add up "outcome.other_handling.transferred"`},
		{"sum unknown", sums, `"sums": ["sum.outcome"],`, `the part has not all of the sums ["sum.outcome"]`},
		{"sum of columns", sums, `"sums": ["sum.outcomes", "sum.applicants"],`, `the sum "sum.applicants" is over the columns`},
		{"kind of a row", `"4.移送有权机关处理"]`, `"4.移送有权机关处理"], "kind": "amount"`, `a row has no kind`},
		{"stale sentence", rename, `{"rename": "requests.natural_person", "to": "公民"}`, `the sentence of "sum.applicants" names "自然人", which is renamed`},
		{"replace by nothing", rename, `{"replace": "requests.research"}`, `needs a row or a column and "by", a section and "table", or a sum and "say"`},
		{"a column without width", rename, `{"insert": {"key": "public_institution", "label": ["申请人情况", "事业单位"]}, "after": "requests.other_applicant", "sums": []}`, `8 columns cannot share a grid of 7 evenly`},
		{"a sum of nothing", rename, `{"drop": "requests.received"}, {"drop": "requests.carried_in"}`, `sum "sum.balance": nothing on one of its sides`},
		{"a phrase of what is not there", `transferred.total"`, `transfered.total"`, `is no number of the section`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := province(t, c.old, c.new)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Fatalf("got  %v\nwant %s", err, c.want)
			}
		})
	}
	_, err := read("a", []byte(`{"edition": "a", "edits": [{"drop": "requests.research"}]}`), Load)
	if err == nil || err.Error() != "edits of no base" {
		t.Error(err)
	}
}

// One edition a year is offered unasked, and what is offered by name is never.
func TestForYear(t *testing.T) {
	for year, want := range map[int]string{2018: "", 2019: "2019", 2020: "2019", 2021: "2021", 2050: "2021"} {
		form, err := ForYear(year)
		if got := ""; err == nil {
			if got = form.Edition; got != want {
				t.Errorf("ForYear(%d) = %s", year, got)
			}
		} else if want != "" || err.Error() != "没有 2018 年用的格式：全国统一的格式从 2019 年的报告开始" {
			t.Errorf("ForYear(%d): %v", year, err)
		}
	}
	offered, err := Offered()
	if err != nil {
		t.Fatal(err)
	}
	for i, form := range offered[1:] {
		if form.LastYear == 0 || form.LastYear >= offered[i].FirstYear {
			t.Errorf("%s and %s are offered for the same year", form.Edition, offered[i].Edition)
		}
	}
	for name, want := range map[string]string{
		"2019":              "",
		"2021-single-other": "格式“2021-single-other”是个别地方的旧变体，可以核对和印制，新报告请用 2019、2021",
		"2022":              "没有“2022”这个格式，可以用的有 2019、2021",
	} {
		form, err := ForNew(name, 2025)
		if err == nil && (want != "" || form.Edition != name) || err != nil && err.Error() != want {
			t.Errorf("ForNew(%q): %v", name, err)
		}
	}
}
