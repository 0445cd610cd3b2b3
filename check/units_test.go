package check

import (
	"testing"

	"nianbao/fixtures"
	"nianbao/problem"
	"nianbao/report/jsonfile"
)

func TestUnits(t *testing.T) {
	src := fixtures.Edited(t, "minimal", `"problems"`, `"missing_units": ["甲局"], "parts": {"乙局": {"disclosure.licensing": 7}, "丙局": {"disclosure.licensing": 1}}, "problems"`)
	r, problems := jsonfile.Decode(src)
	problems = append(problems, Check(r)...)
	found := map[string]problem.Problem{}
	for _, p := range problems {
		if p.Code == problem.CodeMissingUnits || p.Code == problem.CodePartsSum && p.Path == "disclosure.licensing" {
			found[p.Code] = p
		}
	}
	if p := found[problem.CodeMissingUnits]; p.Severity != problem.Error || p.Line == 0 {
		t.Errorf("%+v", p)
	}
	if r.Numbers["disclosure.licensing"].Text == "8" {
		t.Fatal("the fixture has the very sum")
	}
	if p := found[problem.CodePartsSum]; p.Severity != problem.Warning || p.Cell != "8" || p.OnPaper() == "" {
		t.Errorf("%+v", p)
	}
	for _, wrong := range []string{`"parts": []`, `"parts": {"甲": 3}`, `"parts": {"甲": {"x.y": 3}}`, `"parts": {"甲": {"disclosure.licensing": "三"}}`,
		`"parts": {"甲": {"disclosure.licensing": -1}}`, `"parts": {"甲": {}, "甲": {}}`, `"missing_units": "甲"`, `"missing_units": [3]`} {
		if _, problems := jsonfile.Decode(fixtures.Edited(t, "minimal", `"problems"`, wrong+`, "problems"`)); len(fixtures.Errors(problems)) == 0 {
			t.Errorf("%s passes", wrong)
		}
	}
	if printed := string(jsonfile.EncodeWhole(r.Printed())); len(r.Printed().Parts)+len(r.Printed().MissingUnits) > 0 || printed == string(src) {
		t.Error("a published file holds the units")
	}
}
