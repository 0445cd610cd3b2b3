package report

import (
	"github.com/shopspring/decimal"

	"nianbao/templates"
)

// complete fills blanks that the report means as 0, then computes the sums that
// it leaves out and of which every number is known.
func (r *Report) complete() {
	if r.Template == nil {
		return
	}
	if r.BlankAs == "0" {
		for _, leaf := range r.Template.Leaves() {
			if !leaf.Total && r.isBlank(leaf.Path) {
				r.Numbers[leaf.Path] = Number{Text: "0", Origin: Filled}
			}
		}
	}
	for _, e := range r.Template.Totals() {
		total, _ := e.Total()
		if !r.isBlank(total.Path) {
			continue
		}
		if sum, ok := r.sum(e.Left); ok {
			text := sum.value.String()
			if !sum.applies {
				text = slash
			}
			r.Numbers[total.Path] = Number{Text: text, Value: sum.value, Origin: Computed}
		}
	}
}

// isBlank: nothing was typed there, and nothing has been said of it.
func (r *Report) isBlank(path string) bool {
	_, given := r.Numbers[path]
	return !given && !r.isDoubtful(path)
}

// A sum is what some numbers add up to.
type sum struct {
	value   decimal.Decimal
	applies bool // not all of them are /
}

// sum adds numbers up; false if one of them is blank or not to be relied on.
func (r *Report) sum(leaves []templates.Leaf) (sum, bool) {
	var s sum
	for _, leaf := range leaves {
		number, given := r.Numbers[leaf.Path]
		if !given || r.isDoubtful(leaf.Path) {
			return s, false
		}
		if number.applies() {
			s.value, s.applies = s.value.Add(number.Value), true
		}
	}
	return s, true
}

// Compared counts the equations that hold two things against each other that
// somebody typed: one whose total the program computed holds by itself.
func (r *Report) Compared() int {
	n := 0
	for _, e := range r.Template.Equations() {
		_, left := r.sum(e.Left)
		_, right := r.sum(e.Right)
		total, single := e.Total()
		if left && right && !(single && r.Numbers[total.Path].Origin == Computed) {
			n++
		}
	}
	return n
}
