package problem

import "testing"

// For people without a JSON file neither the mend nor the place has a key in it.
func TestForPaper(t *testing.T) {
	p := Problem{Path: "date", Line: 7, Place: "成文日期（date）"}.With(Mend{File: "改正 date", Form: "改正日期"}).ForPaper()
	if p.Place != "成文日期" || p.Fix != "改正日期" || p.Line != 0 {
		t.Errorf("%+v", p)
	}
}
