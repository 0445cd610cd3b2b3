package check

import (
	"regexp"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"nianbao/fixtures"
	"nianbao/problem"
	"nianbao/report"
	"nianbao/report/jsonfile"
)

var total = regexp.MustCompile(`, "total": \d+`)

// Every total of a real report, left out, is computed as it was published.
func TestTotalsAreComputed(t *testing.T) {
	for _, name := range []string{"huaian-2024", "laiyuan-2022", "edition-2019"} {
		src := fixtures.Named(t, name).JSON
		published, _ := jsonfile.Decode(src)
		for how, new := range map[string]string{"left out": "", "null": `, "total": null`} {
			r, problems := jsonfile.Decode(total.ReplaceAll(src, []byte(new)))
			if problems = fixtures.Errors(append(problems, Check(r)...)); len(problems) > 0 {
				t.Errorf("%s, %s: %s", name, how, fixtures.Listed(problems))
			}
			if r.Computed() == 0 || published.Computed() != 0 {
				t.Errorf("%s, %s: %d and %d computed", name, how, r.Computed(), published.Computed())
			}
			for path, want := range published.Numbers {
				got := r.Numbers[path]
				if got.Text != want.Text || (got.Origin == report.Computed) != strings.HasSuffix(path, ".total") {
					t.Errorf("%s, %s: %s is %q (%d), published as %q", name, how, path, got.Text, got.Origin, want.Text)
				}
			}
		}
	}
}

// The corner of table three can be computed from either side; the other side
// is then checked against it.
func TestCornerIsComputedAndChecked(t *testing.T) {
	const corner = `"total": {"natural_person": 6, "business": 0, "research": 0, "nonprofit": 1, "legal_service": 0, "other_applicant": 0`
	r, problems := jsonfile.Decode(fixtures.Edited(t, "laiyuan-2022", corner+`, "total": 7`, corner))
	if problems = fixtures.Errors(append(problems, Check(r)...)); len(problems) > 0 || r.Computed() != 1 {
		t.Errorf("%d computed: %s", r.Computed(), fixtures.Listed(problems))
	}
	// A slip in another column is reported of that column, not of the corner.
	for _, p := range slips(fixtures.Edited(t, "laiyuan-2022", corner+`, "total": 7`, strings.Replace(corner, `"research": 0`, `"research": 1`, 1))) {
		if p.Path != "requests.outcome.total.research" {
			t.Errorf("blames what is right: %s", p)
		}
	}
}

func TestBlankAsZero(t *testing.T) {
	r, problems := jsonfile.Decode(fixtures.Named(t, "township-all-zero").JSON)
	if problems = append(problems, Check(r)...); problem.HasErrors(problems) {
		t.Fatal(fixtures.Listed(problems))
	}
	if r.Filled() < 100 || r.Computed() == 0 || r.Filled()+r.Computed() > len(r.Template.Leaves()) {
		t.Errorf("%d filled, %d computed", r.Filled(), r.Computed())
	}
	for _, leaf := range r.Template.Leaves() {
		if r.Numbers[leaf.Path].Text != "0" {
			t.Errorf("%s is %q", leaf.Path, r.Numbers[leaf.Path].Text)
		}
	}
}

// Blank is not zero unless the report says so; then only what is blank is.
func TestBlankIsNotZero(t *testing.T) {
	src := fixtures.Edited(t, "minimal", `"penalties": 0,`, `"penalties": null,`)
	if r, _ := jsonfile.Decode(src); len(Check(r)) != 1 || r.Filled() != 0 {
		t.Error("a blank went unseen")
	}
	src = fixtures.Edited(t, "minimal", `"penalties": 0,`, `"penalties": null,`, `"coercion": 0`, `"coercion": 5`,
		`"year": 2024`, `"year": 2024, "blank_as": "0"`)
	r, problems := jsonfile.Decode(src)
	if problems = append(problems, Check(r)...); len(problems) > 0 || r.Filled() != 1 ||
		r.Numbers["disclosure.coercion"].Text != "5" || r.Numbers["disclosure.penalties"].Origin != report.Filled {
		t.Errorf("%d filled: %s", r.Filled(), fixtures.Listed(problems))
	}
}

// A bad number is not filled, and the sums with it are not computed.
func TestBadNumberIsNotFilled(t *testing.T) {
	src := fixtures.Edited(t, "minimal", `"upheld": 0, "corrected": 0, "other_result": 0, "pending": 0, "total": 0},
    "litigation_direct"`, `"upheld": "0", "corrected": 0},
    "litigation_direct"`, `"year": 2024`, `"year": 2024, "blank_as": "0"`)
	r, problems := jsonfile.Decode(src)
	fixtures.WantOne(t, append(problems, Check(r)...), problem.CodeQuoted, fixtures.LineOf(t, src, `"upheld": "0"`))
	for _, key := range []string{"upheld", "total"} {
		if n, ok := r.Numbers["disputes.reconsideration."+key]; ok {
			t.Errorf("%s is %q", key, n.Text)
		}
	}
}

func TestSlashes(t *testing.T) {
	slashed := func(line string) string { return strings.ReplaceAll(line, ": 0", `: "/"`) }
	const old = `"reconsideration": {"upheld": 0, "corrected": 0, "other_result": 0, "pending": 0, "total": 0}`
	const key = "disputes.reconsideration."
	for name, c := range map[string]struct {
		new, total string
		mixed      bool // / and numbers in one row
	}{
		"all":               {slashed(old), "/", false},
		"all, total a sum":  {strings.Replace(slashed(old), `, "total": "/"`, "", 1), "/", false},
		"all, total 0":      {strings.Replace(slashed(old), `"total": "/"`, `"total": 0`, 1), "0", true},
		"none, total /":     {strings.Replace(old, `"total": 0`, `"total": "/"`, 1), "/", true},
		"one, total a sum":  {strings.Replace(strings.Replace(old, `, "total": 0`, "", 1), `"upheld": 0`, `"upheld": "/"`, 1), "0", true},
		"one beside a case": {`"reconsideration": {"upheld": "/", "corrected": 2, "other_result": 0, "pending": 0}`, "2", true},
	} {
		r, problems := jsonfile.Decode(fixtures.Edited(t, "minimal", old, c.new))
		problems = append(problems, Check(r)...)
		if problems[0].Code != problem.CodeNotApplicable || problems[0].Severity != problem.Notice || len(problems) > 2 ||
			c.mixed != (len(problems) == 2 && problems[1].Code == problem.CodeSlashMixed && problems[1].Severity == problem.Warning) {
			t.Errorf("%s: %s", name, fixtures.Listed(problems))
		}
		if got := r.Numbers[key+"total"].Text; got != c.total {
			t.Errorf("%s: the total is %q, want %q", name, got, c.total)
		}
	}
	problems := all(fixtures.Edited(t, "minimal", old, `"reconsideration": {"upheld": 1, "corrected": 0, "other_result": 0, "pending": 0, "total": "/"}`))
	if len(problems) != 2 || problems[0].Code != "sum.reconsideration" || !strings.Contains(problems[0].Message, "总计填的是 /") {
		t.Error(fixtures.Listed(problems))
	}
}

// Decimals add up exactly, and a computed sum prints plainly.
func TestExactDecimals(t *testing.T) {
	var s decimal.Decimal
	for _, text := range []string{"0.1", "0.2", "12.50"} {
		n, fault := report.ParsePlain("amount", text)
		if fault != nil || n.Text != text {
			t.Fatal(fault, n.Text)
		}
		s = s.Add(n.Value)
	}
	if s.String() != "12.8" {
		t.Error(s)
	}
}
