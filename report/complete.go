package report

import (
	"github.com/shopspring/decimal"

	"nianbao/templates"
)

// Complete fills blanks that the report means as 0, then computes the sums that
// it leaves out and of which every number is known. What it filled and computed
// before is done anew.
func (r *Report) Complete() {
	if r.Template == nil {
		return
	}
	if r.Numbers == nil {
		r.Numbers = map[string]Number{}
	}
	for path, number := range r.Numbers {
		if number.Origin == Computed || number.Origin == Filled {
			delete(r.Numbers, path)
		}
	}
	if r.BlankAs == "0" {
		for _, leaf := range r.Template.Leaves() {
			if !leaf.Total && r.IsBlank(leaf.Path) {
				r.Numbers[leaf.Path] = Number{Text: "0", Origin: Filled}
			}
		}
	}
	for _, e := range r.Template.Totals() {
		total, _ := e.Total()
		if !r.IsBlank(total.Path) {
			continue
		}
		if sum, ok := r.Sum(e.Left); ok {
			text := sum.Value.String()
			if !sum.Applies {
				text = Slash
			}
			r.Numbers[total.Path] = Number{Text: text, Value: sum.Value, Origin: Computed}
		}
	}
}

// IsBlank: nothing was typed there, and nothing has been said of it.
func (r *Report) IsBlank(path string) bool {
	_, given := r.Numbers[path]
	return !given && !r.Doubtful(path)
}

// A Sum is what some numbers add up to.
type Sum struct {
	Value   decimal.Decimal
	Applies bool // not all of them are /
}

// Sum adds numbers up; false if one of them is blank or not to be relied on.
func (r *Report) Sum(leaves []templates.Leaf) (Sum, bool) {
	var s Sum
	var counts int64 // whole numbers of a plain size, which nearly all are
	for _, leaf := range leaves {
		number, given := r.Numbers[leaf.Path]
		if !given || r.Doubtful(leaf.Path) {
			return s, false
		}
		if !number.Applies() {
			continue
		}
		s.Applies = true
		if n := len(number.Text); n > 0 && n <= mostPlain && number.Value.Exponent() == 0 {
			counts += number.Value.IntPart()
			continue
		}
		s.Value = s.Value.Add(number.Value)
	}
	if counts != 0 {
		s.Value = s.Value.Add(decimal.NewFromInt(counts))
	}
	return s, true
}

// mostPlain is how long a number may be of which thousands are added without a decimal.
const mostPlain = 12

// Compared counts the equations that hold two things against each other that
// somebody typed: one whose total the program computed holds by itself.
func (r *Report) Compared() int {
	if r.Template == nil {
		return 0
	}
	n := 0
	for _, e := range r.Template.Equations() {
		_, left := r.Sum(e.Left)
		_, right := r.Sum(e.Right)
		total, single := e.Total()
		if left && right && !(single && r.Numbers[total.Path].Origin == Computed) {
			n++
		}
	}
	return n
}

// Doubt marks numbers as reported already: whoever made the report of another
// kind of file has told people that they could not be read. Such a number is
// blank, nothing is computed for it, and no check speaks of it again.
func (r *Report) Doubt(paths ...string) {
	if len(paths) == 0 {
		return
	}
	for _, path := range paths {
		r.MarkDoubtful(path)
		delete(r.Numbers, path)
	}
	r.Complete()
}
