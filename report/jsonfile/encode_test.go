package jsonfile_test

import (
	"bytes"
	"testing"

	"nianbao/check"
	"nianbao/fixtures"
	"nianbao/problem"
	"nianbao/report/jsonfile"
)

// What Encode writes reads back to the same report, number by number, and
// encodes to the same bytes.
func TestEncode(t *testing.T) {
	for _, c := range fixtures.Good(t) {
		first, _ := jsonfile.Decode(c.JSON)
		data := jsonfile.Encode(first)
		second, problems := jsonfile.Decode(data)
		if problem.HasErrors(append(problems, check.Check(second)...)) {
			t.Fatalf("%s: %v\n%s", c.Name, problems, data)
		}
		if len(first.Numbers) != len(second.Numbers) {
			t.Errorf("%s: %d numbers, then %d", c.Name, len(first.Numbers), len(second.Numbers))
		}
		for path, a := range first.Numbers {
			b := second.Numbers[path]
			if a.Text != b.Text || !a.Value.Equal(b.Value) || a.Origin != b.Origin {
				t.Errorf("%s: %s was %s, is %s", c.Name, path, a.Text, b.Text)
			}
		}
		for key, a := range first.Prose {
			if second.Prose[key].Text != a.Text {
				t.Errorf("%s: the text of %s changed", c.Name, key)
			}
		}
		if first.Agency != second.Agency || first.Year != second.Year || first.Date != second.Date ||
			first.Sealed != second.Sealed || first.Signatory != second.Signatory || first.BlankAs != second.BlankAs {
			t.Errorf("%s: the head changed", c.Name)
		}
		if !bytes.Equal(data, jsonfile.Encode(second)) {
			t.Errorf("%s: other bytes the second time", c.Name)
		}
	}
}
