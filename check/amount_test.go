package check

import (
	"strings"
	"testing"

	"nianbao/problem"
	"nianbao/report"
)

// 元 typed for 万元 is asked about; the largest real amounts are not.
func TestLargeAmount(t *testing.T) {
	for _, c := range []struct {
		agency, level, fees string
		told                bool
	}{
		{"涞源县", "", "18350000", true},
		{"涞源县", "", "10000000", false},
		{"涞源县", "", "10000000.01", true},
		{"涞源县", "county", "1835", false},
		{"涞源县人民政府", "", "96171.6", false},
		{"涞源县人民政府", "", "961716000", true},
		{"涞源县人民政府办公室", "", "500000", false}, // may be the county's
		{"澄岭县水利局", "", "96171.6", false},
		{"澄岭县水利局", "", "961716", true},
		{"澄岭县水利局", "city", "961716", false}, // what is said counts
		{"白石镇人民政府", "", "135000", true},
		{"江北新区", "", "135000", false},
		{"河北省", "province", "99999999", false},
		{"江苏省", "", "9617160", false},
		{"江苏省", "", "96171600000", true},
		{"江苏省人民政府", "", "96171600", false}, // no county's bound
		{"广西壮族自治区", "", "961716000", true},
		{"上海市", "", "96171600", false},
		{"河北省", "province", "961716000", true},
		{"某某", "", "99999999", false},
		{"某某", "department", "135000", true},
		{"某某", "department", "/", false},
	} {
		r := report.New(mustTemplate(t))
		r.Set("agency", c.agency)
		r.Set("agency_level", c.level)
		if p := r.Set("disclosure.fees", c.fees); p != nil {
			t.Fatal(p)
		}
		problems := largeAmount(r)
		if len(problems) > 1 || c.told != (len(problems) == 1) {
			t.Errorf("%s %s %s: %d problems", c.agency, c.level, c.fees, len(problems))
		}
		for _, p := range problems {
			if p.Code != problem.CodeAmount || !strings.Contains(p.Message, "是不是按元填的") || p.Path != "disclosure.fees" {
				t.Errorf("%s", p)
			}
		}
	}
}
