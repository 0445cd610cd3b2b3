package pdf

import (
	"fmt"
	"slices"
	"testing"

	"nianbao/fixtures"
	"nianbao/render/font"
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
	layouts["book"] = book(t)
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

// book is two reports in one.
func book(t testing.TB) *layout.Layout {
	t.Helper()
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	b := &layout.Book{Title: "某县合订本", Cover: []string{"某县", "年度报告"}, Below: []string{"共2份"}}
	for _, name := range []string{"laiyuan-2022", "huaian-2024"} {
		b.Chapters = append(b.Chapters, layout.Chapter{Name: name, Layout: set(t, fixtures.Named(t, name), false)})
	}
	l, problems := layout.Bind(b, faces)
	if l == nil {
		t.Fatal(problems)
	}
	return l
}
