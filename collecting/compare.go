package collecting

import (
	"fmt"
	"strings"

	"nianbao/report"
)

// mostLikely units are named whose number is a difference; that many more have it is chance.
const mostLikely = 3

// Against lists the cells in which the county's own report differs from the sum, and
// the units whose number is the difference. The other must be of the same year.
func (s *Sum) Against(county *report.Report) []string {
	var out []string
	part, why := s.convert(county, county.Agency)
	if why != "" {
		return []string{"不能逐格对照：" + why}
	}
	for _, leaf := range s.Report.Template.Leaves() {
		theirs, ours := part.Numbers[leaf.Path], s.Report.Numbers[leaf.Path]
		if ours.Unit() != theirs.Unit() {
			if converted, why := inUnit(theirs, ours.Unit()); why == "" {
				theirs = converted
			}
		}
		if theirs.Value.Equal(ours.Value) {
			continue
		}
		difference := theirs.Value.Sub(ours.Value)
		line := fmt.Sprintf("%s：报告是 %s，各单位之和是 %s，相差 %s", leaf.Brief(), theirs.Text, ours.Text, difference)
		var units []string
		for _, u := range s.Units {
			if n := u.Numbers[leaf.Path]; !n.Value.IsZero() && n.Value.Equal(difference.Abs()) {
				units = append(units, u.Unit)
			}
		}
		if len(units) > 0 && len(units) <= mostLikely {
			line += "；正好是" + strings.Join(units, "、") + "的数"
		}
		out = append(out, line)
	}
	return out
}
