package report

import "maps"

// Printed is the report without what no page shows: a file that is published
// carries no more. The contact and the office's reasons for warnings are left
// out, whose numbers the tables hold is not said, and a blank that counts as 0 is the 0 that prints.
func (r *Report) Printed() *Report {
	n := *r
	n.Contact, n.Accepted, n.Parts, n.MissingUnits = nil, nil, nil, nil
	n.AgencyLevel, n.Scope, n.BlankAs = "", "", ""
	n.Numbers = maps.Clone(r.Numbers)
	for path, number := range n.Numbers {
		if number.Origin == Filled {
			number.Origin = Given
			n.Numbers[path] = number
		}
	}
	return &n
}
