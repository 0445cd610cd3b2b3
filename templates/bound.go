package templates

import (
	"fmt"
	"strings"
)

// A Bound is the largest number that is likely, in the column's unit, for agencies
// of some levels or, where a report does not name its agency's, with such a name.
type Bound struct {
	Most   int64    `json:"most"`
	Levels []string `json:"levels"`
	Names  []string `json:"names"` // what the agency's name ends in; of several that fit, the longest counts
}

// Bound is the bound of a number for an agency; false where the form has none for it.
func (t *Template) Bound(path, level, agency string) (most int64, ok bool) {
	longest := 0
	for _, b := range t.bounds[path] {
		for _, l := range b.Levels {
			if level != "" && l == level {
				return b.Most, true
			}
		}
		for _, name := range b.Names {
			if level == "" && len(name) > longest && strings.HasSuffix(agency, name) {
				most, ok, longest = b.Most, true, len(name)
			}
		}
	}
	return most, ok
}

// checkBounds refuses bounds that say nothing.
func (c Column) checkBounds() error {
	for _, b := range c.Bounds {
		if b.Most <= 0 || len(b.Levels) == 0 || len(b.Names) == 0 {
			return fmt.Errorf("column %q: a bound wants most above 0, levels and names", c.Key)
		}
	}
	return nil
}
