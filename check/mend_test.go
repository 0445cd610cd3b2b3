package check

import (
	"regexp"
	"strings"
	"testing"

	"nianbao/fixtures"
	"nianbao/problem"
	"nianbao/report"
	"nianbao/report/jsonfile"
)

// What is said in the form or on paper does not speak of JSON.
func TestMendsSpeakToWhoReadsThem(t *testing.T) {
	var keys []string
	for _, f := range report.AllFields {
		keys = append(keys, f.Key())
	}
	json := regexp.MustCompile(`["{}\\]|null|双引号|accepted|preamble|reason\b|path\b|code\b|[ ，]-[a-z]+|\b(` + strings.Join(keys, "|") + `)\b`)
	if !json.MatchString(`写 "0"`) || !json.MatchString("改正 agency_level") || json.MatchString("写 名称@域名 的样子") {
		t.Fatal("the pattern finds nothing")
	}
	tell := func(p problem.Problem) {
		if strings.HasPrefix(p.Code, "json.") {
			if p.OnPaper() == p.Fix {
				t.Errorf("%s says on paper: %s", p.Code, p.OnPaper())
			}
			return // what a form makes is good JSON
		}
		if found := json.FindString(p.InForm()); found != "" {
			t.Errorf("%s speaks of %s in the form: %s", p.Code, found, p.InForm())
		}
		if found := json.FindString(p.OnPaper()); found != "" || strings.Contains(p.OnPaper(), "点“") {
			t.Errorf("%s speaks of %s on paper: %s", p.Code, found, p.OnPaper())
		}
	}
	seen := map[string]bool{}
	for _, cases := range [][]fixtures.Case{fixtures.Good(t), fixtures.Bad(t), fixtures.Drafts(t)} {
		for _, c := range cases {
			r, problems := jsonfile.Decode(c.JSON)
			last := *r
			last.Year--
			last.Agency += "二"
			problems = append(append(problems, Check(r)...), CheckAgainst(r, &last)...)
			for _, p := range Settled(r, problems, false) {
				tell(p)
				seen[p.Code] = true
			}
		}
	}
	for path := range map[string]bool{"agency": true, "sealed": true, "scope": true, "agency_level": true, "blank_as": true, "contact.postcode": true, "date": true} {
		tell(problem.Problem{Code: problem.CodeHeadValue}.With(report.HeadAdvice(path)))
	}
	if len(seen) < 35 {
		t.Errorf("only %d codes were seen", len(seen))
	}
}
