package check

import (
	"bytes"
	"strings"
	"testing"

	"nianbao/fixtures"
	"nianbao/problem"
	"nianbao/report/jsonfile"
)

func TestMismatchesAreListedUpToALimit(t *testing.T) {
	many := strings.Repeat(`新收政府信息公开申请12件。\n`, mostMismatches+50)
	src := bytes.Replace(fixtures.Named(t, "minimal").JSON, []byte(`"overview": "`), []byte(`"overview": "`+many), 1)
	r, _ := jsonfile.Decode(src)
	mismatches := 0
	for _, p := range Check(r) {
		if p.Code == problem.CodeProseMismatch {
			mismatches++
		}
	}
	if mismatches != mostMismatches+1 {
		t.Errorf("%d mismatches are listed", mismatches)
	}
}
