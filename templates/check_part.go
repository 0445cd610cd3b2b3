package templates

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

func (p Part) check(table *Table) error {
	depth := len(table.LabelWidths)
	switch {
	case len(p.Columns) == 0 || len(p.Rows) == 0:
		return errors.New("no columns or no rows")
	case len(table.NumberWidths)%len(p.Columns) != 0:
		return fmt.Errorf("%d columns cannot share a grid of %d evenly", len(p.Columns), len(table.NumberWidths))
	case p.Shade != "" && (p.Caption == "" || !colour(p.Shade)):
		return fmt.Errorf("the shade %q needs a caption to lie under and the form RRGGBB", p.Shade)
	case p.Corner != "" && depth == 0:
		return fmt.Errorf("the corner %q stands above no label columns", p.Corner)
	case depth == 0 && len(p.Rows) > 1:
		return fmt.Errorf("the rows %q and %q have no column for their labels", p.Rows[0].Key, p.Rows[1].Key)
	}
	for _, text := range []string{p.Caption, p.Corner} {
		if text != "" {
			if err := checkLabel(text); err != nil {
				return err
			}
		}
	}
	var rows, columns []line
	for _, row := range p.Rows {
		rows = append(rows, line{"row", row.Key, row.Label})
		if len(row.Label) > depth {
			return fmt.Errorf("row %q has %d labels, the table %d label columns", row.Key, len(row.Label), depth)
		}
		if len(row.Label) == 0 && depth > 0 {
			return fmt.Errorf("row %q: an empty label", row.Key)
		}
	}
	for _, column := range p.Columns {
		columns = append(columns, line{"column", column.Key, column.Label})
		if len(column.Label) == 0 {
			return fmt.Errorf("column %q: an empty label", column.Key)
		}
		if !slices.Contains([]Kind{Count, Change, Amount, StatedAmount}, column.Kind) {
			return fmt.Errorf("column %q: unknown kind %q", column.Key, column.Kind)
		}
		if err := column.checkBounds(); err != nil {
			return err
		}
	}
	for _, short := range slices.Concat(rowShorts(p), columnShorts(p)) {
		if short != "" {
			if err := checkLabel(short); err != nil {
				return err
			}
		}
	}
	if err := errors.Join(checkLines(rows), checkLines(columns)); err != nil {
		return err
	}
	return p.checkSums()
}

// colour reports whether a text is like C6D9F0.
func colour(text string) bool {
	return len(text) == 6 && strings.Trim(text, "0123456789ABCDEF") == ""
}

// A line is a row or a column.
type line struct {
	what, key string
	label     []string
}

func (l line) String() string { return fmt.Sprintf("%s %q", l.what, l.key) }

// checkLines checks the keys and the labels of a part's rows, or of its columns.
func checkLines(lines []line) error {
	var keys unique
	for i, l := range lines {
		if l.key == "" && len(lines) > 1 {
			return fmt.Errorf("%s: an empty key, and it is not the only %s", l, l.what)
		}
		if l.key != "" && !dotted(l.key) {
			return fmt.Errorf("%s: the key is not snake_case", l)
		}
		if err := keys.add("key", l.key, fmt.Sprintf("%s %d", l.what, i+1)); err != nil {
			return err
		}
		for _, label := range l.label {
			if err := checkLabel(label); err != nil {
				return fmt.Errorf("%s: %w", l, err)
			}
		}
		for j, other := range lines[:i] {
			if err := checkPair(other, l, lines[j+1:i]); err != nil {
				return err
			}
		}
	}
	return nil
}

// checkPair compares the label paths of two lines and those between them. A
// group that another line splits would print as two cells of the same name.
func checkPair(a, b line, between []line) error {
	common := len(commonLabel(a.label, b.label))
	if common == 0 {
		return nil
	}
	if common == len(a.label) || common == len(b.label) {
		return fmt.Errorf("%s and %s: one stands under the label of the other, %q", a, b, strings.Join(a.label[:common], " · "))
	}
	for _, other := range between {
		if len(commonLabel(a.label, other.label)) < common {
			return fmt.Errorf("%s and %s are both under %q, but %s splits them", a, b, a.label[common-1], other)
		}
	}
	return nil
}
