package reading

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// Blank cells count as 0 where somebody says so; cells that are not in the file
// stay blank.
func TestBlanksAsZero(t *testing.T) {
	r := Understand(input(t, "testdata/habits/cells-empty"))
	blank := 0
	for _, leaf := range r.Report.Template.Leaves() {
		if _, ok := r.Report.Numbers[leaf.Path]; !ok && !leaf.Total && r.Places[leaf.Path] != "" {
			blank++
		}
	}
	if n := r.BlanksAsZero(); n < blank || n == 0 {
		t.Errorf("%d of %d blanks", n, blank)
	}
	for _, leaf := range r.Report.Template.Leaves() {
		if n, ok := r.Report.Numbers[leaf.Path]; !ok || n.Text == "" {
			t.Errorf("%s is blank", leaf.Path)
		}
	}
	text, err := os.ReadFile("testdata/habits/as-the-form/input.txt")
	if err != nil {
		t.Fatal(err)
	}
	r = Understand(parseManuscript(regexp.MustCompile(`(?m)^.*重复申请.*\n`).ReplaceAllString(string(text), "")))
	r.BlanksAsZero()
	missing := 0
	for _, leaf := range r.Report.Template.Leaves() {
		if _, ok := r.Report.Numbers[leaf.Path]; !ok {
			missing++
		}
	}
	if missing == 0 {
		t.Error("cells of a row that the file does not have were filled")
	}
}

// A table that a file holds twice, blank in both, is told of once and not a cell at a time.
func TestBlankTwice(t *testing.T) {
	m := input(t, "testdata/habits/cells-empty")
	m.Blocks = append(m.Blocks, m.Blocks...)
	for _, p := range Understand(m).Problems {
		if strings.Contains(p.Message, "一处写着“”") {
			t.Errorf("%v", p)
		}
	}
}
