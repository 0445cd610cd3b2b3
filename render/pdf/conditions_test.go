package pdf

import (
	"fmt"
	"slices"
	"testing"

	"nianbao/fixtures"
	"nianbao/render/layout"
)

// A condition is one thing that a standard asks of every file and a machine
// can check by walking it.
type condition struct {
	name  string
	holds func(f *file, c Conformance) error
}

var conditions = slices.Concat(fileConditions, fontConditions, metadataConditions, tagConditions, tableConditions)

func TestConditions(t *testing.T) {
	layouts := map[string]*layout.Layout{"sample": sample(t), "odd": odd(t)}
	for _, c := range fixtures.Good(t) {
		layouts[c.Name] = set(t, c, false)
	}
	for _, c := range fixtures.Drafts(t) {
		layouts[c.Name] = set(t, c, true)
	}
	for _, c := range conformances {
		for name, l := range layouts {
			t.Run(fmt.Sprintf("%s/%s", name, c), func(t *testing.T) {
				f, err := read(write(t, l, c))
				if err != nil {
					t.Fatal(err)
				}
				for _, condition := range conditions {
					if err := condition.holds(f, c); err != nil {
						t.Errorf("%s: %v", condition.name, err)
					}
				}
			})
		}
	}
}
