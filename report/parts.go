package report

import "github.com/shopspring/decimal"

// A UnitPart is what one unit has to the numbers of a whole. Numbers that it leaves
// out are 0, or do not apply.
type UnitPart struct {
	Unit    string
	Numbers map[string]Number // by path
}

// PartsSum is what the units have together at a path.
func (r *Report) PartsSum(path string) decimal.Decimal {
	sum := decimal.Zero
	for _, p := range r.Parts {
		sum = sum.Add(p.Numbers[path].Value)
	}
	return sum
}
