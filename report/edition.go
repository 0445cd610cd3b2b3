package report

import (
	"strconv"
	"strings"

	"nianbao/templates"
)

// YearKnown: the head names a year that a report can be of.
func (r *Report) YearKnown() bool { return r.Year >= 2019 && r.Year <= 2100 && !r.Doubtful("year") }

// Editions lists what there is by the keys of the file, with the years that each is for.
func Editions() string { return editions(false) }

// EditionNames is Editions as people call them.
func EditionNames() string { return editions(true) }

func editions(forPaper bool) string {
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
		if t.Variant() && !forPaper {
			years += "，地方变体"
		}
		name := edition
		if forPaper {
			name = EditionName(t)
		}
		list = append(list, name+"（"+years+"）")
	}
	return strings.Join(list, "、")
}

// EditionName is how people call an edition.
func EditionName(t *templates.Template) string {
	name := t.Family() + " 版格式"
	if t.Variant() {
		name += "的地方变体"
	}
	return name
}
