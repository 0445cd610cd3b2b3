package xlsx

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"nianbao/report"
	"nianbao/templates"
)

// A sum is what stands in a total's cell: a formula, and what it comes to.
type sum struct {
	formula string
	value   string
	number  bool // and not "", or /
}

// formulas are those of the totals whose cells a table has. Like a report's own, a
// total stays blank until all that it adds up is there, and is / where all of that is.
func formulas(r *report.Report, places map[string]place) map[string]sum {
	out := map[string]sum{}
	var typed = report.New(r.Template) // without the totals
	for _, leaf := range r.Template.Leaves() {
		if number, ok := r.Numbers[leaf.Path]; ok && !leaf.Total {
			typed.Numbers[leaf.Path] = number
		}
	}
	typed.Complete()
	for _, e := range r.Template.Totals() {
		total, _ := e.Total()
		if _, ok := places[total.Path]; !ok || out[total.Path].formula != "" {
			continue
		}
		ranges := rangesOf(e.Left, places)
		var slashes []string
		for _, cells := range ranges {
			slashes = append(slashes, fmt.Sprintf(`COUNTIF(%s,"/")`, cells))
		}
		all := strings.Join(ranges, ",")
		s := sum{formula: fmt.Sprintf(`IF(COUNT(%s)+%s<%d,"",IF(COUNT(%s)=0,"/",SUM(%s)))`, all, strings.Join(slashes, "+"), len(e.Left), all, all)}
		if number, ok := typed.Numbers[total.Path]; ok {
			s.value, s.number = number.Text, number.Applies()
		}
		out[total.Path] = s
	}
	return out
}

// rangesOf names the cells of some numbers: neighbours in one row or one column together.
func rangesOf(leaves []templates.Leaf, places map[string]place) []string {
	var at []place
	for _, leaf := range leaves {
		at = append(at, places[leaf.Path])
	}
	slices.SortFunc(at, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.column, b.column))
	})
	var out []string
	for i := 0; i < len(at); {
		j := i + 1
		for j < len(at) && (at[j] == place{at[i].row, at[j-1].column + 1}) {
			j++
		}
		if j == i+1 {
			for j < len(at) && (at[j] == place{at[j-1].row + 1, at[i].column}) {
				j++
			}
		}
		cells := position(at[i].row, at[i].column)
		if j > i+1 {
			cells += ":" + position(at[j-1].row, at[j-1].column)
		}
		out = append(out, cells)
		i = j
	}
	return out
}
