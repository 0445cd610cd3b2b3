package templates

import "fmt"

// A Leaf is one number of the form.
type Leaf struct {
	Path   string // its place in a report's data: requests.received.total
	Place  string // its place on paper: 表三 · 一、本年新收政府信息公开申请数量 · 总计
	Table  string // its table's name: 表三
	Row    string // its row in short: （三）不予公开 · 8.属于行政查询事项
	Column string // its column in short: 法人或其他组织 · 商业企业

	BriefRow, BriefColumn string // as a message names them: （三）8.属于行政查询事项; 商业企业
	Kind                  Kind
	Total                 bool // a Sum computes it when a report leaves it out
}

// Brief is the number's place as a message names it: 表三 · 一、本年新收 · 总计.
func (l Leaf) Brief() string { return join(l.Table, l.BriefRow, l.BriefColumn) }

// Leaves are the template's numbers in the order of the printed page. The
// caller must not change the slice.
func (t *Template) Leaves() []Leaf { return t.leaves }

// Leaf is the number with a path; false if the template has none.
func (t *Template) Leaf(path string) (Leaf, bool) {
	i, ok := t.byPath[path]
	if !ok {
		return Leaf{}, false
	}
	return t.leaves[i], true
}

// Place is how people call what stands at a path: a number's place on paper, a
// section's heading, or the preamble's name; "" for any other path.
func (t *Template) Place(path string) string {
	if i, ok := t.byPath[path]; ok {
		return t.leaves[i].Place
	}
	if path == PreambleKey {
		return t.Preamble
	}
	for _, section := range t.Sections {
		if section.Key == path {
			return section.Heading
		}
	}
	return ""
}

// addLeaves lists the numbers of one part.
func (t *Template) addLeaves(section Section, part Part) error {
	rows, columns := shortNames(rowLabels(part)), shortNames(columnLabels(part))
	briefRows, briefColumns := briefNames(rowLabels(part), rowShorts(part)), briefNames(columnLabels(part), columnShorts(part))
	for i, row := range part.Rows {
		for j, column := range part.Columns {
			leaf := Leaf{
				Path:   Path(section, row, column),
				Place:  join(section.Table.Name, rows[i], columns[j]),
				Table:  section.Table.Name,
				Row:    rows[i],
				Column: columns[j],

				BriefRow:    briefRows[i],
				BriefColumn: briefColumns[j],

				Kind:  column.Kind,
				Total: part.computes(OverColumns, column.Key) || part.computes(OverRows, row.Key),
			}
			if err := t.addLeaf(leaf); err != nil {
				return err
			}
			if len(column.Bounds) > 0 {
				t.bounds[leaf.Path] = column.Bounds
			}
		}
	}
	return nil
}

// computes reports whether a sum of the part computes a row or a column.
func (p Part) computes(over, key string) bool {
	for _, sum := range p.Sums {
		if sum.Over == over && len(sum.Right) == 1 && sum.Right[0] == key {
			return true
		}
	}
	return false
}

func (t *Template) addLeaf(leaf Leaf) error {
	if other, ok := t.Leaf(leaf.Path); ok {
		return fmt.Errorf("%q and %q both have the path %q", other.Place, leaf.Place, leaf.Path)
	}
	t.byPath[leaf.Path] = len(t.leaves)
	t.leaves = append(t.leaves, leaf)
	return nil
}

// checkPlaces refuses two numbers that people could not tell apart.
func (t *Template) checkPlaces() error {
	paths := make(map[string]string, 2*len(t.leaves))
	for _, leaf := range t.leaves {
		for _, place := range []string{leaf.Place, leaf.Brief()} {
			if other, ok := paths[place]; ok && other != leaf.Path {
				return fmt.Errorf("the paths %q and %q are both printed as %q", other, leaf.Path, place)
			}
			paths[place] = leaf.Path
		}
	}
	return nil
}
