package check

import (
	"maps"
	"strings"
	"testing"

	"nianbao/fixtures"
	"nianbao/problem"
	"nianbao/report"
	"nianbao/report/jsonfile"
)

func TestSameTables(t *testing.T) {
	last, _ := jsonfile.Decode(fixtures.Named(t, "huaian-2024").JSON)
	said := func(change func(r *report.Report)) string {
		r := *last
		r.Year++
		r.Numbers = maps.Clone(last.Numbers)
		change(&r)
		var out []string
		for _, p := range CheckAgainst(&r, last) {
			if p.Code == problem.CodeLastSame {
				out = append(out, string(p.Severity)+" "+p.Path)
			}
		}
		return strings.Join(out, ", ")
	}
	only := func(paths ...string) func(*report.Report) {
		return func(r *report.Report) {
			for _, leaf := range r.Template.Leaves() {
				r.Put(leaf.Path, "")
			}
			for _, path := range paths {
				r.Put(path, last.Numbers[path].Text)
			}
		}
	}
	rules := "disclosure.normative_documents."
	for name, c := range map[string]struct {
		change func(r *report.Report)
		want   string
	}{
		"all as it was": {func(*report.Report) {}, "warning disclosure, warning requests, warning disputes"},
		"one changed":   {func(r *report.Report) { r.Set("disclosure.licensing", "1") }, "warning requests, warning disputes"},
		"another year":  {func(r *report.Report) { r.Year++ }, ""},
		"one number":    {only("disclosure.licensing"), "notice disclosure"},
		"in force":      {only(rules + "in_force"), ""},
		"two":           {only("disclosure.licensing", "disclosure.penalties", rules+"in_force"), "notice disclosure"},
		"three":         {only("disclosure.licensing", "disclosure.penalties", "disclosure.coercion", rules+"in_force"), "warning disclosure"},
		"five":          {only("disclosure.licensing", "disclosure.penalties", "disclosure.coercion", "disclosure.fees", rules+"issued", rules+"in_force"), "warning disclosure"},
		"nothing":       {only(), ""},
		"a total alone": {only("requests.received.total"), ""},
		"none above 0":  {only("requests.outcome.not_processed.complaint.business"), ""},
	} {
		if got := said(c.change); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// One request in each of two years makes six equal cells and says nothing.
func TestOneRequestInEachYear(t *testing.T) {
	last, _ := jsonfile.Decode(fixtures.Named(t, "township-all-zero").JSON)
	for _, path := range []string{"requests.received.natural_person", "requests.received.total", "requests.outcome.granted.natural_person",
		"requests.outcome.granted.total", "requests.outcome.total.natural_person", "requests.outcome.total.total"} {
		last.Put(path, "1")
	}
	last.Complete()
	r := *last
	r.Year++
	for _, p := range CheckAgainst(&r, last) {
		if p.Code == problem.CodeLastSame {
			t.Errorf("%s: %s", p.Severity, p.Message)
		}
	}
}
