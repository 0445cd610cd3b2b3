package check

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"nianbao/fixtures"
	"nianbao/problem"
	"nianbao/report"
	"nianbao/report/jsonfile"
)

// accepting is a report with a list of what it accepts.
func accepting(t *testing.T, entries string) (*report.Report, []problem.Problem) {
	t.Helper()
	r, problems := jsonfile.Decode(fixtures.Edited(t, "huaian-2024", `"agency":`, `"accepted": [`+entries+`], "agency":`))
	return r, append(problems, Check(r)...)
}

// What is accepted with a reason stays in the list as such, and stays out of
// what Encode writes.
func TestAccepted(t *testing.T) {
	r, problems := accepting(t, `{"code": "prose.incomplete", "path": "overview", "reason": "由县政府统一开展"}`)
	problems = Settled(r, problems, false)
	if len(problems) != 1 || problems[0].Severity != problem.Accepted || !strings.Contains(problems[0].Fix, "由县政府统一开展") {
		t.Error(fixtures.Listed(problems))
	}
	if strings.Contains(string(jsonfile.Encode(r)), "accepted") {
		t.Error("the document's data carries what was accepted")
	}
	for _, bad := range []string{`"accepted": 1, `, `"accepted": [1], `, `"accepted": [{"code": 1}], `, `"accepted": [{"cod": "x"}], `} {
		if !problem.HasErrors(all(fixtures.Edited(t, "huaian-2024", `"agency":`, bad+`"agency":`))) {
			t.Errorf("%s is taken", bad)
		}
	}
}

// What comes of last year's report is accepted like all else.
func TestAcceptedAgainstLastYear(t *testing.T) {
	r, problems := accepting(t, `{"code": "last_year.carried_in", "path": "requests.carried_in.natural_person", "reason": "两局合并"}`)
	last := yearBefore(t, "huaian-2024")
	last.Numbers[carriedForward+"natural_person"] = report.Number{Text: "35", Value: decimal.NewFromInt(35)}
	problems = Settled(r, append(problems, CheckAgainst(r, last)...), true)
	if len(problems) != 2 || problems[1].Code != problem.CodeLastCarried || problems[1].Severity != problem.Accepted {
		t.Error(fixtures.Listed(problems))
	}
}

// An acceptance that has nothing to accept is reported, with what may be meant.
func TestAcceptedUnused(t *testing.T) {
	for _, c := range []struct {
		entry    string
		withLast bool
		want     string // in the notice; "" for none
	}{
		{`{"code": "prose.mismatch", "path": "overview", "reason": "口径不同"}`, false, "没有对应的警告"},
		{`{"code": "prose.incomplete", "path": "preamble", "reason": "统一开展"}`, false, "现在的位置（path）是 overview"},
		{`{"code": "prose.incomplete", "path": "overview", "reason": " "}`, false, "没有写原因"},
		{`{"code": "prose.incomplete", "path": "overview"}`, false, "没有写原因"},
		{`{"code": "last_year.in_force", "path": "disclosure.rules.in_force", "reason": "到期失效"}`, false, ""},
		{`{"code": "last_year.in_force", "path": "disclosure.rules.in_force", "reason": "到期失效"}`, true, "没有对应的警告"},
		{`{"code": "alike.section", "path": "overview", "reason": "制度性文字"}`, true, ""},
	} {
		r, problems := accepting(t, c.entry)
		got := ""
		for _, p := range Settled(r, problems, c.withLast) {
			if p.Code == problem.CodeAcceptedUnused {
				got = p.String()
				if p.Severity != problem.Notice || p.Line == 0 {
					t.Errorf("%s: %s in line %d", c.entry, p.Severity, p.Line)
				}
			}
		}
		if (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", c.entry, got, c.want)
		}
	}
}

// An error is mended, not accepted; and before it is nothing is said of what
// may only wait for it.
func TestErrorsAreNotAccepted(t *testing.T) {
	src := fixtures.Edited(t, "huaian-2024", `"other_result": 178`, `"other_result": 187`, `"agency":`,
		`"accepted": [{"code": "sum.reconsideration", "path": "disputes.reconsideration.total", "reason": "上级要求"}], "agency":`)
	r, problems := jsonfile.Decode(src)
	problems = Settled(r, append(problems, Check(r)...), false)
	if !problem.HasErrors(problems) {
		t.Errorf("a sum that fails is accepted: %s", fixtures.Listed(problems))
	}
	for _, p := range problems {
		if p.Code == problem.CodeAcceptedUnused {
			t.Error(p)
		}
	}
	shared, _ := jsonfile.Decode(fixtures.Named(t, "huaian-2024").JSON)
	if len(Settled(shared, nil, true)) > 0 {
		t.Error("a report that accepts nothing has something to say")
	}
}

// An acceptance holds for the sentence, number and cell that it names, and lapses
// when one of them changes; one that names none holds where one finding fits.
func TestAcceptedSubject(t *testing.T) {
	const wrong = "新收政府信息公开申请%d件。"
	r, _ := accepting(t, "")
	r.Set("overview", strings.Join([]string{fmt.Sprintf(wrong, 61), fmt.Sprintf(wrong, 62), fmt.Sprintf(wrong, 63)}, "\n"))
	find := func() []problem.Problem {
		return slices.DeleteFunc(Check(r), func(p problem.Problem) bool { return p.Code != problem.CodeProseMismatch })
	}
	problems := find()
	if len(problems) != 3 || problems[0].Quote != fmt.Sprintf(wrong, 61) || problems[0].Number != "61件" || !strings.Contains(problems[0].Cell, "总计 ") {
		t.Fatal(fixtures.Listed(problems), problems)
	}
	old := report.Acceptance{Code: problem.CodeProseMismatch, Path: "overview", Reason: "口径不同"}
	whole := old
	whole.Subject = problems[1].Subject
	number := old
	number.Number = "63件"
	accepted := func(a report.Acceptance) (quotes []string) {
		r.Accepted = []report.Acceptance{a}
		for _, p := range Settled(r, find(), false) {
			switch {
			case p.Severity == problem.Accepted:
				quotes = append(quotes, p.Number)
			case p.Code == problem.CodeAcceptedUnused:
				quotes = append(quotes, p.Message)
			}
		}
		return quotes
	}
	want := func(a report.Acceptance, word string) {
		t.Helper()
		if got := accepted(a); len(got) != 1 || !strings.Contains(got[0], word) {
			t.Errorf("%+v accepts %v, want %s", a, got, word)
		}
	}
	want(old, "对得上 3 处")
	want(whole, "62件")
	want(number, "63件")
	moved := whole
	moved.Cell = strings.Replace(whole.Cell, "总计 ", "总计 9", 1) // as the table had it
	want(moved, "不再有效")
	r.Set("overview", fmt.Sprintf(wrong, 62))
	want(whole, "62件")
	want(old, "62件")
	r.Set("overview", "2024年，"+fmt.Sprintf(wrong, 62))
	want(whole, "不再有效")
	want(old, "62件")
}
