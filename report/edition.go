package report

import (
	"strconv"
	"strings"

	"nianbao/templates"
)

// YearKnown: the head names a year that a report can be of.
func (r *Report) YearKnown() bool { return r.Year >= 2019 && r.Year <= 2100 && !r.Doubtful("year") }

// Editions lists what there is, with the years that each is for.
func Editions() string {
	var list []string
	for _, edition := range templates.Editions() {
		t, err := templates.Load(edition)
		if err != nil {
			continue
		}
		years := strconv.Itoa(t.FirstYear) + " 年起"
		if t.LastYear > 0 {
			years = strconv.Itoa(t.FirstYear) + " 至 " + strconv.Itoa(t.LastYear) + " 年"
		}
		if t.Variant() {
			years += "，地方变体"
		}
		list = append(list, edition+"（"+years+"）")
	}
	return strings.Join(list, "、")
}
