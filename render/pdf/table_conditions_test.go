package pdf

import (
	"errors"
	"fmt"
)

// span reads an attribute of a table cell; 1 where it is not given.
func (f *file) span(e *element, key name) int {
	if n, ok := f.get(e.dict, "A", key).(int); ok {
		return n
	}
	return 1
}

var tableConditions = []condition{
	{"ISO 14289-1 7.5 tables are rectangular", func(f *file, c Conformance) error {
		all, err := f.tree()
		for _, e := range all {
			if e.tag != "Table" {
				continue
			}
			if err := f.rectangular(e); err != nil {
				return fmt.Errorf("table %d: %w", e.ref, err)
			}
		}
		return err
	}},
	{"ISO 14289-1 7.5 three ways of reading give every cell the same heads", func(f *file, c Conformance) error {
		tables, err := f.tables()
		for _, t := range tables {
			for _, cell := range t.cells {
				if a, b, c := t.byISO1(cell), t.byISO2(cell), t.byNVDA(cell); !a.equal(b) || !a.equal(c) {
					return fmt.Errorf("cell at row %d, column %d: %v by ISO 32000-1, %v by ISO 32000-2, %v as NVDA reads", cell.row+1, cell.column+1, a, b, c)
				}
			}
		}
		return err
	}},
	{"ISO 32000-1 14.8.5.7 tables say what they hold", func(f *file, c Conformance) error {
		all, err := f.tree()
		for _, e := range all {
			if e.tag == "Table" && text(f.get(e.dict, "A", "Summary")) == "" {
				return errors.New("a table without a summary")
			}
		}
		return err
	}},
	{"ISO 14289-1 7.5, Matterhorn 15-003 heads have a scope", func(f *file, c Conformance) error {
		all, err := f.tree()
		for _, e := range all {
			scope := f.get(e.dict, "A", "Scope")
			known := scope == name("Row") || scope == name("Column") || scope == name("Both")
			if (e.tag == "TH") != known || e.tag == "TH" && f.get(e.dict, "A", "O") != name("Table") {
				return fmt.Errorf("%s with scope %v", e.tag, scope)
			}
		}
		return err
	}},
}

// rectangular paints every cell on a grid: no square twice, none left bare.
func (f *file) rectangular(table *element) error {
	type square struct{ row, column int }
	painted := map[square]bool{}
	columns := 0
	for row, tr := range table.children {
		column := 0
		for _, cell := range tr.children {
			for painted[square{row, column}] {
				column++
			}
			for r := range f.span(cell, "RowSpan") {
				for c := range f.span(cell, "ColSpan") {
					at := square{row + r, column + c}
					if painted[at] {
						return fmt.Errorf("%v twice", at)
					}
					painted[at] = true
					columns = max(columns, at.column+1)
				}
			}
		}
	}
	if len(painted) != len(table.children)*columns {
		return fmt.Errorf("%d squares in %d rows of %d", len(painted), len(table.children), columns)
	}
	return nil
}
