package templates

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// What a Sum's keys name.
const (
	OverRows    = "rows"
	OverColumns = "columns"
)

func (p Part) checkSums() error {
	computes := map[string]string{} // what is computed, and by which sum
	for _, sum := range p.Sums {
		if err := p.checkSum(sum); err != nil {
			return fmt.Errorf("sum %q: %w", sum.Code, err)
		}
		if len(sum.Right) != 1 {
			continue
		}
		total := sum.Over + " " + sum.Right[0]
		if other, ok := computes[total]; ok {
			return fmt.Errorf("the sums %q and %q both compute %q of the %s", other, sum.Code, sum.Right[0], sum.Over)
		}
		computes[total] = sum.Code
	}
	return errors.Join(p.uncounted()...)
}

// uncounted: where the rows or the columns of a part are added up, each of them stands
// in one of the sums. One that was forgotten would be printed and never counted.
func (p Part) uncounted() []error {
	counted, over := map[string]bool{}, map[string]bool{}
	for _, sum := range p.Sums {
		over[sum.Over] = true
		for _, key := range slices.Concat(sum.Left, sum.Right) {
			counted[sum.Over+" "+key] = true
		}
	}
	var missing []error
	for _, row := range p.Rows {
		if over[OverRows] && !counted[OverRows+" "+row.Key] {
			missing = append(missing, fmt.Errorf("row %q (%s) stands in none of the sums over rows; name its key in \"left\" of those that count it", row.Key, strings.Join(row.Label, " · ")))
		}
	}
	for _, column := range p.Columns {
		if over[OverColumns] && !counted[OverColumns+" "+column.Key] {
			missing = append(missing, fmt.Errorf("column %q (%s) stands in none of the sums over columns; name its key in \"left\" of those that count it", column.Key, strings.Join(column.Label, " · ")))
		}
	}
	return missing
}

func (p Part) checkSum(sum Sum) error {
	if !dotted(sum.Code) {
		return errors.New("the code is not snake_case")
	}
	if err := checkLabel(sum.Say); err != nil {
		return fmt.Errorf("say: %w", err)
	}
	if len(sum.Left) == 0 || len(sum.Right) == 0 {
		return errors.New("nothing on one of its sides")
	}
	var known []string
	switch sum.Over {
	case OverRows:
		for _, row := range p.Rows {
			known = append(known, row.Key)
		}
	case OverColumns:
		for _, column := range p.Columns {
			known = append(known, column.Key)
		}
	default:
		return fmt.Errorf("over is %q; known: rows, columns", sum.Over)
	}
	keys := slices.Concat(sum.Left, sum.Right)
	for i, key := range keys {
		if !slices.Contains(known, key) {
			return fmt.Errorf("%q is none of the part's %s", key, sum.Over)
		}
		if slices.Contains(keys[:i], key) {
			return fmt.Errorf("%q stands in it twice", key)
		}
	}
	for _, column := range p.Columns {
		takesPart := sum.Over == OverRows || slices.Contains(keys, column.Key)
		if takesPart && column.Kind == StatedAmount {
			return fmt.Errorf("it adds column %q, whose numbers name units of their own", column.Key)
		}
	}
	return nil
}
