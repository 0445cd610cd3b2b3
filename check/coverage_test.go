package check

import (
	"slices"
	"strings"
	"testing"

	"nianbao/fixtures"
	"nianbao/problem"
	"nianbao/report"
	"nianbao/report/jsonfile"
)

// One digit changed in any number of the tables is found, unless Uncovered
// lists the cell. A sum that fails names the identity and every cell in it.
func TestChangedDigitIsFound(t *testing.T) {
	for _, c := range fixtures.Good(t) {
		t.Run(c.Name, func(t *testing.T) {
			r, _ := jsonfile.Decode(c.JSON)
			changed, missed := changeDigits(t, r, nil)
			t.Logf("%d digits changed, %d in cells that nothing is held against", changed, missed)
		})
	}
}

// With last year's report at hand more is found, and less is listed.
func TestChangedDigitAgainstLastYear(t *testing.T) {
	r, _ := jsonfile.Decode(fixtures.Named(t, "huaian-2024").JSON)
	_, alone := changeDigits(t, r, nil)
	_, together := changeDigits(t, r, yearBefore(t, "huaian-2024"))
	if together >= alone {
		t.Errorf("%d digits go unseen, with last year's report %d", alone, together)
	}
}

// changeDigits changes each digit of each number in turn.
func changeDigits(t *testing.T, r, last *report.Report) (changed, missed int) {
	t.Helper()
	check := func() []problem.Problem {
		problems := Check(r)
		if last != nil {
			problems = append(problems, CheckAgainst(r, last)...)
		}
		return problems
	}
	before := fixtures.Listed(check())
	uncovered := Uncovered(r, last)
	for _, leaf := range r.Template.Leaves() {
		number := r.Numbers[leaf.Path]
		open := slices.Contains(uncovered, leaf.Place)
		if number.Origin != report.Given {
			continue
		}
		for i, digit := range []byte(number.Text) {
			if digit < '0' || digit >= '9' {
				continue
			}
			retype(r, leaf.Path, number.Text[:i]+string(digit+1)+number.Text[i+1:])
			problems := check()
			retype(r, leaf.Path, number.Text)
			changed++
			if open {
				missed++
				continue
			}
			if fixtures.Listed(problems) == before {
				t.Errorf("%s: digit %d of %s changed and nothing is found", leaf.Place, i+1, number.Text)
			}
		}
	}
	return changed, missed
}

// retype types another number into a cell; what the program computes follows.
func retype(r *report.Report, path, text string) {
	n := r.Numbers[path]
	leaf, _ := r.Template.Leaf(path)
	typed, fault := report.ParsePlain(leaf.Kind, strings.TrimSuffix(strings.TrimPrefix(text, "+"), "元"))
	if fault != nil {
		return
	}
	n.Text, n.Value = text, typed.Value
	r.Numbers[path] = n
	for path, n := range r.Numbers {
		if n.Origin == report.Computed {
			delete(r.Numbers, path)
		}
	}
	r.Complete()
}
