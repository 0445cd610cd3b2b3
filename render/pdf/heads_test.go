package pdf

import (
	"slices"
	"strings"
	"testing"

	"nianbao/fixtures"
	"nianbao/templates"
)

// With every number of the three tables, in each edition, all three ways of
// reading announce exactly the labels that stand for it in the form.
func TestHeadsOfEveryNumber(t *testing.T) {
	for fixture, edition := range map[string]string{"laiyuan-2022": "2021-single-other", "huaian-2024": "2021", "edition-2019": "2019"} {
		form, err := templates.Load(edition)
		if err != nil {
			t.Fatal(err)
		}
		for _, conformance := range conformances {
			f, err := read(write(t, set(t, fixtures.Named(t, fixture), false), conformance))
			if err != nil {
				t.Fatal(err)
			}
			tables, err := f.tables()
			if err != nil {
				t.Fatal(err)
			}
			said, err := f.said()
			if err != nil {
				t.Fatal(err)
			}
			want := announced(form)
			n := 0
			for _, table := range tables {
				told := 0
				for _, c := range table.cells {
					if c.element.tag == "TH" && slices.Contains(captions(form), said[c.element.ref]) && !table.byNVDA(c).equal(heads{}) {
						t.Errorf("%s %s: the caption %s is named by other heads", fixture, conformance, said[c.element.ref])
					}
					if c.element.tag != "TD" || strings.HasPrefix(said[c.element.ref], "（") {
						continue // a remark
					}
					for way, h := range map[string]heads{"ISO 32000-1": table.byISO1(c), "ISO 32000-2": table.byISO2(c), "NVDA": table.byNVDA(c)} {
						var got []string
						for _, head := range slices.Concat(h.columns, h.rows) {
							got = append(got, said[head])
						}
						if !sameWords(got, want[n]) {
							t.Errorf("%s %s %s: number %d: %q, want %q", fixture, conformance, way, n+1, got, want[n])
						}
						if way == "NVDA" && conformance == PDFA2a && told < 10 {
							told++
							t.Logf("%s: %s, %s", fixture, strings.Join(got, ", "), said[c.element.ref])
						}
					}
					n++
				}
			}
			if n != len(want) {
				t.Errorf("%s %s: %d numbers, the form has %d", fixture, conformance, n, len(want))
			}
		}
	}
}

// announced are the labels of every number of a form, in the order of print.
func announced(form *templates.Template) [][]string {
	var out [][]string
	for _, section := range form.Sections {
		if section.Table == nil {
			continue
		}
		for _, part := range section.Table.Parts {
			for _, row := range part.Rows {
				for _, column := range part.Columns {
					labels := slices.Concat([]string{part.Caption}, column.Label, row.Label)
					out = append(out, slices.DeleteFunc(labels, func(s string) bool { return s == "" }))
				}
			}
		}
	}
	return out
}

// captions are the captions of a form's parts.
func captions(form *templates.Template) (out []string) {
	for _, section := range form.Sections {
		if section.Table == nil {
			continue
		}
		for _, part := range section.Table.Parts {
			if part.Caption != "" {
				out = append(out, part.Caption)
			}
		}
	}
	return out
}

func sameWords(a, b []string) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	for i := range a {
		a[i] = strings.Join(strings.Fields(a[i]), "")
	}
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}

// A reader that goes by Scope alone is misled in table two, and one that finds no
// Scope cannot tell rows from columns: the test of the heads sees both.
func TestHeadsWithoutHeaders(t *testing.T) {
	for key, condition := range map[name]string{"Headers": "ISO 14289-1 7.5 three ways", "Scope": "ISO 14289-1 7.5 three ways"} {
		f, err := read(write(t, set(t, fixtures.Named(t, "laiyuan-2022"), false), PDFA2a))
		if err != nil {
			t.Fatal(err)
		}
		all, err := f.tree()
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range all {
			if a, ok := f.get(e.dict, "A").(dictionary); ok {
				delete(a, key)
			}
		}
		for _, c := range conditions {
			if strings.HasPrefix(c.name, condition) && c.holds(f, PDFA2a) == nil {
				t.Errorf("without %s nothing is noticed", key)
			}
		}
	}
}
