package templates

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// The identities of the national form (勾稽关系), spelt out without the template.
func TestEquations(t *testing.T) {
	applicants := strings.Fields("natural_person business research nonprofit legal_service other_applicant")
	results := strings.Fields("upheld corrected other_result pending")
	for _, edition := range Editions() {
		outcomes := strings.Fields("granted granted_in_part" +
			" denied.state_secret denied.prohibited_by_law denied.safety_and_stability denied.third_party_rights" +
			" denied.internal_affairs denied.process_information denied.enforcement_files denied.administrative_inquiry" +
			" unable_to_provide.not_held unable_to_provide.not_readily_made unable_to_provide.still_unclear" +
			" not_processed.petition not_processed.repeated not_processed.publication not_processed.excessive not_processed.confirmation")
		if edition == "2021" {
			outcomes = append(outcomes, "other_handling.overdue_correction", "other_handling.overdue_fee", "other_handling.other")
		} else {
			outcomes = append(outcomes, "other_handling")
		}
		var want []string
		rows := []string{"received", "carried_in"}
		for _, outcome := range append(slices.Clone(outcomes), "total") {
			rows = append(rows, "outcome."+outcome)
		}
		for _, row := range append(rows, "carried_forward") {
			want = append(want, identity("sum.applicants", "requests."+row+".", applicants, "total"))
		}
		for _, column := range append(slices.Clone(applicants), "total") {
			var left []string
			for _, outcome := range outcomes {
				left = append(left, "outcome."+outcome+"."+column)
			}
			want = append(want,
				identity("sum.outcomes", "requests.", left, "outcome.total."+column),
				identity("sum.balance", "requests.", []string{"received." + column, "carried_in." + column}, "outcome.total."+column, "carried_forward."+column))
		}
		for _, group := range []string{"reconsideration", "litigation_direct", "litigation_after_reconsideration"} {
			want = append(want, identity("sum."+group, "disputes."+group+".", results, "total"))
		}

		var got []string
		for _, e := range mustLoad(t, edition).Equations() {
			got = append(got, identity(e.Sum.Code, "", paths(e.Left), paths(e.Right)...))
			if e.Sum.Say == "" {
				t.Errorf("%s: %s says nothing", edition, e.Sum.Code)
			}
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s:\n got %s\nwant %s", edition, strings.Join(got, "\n     "), strings.Join(want, "\n     "))
		}
	}
}

func identity(code, prefix string, left []string, right ...string) string {
	return fmt.Sprintf("%s: %s = %s", code, prefixed(prefix, left), prefixed(prefix, right))
}

func prefixed(prefix string, keys []string) string {
	return prefix + strings.Join(keys, " + "+prefix)
}

func paths(leaves []Leaf) []string {
	var paths []string
	for _, leaf := range leaves {
		paths = append(paths, leaf.Path)
	}
	return paths
}

// One pass over Totals computes every total.
func TestTotalsComeAfterTheirTerms(t *testing.T) {
	for _, edition := range Editions() {
		form := mustLoad(t, edition)
		known := map[string]bool{}
		for _, leaf := range form.Leaves() {
			known[leaf.Path] = !leaf.Total
		}
		for _, e := range form.Totals() {
			for _, leaf := range e.Left {
				if !known[leaf.Path] {
					t.Fatalf("%s: %s needs %q too early", edition, e.Sum.Code, leaf.Path)
				}
			}
			total, _ := e.Total()
			known[total.Path] = true
		}
		for path, ok := range known {
			if !ok {
				t.Errorf("%s: nothing computes %q", edition, path)
			}
		}
	}
}

func TestEquationNames(t *testing.T) {
	for _, e := range mustLoad(t, "2021").Equations() {
		first := e.Sum.Code + " | " + e.Place + " | " + e.Name(e.Left[0]) + " | " + e.Name(e.Right[0])
		switch e.Right[0].Path {
		case "requests.received.total":
			if want := "sum.applicants | 表三 · 一、本年新收政府信息公开申请数量 | 自然人 | 总计"; first != want {
				t.Errorf("got %s", first)
			}
		case "requests.outcome.total.business":
			if e.Sum.Code == "sum.balance" && first != "sum.balance | 表三 · 法人或其他组织 · 商业企业 | 一、本年新收 | （七）总计" {
				t.Errorf("got %s", first)
			}
		case "disputes.litigation_direct.total":
			if want := "sum.litigation_direct | 表四 | 结果维持 | 总计"; first != want {
				t.Errorf("got %s", first)
			}
		}
	}
}
