package check

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"nianbao/fixtures"
	"nianbao/problem"
	"nianbao/report"
	"nianbao/report/jsonfile"
)

func setNumber(r *report.Report, path string, value int64) {
	n := r.Numbers[path]
	n.Value = decimal.NewFromInt(value)
	n.Text = n.Value.String()
	r.Numbers[path] = n
}

func codesOf(problems []problem.Problem, prefix string) string {
	var codes []string
	for _, p := range problems {
		if strings.HasPrefix(p.Code, prefix) {
			codes = append(codes, p.Code)
		}
	}
	return strings.Join(codes, " ")
}

// Two rows or columns that hold each other's numbers of last year; 处罚 and 强制
// in each other's row; ten times last year, which is a notice alone.
func TestExchangedWithLastYear(t *testing.T) {
	for _, c := range []struct {
		name string
		make func(r, last *report.Report)
		want string
	}{
		{"as it was", func(r, last *report.Report) {}, ""},
		{"two rows", func(r, last *report.Report) {
			for _, column := range []string{"natural_person", "business", "research", "nonprofit", "legal_service", "other_applicant", "total"} {
				a, b := "requests.outcome.granted."+column, "requests.outcome.granted_in_part."+column
				r.Numbers[a], r.Numbers[b] = last.Numbers[b], last.Numbers[a]
			}
		}, problem.CodeLastExchanged},
		{"two columns", func(r, last *report.Report) {
			for _, leaf := range r.Template.Leaves() {
				if row, ok := strings.CutSuffix(leaf.Path, ".legal_service"); ok {
					a, b := leaf.Path, row+".business"
					r.Numbers[a], r.Numbers[b] = last.Numbers[b], last.Numbers[a]
				}
			}
		}, problem.CodeLastExchanged},
		{"penalties and coercion of another year", func(r, last *report.Report) {
			setNumber(last, "disclosure.penalties", 257)
			setNumber(last, "disclosure.coercion", 4)
			setNumber(r, "disclosure.penalties", 3)
			setNumber(r, "disclosure.coercion", 280)
		}, problem.CodeLastExchanged},
		{"fewer of both", func(r, last *report.Report) {
			setNumber(last, "disclosure.penalties", 257)
			setNumber(last, "disclosure.coercion", 40)
			setNumber(r, "disclosure.penalties", 120)
			setNumber(r, "disclosure.coercion", 21)
		}, ""},
		{"ten times", func(r, last *report.Report) {
			setNumber(last, "disclosure.licensing", 31)
			setNumber(r, "disclosure.licensing", 310)
		}, problem.CodeLastTens},
		{"a hundred times", func(r, last *report.Report) {
			setNumber(last, "disclosure.licensing", 31)
			setNumber(r, "disclosure.licensing", 3100)
		}, problem.CodeLastScale},
		{"99 times", func(r, last *report.Report) {
			setNumber(last, "disclosure.licensing", 10)
			setNumber(r, "disclosure.licensing", 990)
		}, problem.CodeLastTens},
		{"a tenth", func(r, last *report.Report) {
			setNumber(last, "disclosure.penalties", 4510)
			setNumber(r, "disclosure.penalties", 451)
		}, problem.CodeLastTens},
		{"a hundredth", func(r, last *report.Report) {
			setNumber(last, "disclosure.penalties", 4510)
			setNumber(r, "disclosure.penalties", 45)
		}, problem.CodeLastScale},
		{"nine times", func(r, last *report.Report) {
			setNumber(last, "disclosure.licensing", 31)
			setNumber(r, "disclosure.licensing", 290)
		}, ""},
		{"ten times of a handful", func(r, last *report.Report) {
			setNumber(last, "disclosure.licensing", 3)
			setNumber(r, "disclosure.licensing", 33)
		}, ""},
	} {
		r, _ := jsonfile.Decode(fixtures.Named(t, "huaian-2024").JSON)
		last := yearBefore(t, "huaian-2024")
		c.make(r, last)
		got := codesOf(append(scale(r, last), exchanged(r, last)...), "last_year")
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// What the numbers of one year say of each other without a sum.
func TestImplausibleCounts(t *testing.T) {
	for _, c := range []struct {
		fixture string
		set     map[string]int64
		agency  string
		want    string
	}{
		{"huaian-2024", map[string]int64{"disclosure.normative_documents.in_force": 3, "disclosure.normative_documents.issued": 8, "disclosure.normative_documents.repealed": 2}, "", problem.CodeInForce},
		{"huaian-2024", map[string]int64{"disclosure.normative_documents.in_force": 0, "disclosure.normative_documents.issued": 1, "disclosure.normative_documents.repealed": 0}, "", problem.CodeInForce},
		{"huaian-2024", map[string]int64{"disclosure.normative_documents.in_force": 0, "disclosure.normative_documents.issued": 2, "disclosure.normative_documents.repealed": 30}, "", ""},
		{"huaian-2024", map[string]int64{"disclosure.rules.in_force": 0, "disclosure.rules.issued": 1, "disclosure.rules.repealed": 0}, "", problem.CodeInForce},
		{"edition-2019", map[string]int64{"disclosure.normative_documents.newly_disclosed": 1, "disclosure.normative_documents.total_disclosed": 0}, "", problem.CodeNewlyDisclosed},
		{"edition-2019", map[string]int64{"disclosure.penalties.last_year_items": 0, "disclosure.penalties.change": -1}, "", problem.CodeChange},
		{"edition-2019", map[string]int64{"disclosure.coercion.last_year_items": 0, "disclosure.coercion.change": 3}, "", ""},
		{"edition-2019", map[string]int64{"disclosure.coercion.last_year_items": 5, "disclosure.coercion.change": -6}, "", problem.CodeChange},
		{"huaian-2024", map[string]int64{"disclosure.normative_documents.in_force": 6, "disclosure.normative_documents.issued": 8, "disclosure.normative_documents.repealed": 2}, "", ""},
		{"edition-2019", map[string]int64{"disclosure.normative_documents.newly_disclosed": 12, "disclosure.normative_documents.total_disclosed": 11}, "", problem.CodeNewlyDisclosed},
		{"edition-2019", map[string]int64{"disclosure.licensing.last_year_items": 0, "disclosure.licensing.change": -3}, "", problem.CodeChange},
		{"edition-2019", map[string]int64{"disclosure.licensing.last_year_items": 3, "disclosure.licensing.change": -3}, "", ""},
		{"huaian-2024", nil, "清河区民政局", problem.CodeRulesMaker},
		{"huaian-2024", nil, "青石镇人民政府", problem.CodeRulesMaker},
		{"huaian-2024", nil, "清河区生态环境分局", problem.CodeRulesMaker},
		{"huaian-2024", nil, "柳林街道办事处", problem.CodeRulesMaker},
		{"huaian-2024", nil, "江苏省教育厅", problem.CodeRulesMaker},
		{"huaian-2024", nil, "平川县", problem.CodeRulesMaker},
		{"huaian-2024", nil, "平川县人民政府", problem.CodeRulesMaker},
		{"huaian-2024", nil, "自然资源部", ""},
		{"huaian-2024", nil, "国家税务总局清河区税务局", ""},
		{"huaian-2024", nil, "淮安市", ""},
	} {
		r, _ := jsonfile.Decode(fixtures.Named(t, c.fixture).JSON)
		for path, value := range c.set {
			setNumber(r, path, value)
		}
		r.AgencyLevel = ""
		if c.agency != "" {
			r.Agency, r.Scope = c.agency, ""
		}
		got := codesOf(append(append(documentsInForce(r), countsOfTheYear(r)...), rulesMaker(r)...), "plausible")
		if got != c.want {
			t.Errorf("%v %s: %q, want %q", c.set, c.agency, got, c.want)
		}
	}
}
