package jsonfile_test

import (
	"strings"
	"testing"

	"nianbao/fixtures"
	"nianbao/problem"
	"nianbao/report/jsonfile"
)

// One bracket too few or too many is reported where it is, and in few words: what
// only follows from it is not told.
func TestOneBracket(t *testing.T) {
	lines := strings.SplitAfter(string(fixtures.Named(t, "laiyuan-2022").JSON), "\n")
	tried := 0
	for i, line := range lines {
		for name, changed := range map[string]string{
			"without }":   strings.Replace(line, "}", "", 1),
			"without {":   strings.Replace(line, "{", "", 1),
			"with one }":  strings.Replace(line, "}", "}}", 1),
			"with a word": strings.Replace(line, ": 0", ": O", 1),
		} {
			if changed == line {
				continue
			}
			tried++
			src := strings.Join(lines[:i], "") + changed + strings.Join(lines[i+1:], "")
			_, problems := jsonfile.Decode([]byte(src))
			if len(problems) == 0 || len(problems) > 2 {
				t.Fatalf("line %d %s: %d problems\n%s", i+1, name, len(problems), fixtures.Listed(problems))
			}
			for _, p := range problems {
				if p.Code == problem.CodeUnknown && strings.HasPrefix(p.Fix, "删去") {
					t.Errorf("line %d %s: %s", i+1, name, p)
				}
			}
		}
	}
	if tried < 100 {
		t.Errorf("only %d slips were tried", tried)
	}
}
