package report

import (
	"strings"

	"nianbao/templates"
)

// YearKnown: the head names a year that a report can be of.
func (r *Report) YearKnown() bool { return r.Year >= 2019 && r.Year <= 2100 && !r.Doubtful("year") }

// Editions lists what there is by the keys of the file, for people who write it.
func Editions() string {
	editions, _ := templates.All() // a broken one is refused when it is asked for
	var list []string
	for _, t := range editions {
		list = append(list, t.Edition+"（"+t.Name()+"）")
	}
	return strings.Join(list, "、")
}

// EditionNames lists those that a report can be written on unasked, as people call them.
func EditionNames() string {
	offered, _ := templates.Offered()
	var list []string
	for i := range offered {
		list = append(list, offered[len(offered)-1-i].Name())
	}
	return strings.Join(list, "、")
}
