package check

import (
	"strings"
	"testing"

	"nianbao/fixtures"
	"nianbao/problem"
	"nianbao/report"
	"nianbao/report/jsonfile"
)

// yearBefore is a report as it would have been a year earlier, with the carried
// row in balance.
func yearBefore(t *testing.T, name string) *report.Report {
	t.Helper()
	last, _ := jsonfile.Decode(fixtures.Named(t, name).JSON)
	last.Year--
	last.Prose = nil
	for _, column := range []string{"natural_person", "business", "research", "nonprofit", "legal_service", "other_applicant", "total"} {
		last.Numbers[carriedForward+column] = last.Numbers[carriedIn+column]
	}
	pending := last.Numbers["disputes.reconsideration.pending"] // or table four were as it was
	pending.Value = pending.Value.Add(one)
	pending.Text = pending.Value.String()
	last.Numbers["disputes.reconsideration.pending"] = pending
	for _, row := range []string{"rules", "normative_documents"} {
		n := last.Numbers["disclosure."+row+".in_force"]
		n.Value = n.Value.Sub(last.Numbers["disclosure."+row+".issued"].Value).Add(last.Numbers["disclosure."+row+".repealed"].Value)
		n.Text = n.Value.String()
		last.Numbers["disclosure."+row+".in_force"] = n
	}
	return last
}

func TestLastYear(t *testing.T) {
	r, _ := jsonfile.Decode(fixtures.Named(t, "huaian-2024").JSON)
	if problems := CheckAgainst(r, yearBefore(t, "huaian-2024")); len(problems) > 0 {
		t.Errorf("years that fit: %s", fixtures.Listed(problems))
	}
	for _, c := range []struct {
		path string
		by   int32 // shifted by so many digits; 0: one more
		code string
	}{
		{"requests.carried_forward.natural_person", 0, problem.CodeLastCarried},
		{"requests.carried_forward.other_applicant", 0, problem.CodeLastCarried},
		{"disclosure.rules.in_force", 0, problem.CodeLastInForce},
		{"disclosure.normative_documents.in_force", 0, problem.CodeLastInForce},
		{"disclosure.penalties", -2, problem.CodeLastScale},
		{"disclosure.coercion", 2, problem.CodeLastScale},
		{"disclosure.fees", 4, problem.CodeLastScale},
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
			t.Errorf("%s: want %s, have %s", c.path, c.code, fixtures.Listed(problems))
		}
	}
	last := yearBefore(t, "huaian-2024")
	last.Year--
	if problems := CheckAgainst(r, last); len(problems) != 1 || problems[0].Code != problem.CodeLastFile {
		t.Errorf("the wrong year: %s", fixtures.Listed(problems))
	}
}

// Amounts are held against each other in one unit, to the thousandth.
func TestScaleOfAmounts(t *testing.T) {
	for _, c := range []struct {
		fixture, path, then string
		found               bool
	}{
		{"huaian-2024", "disclosure.fees", "96.1716", true},
		{"huaian-2024", "disclosure.fees", "961716000", true},
		{"huaian-2024", "disclosure.fees", "961.7", false},
		{"huaian-2024", "disclosure.fees", "0", false},
		{"edition-2019", "disclosure.procurement.amount", "25.1万元", false},
		{"edition-2019", "disclosure.procurement.amount", "251元", true},
	} {
		r, _ := jsonfile.Decode(fixtures.Named(t, c.fixture).JSON)
		if c.fixture == "edition-2019" {
			r.Numbers[c.path] = mustParse(t, r, c.path, "251000元")
		}
		last := yearBefore(t, c.fixture)
		last.Numbers[c.path] = mustParse(t, last, c.path, c.then)
		found := false
		for _, p := range CheckAgainst(r, last) {
			found = found || p.Code == problem.CodeLastScale && p.Path == c.path
		}
		if found != c.found {
			t.Errorf("%s against %s: found is %v", r.Numbers[c.path].Text, c.then, found)
		}
	}
}

func mustParse(t *testing.T, r *report.Report, path, text string) report.Number {
	t.Helper()
	leaf, _ := r.Template.Leaf(path)
	parse := report.ParsePlain
	if strings.HasSuffix(text, "元") {
		parse = report.ParseQuoted
	}
	number, fault := parse(leaf.Kind, text)
	if fault != nil {
		t.Fatal(fault)
	}
	return number
}
