package reading

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"nianbao/manuscript"
	"nianbao/problem"
	"nianbao/reading/naming"
	"nianbao/reading/spelling"
	"nianbao/report"
)

// Labels cut short, mistyped, with characters left out or changed places: a
// number is read where the form has it, or not at all.
func TestDamagedLabels(t *testing.T) {
	for _, name := range []string{"as-the-form", "edition-2019", "one-label-column"} {
		text, err := os.ReadFile(filepath.Join("testdata", "habits", name, "input.txt"))
		if err != nil {
			t.Fatal(err)
		}
		want := Understand(parseManuscript(string(text))).Report
		random := rand.New(rand.NewPCG(3, 4))
		for range damages {
			m := parseManuscript(string(text))
			labels := labelsOf(m)
			done := ""
			for range 1 + random.IntN(2) {
				c := labels[random.IntN(len(labels))]
				before := c.Text
				c.Text = mistyped([]rune(before), []rune(labels[random.IntN(len(labels))].Text), random)
				done += before + " as " + c.Text + "; "
			}
			r := Understand(m)
			for _, leaf := range want.Template.Leaves() {
				n, ok := r.Report.Numbers[leaf.Path]
				if ok && n.Origin == report.Given && n.Text != want.Numbers[leaf.Path].Text && !problem.HasErrors(r.Problems) {
					t.Errorf("%s, %s: %s read as %s", name, done, leaf.Place, n.Text)
					break
				}
			}
		}
	}
}

func labelsOf(m *manuscript.Manuscript) []*manuscript.Cell {
	var labels []*manuscript.Cell
	for _, b := range m.Blocks {
		if b.Table == nil {
			continue
		}
		for i := range b.Table.Cells {
			if c := &b.Table.Cells[i]; naming.HasHan(c.Text) && spelling.Read("stated_amount", "", c.Text).Doubt != "" {
				labels = append(labels, c)
			}
		}
	}
	return labels
}

func mistyped(label, other []rune, random *rand.Rand) string {
	at, to := random.IntN(len(label)), random.IntN(len(label))
	switch random.IntN(5) {
	case 0:
		return string(label[at:])
	case 1:
		return string(label[:at+1])
	case 2:
		return string(append(label[:at:at], label[at+1:]...))
	case 3:
		label[at], label[to] = label[to], label[at]
	case 4:
		label[at] = other[random.IntN(len(other))]
	}
	return string(label)
}
