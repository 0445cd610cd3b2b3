package document

import (
	"strings"
	"testing"

	"nianbao/report"
	"nianbao/templates"
)

// A draft of a sum that units are missing from says so on every page.
func TestLacking(t *testing.T) {
	form, err := templates.Load("2021")
	if err != nil {
		t.Fatal(err)
	}
	r := report.New(form)
	r.MissingUnits = []string{"甲局", "乙局"}
	if d := Fill(r, Options{Draft: true}); !strings.Contains(d.Lacking, "缺 2 个单位，不能作为报送稿") {
		t.Errorf("%q", d.Lacking)
	}
	if d := Fill(r, Options{}); d.Lacking != "" {
		t.Errorf("%q", d.Lacking)
	}
}
