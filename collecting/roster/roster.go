// Package roster is the list of the units that a coordinator waits for, and tells
// which of them a name in a file means.
package roster

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/filing"
)

// A Unit is one line of a roster.
type Unit struct {
	Name      string   // as in the title of its report
	Aliases   []string // other names that it goes by
	Level     string   // as a report's agency_level has it; "": not said
	Part      Part
	Contact   string
	Telephone string
	Line      int // in the file, from 1
}

// A Part says what a unit's numbers are to the sum.
type Part int

const (
	Counted  Part = iota // added
	Left                 // not added
	ByParent             // its parent reports for it: nothing is waited for
)

// Name is what the roster's column says.
func (p Part) Name() string { return [...]string{"是", "否", "上级代报"}[p] }

// A Roster is the list, in its own order.
type Roster struct {
	Units []Unit

	exact, alike map[string]int // by what a name is compared by; ambiguous: no unit
}

const ambiguous = -1

// New makes a roster of units. Its error names every line that must be mended.
func New(units []Unit) (*Roster, error) {
	r := &Roster{Units: units, exact: map[string]int{}, alike: map[string]int{}}
	var wrong []string
	if len(units) == 0 {
		wrong = append(wrong, "里面没有单位")
	}
	files := map[string]int{}
	for i, u := range units {
		for k, name := range append([]string{u.Name}, u.Aliases...) {
			key := plain(name)
			if first, twice := r.exact[key]; twice && (first != i || k > 0) {
				wrong = append(wrong, fmt.Sprintf("第 %d 行和第 %d 行都有“%s”", units[first].Line, u.Line, name))
				continue
			}
			r.exact[key] = i
		}
		file := strings.ToLower(filing.FileName(u.Name))
		if first, twice := files[file]; twice && plain(units[first].Name) != plain(u.Name) {
			wrong = append(wrong, fmt.Sprintf("第 %d 行“%s”和第 %d 行“%s”写成文件的名字是一样的", units[first].Line, units[first].Name, u.Line, u.Name))
		}
		files[file] = i
	}
	if len(wrong) > 0 {
		return nil, listed(slices.Compact(wrong))
	}
	for i, u := range units {
		for _, name := range append([]string{u.Name}, u.Aliases...) {
			key := Loose(name)
			if first, taken := r.alike[key]; taken && first != i {
				r.alike[key] = ambiguous
				continue
			}
			r.alike[key] = i
		}
	}
	return r, nil
}
