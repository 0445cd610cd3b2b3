package check

import (
	"testing"

	"nianbao/check/compare"
	"nianbao/check/prose"
	"nianbao/problem"
	"nianbao/report"
	"nianbao/report/jsonfile"
)

// A report that nobody has begun, made in Go or by New(nil), panics nowhere.
func TestZeroReports(t *testing.T) {
	for _, r := range []*report.Report{{}, report.New(nil), report.New(mustTemplate(t)), {Template: mustTemplate(t)}} {
		if !problem.HasErrors(Check(r)) {
			t.Error("nothing is wrong with nothing")
		}
		other := &report.Report{}
		CheckAgainst(r, other)
		CheckAgainst(other, r)
		Carried(r, other)
		Carried(other, r)
		Alike(TextsOf(r), TextsOf(other))
		Uncovered(r, other)
		Uncovered(r, nil)
		Settled(r, Check(r), true)
		compare.Differences(r, other)
		compare.Differences(other, r)
		prose.Mentions(r)
		jsonfile.Encode(r)
		r.Anew()
		r.Printed()
		r.Located([]problem.Problem{{Path: "requests.received.total"}})
		r.Place("a.b")
		r.Line("a.b")
		r.Compared()
		r.Comparable()
		r.Computed()
		r.Filled()
		r.Doubts()
		r.Doubt("requests.received.total")
		r.MarkDoubtful("overview")
		r.Complete()
		for _, path := range []string{"agency", "edition", "overview", "requests.received.total", "contact.email", "x"} {
			r.Set(path, "1")
		}
	}
	_ = problem.Problem{}.InForm()
	_ = problem.Problem{}.OnPaper()
	_ = problem.Problem{}.String()
}
