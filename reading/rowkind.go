package reading

import (
	"strconv"

	"nianbao/manuscript"
)

// hasNumbers: one of the cells holds digits, or a mark that stands for a number.
func hasNumbers(cells []*manuscript.Cell) bool {
	for _, c := range cells {
		if numeric(text(c)) {
			return true
		}
	}
	return false
}

// says: a cell that begins in this row holds text.
func says(cells []*manuscript.Cell, row int) bool {
	for _, c := range cells {
		if c.Row == row && text(c) != "" {
			return true
		}
	}
	return false
}

// counting: the row numbers the columns, 1 2 3 …, as forms of statistics have it.
func counting(cells []*manuscript.Cell) bool {
	next, n := 1, 0
	for _, c := range cells {
		said := text(c)
		if !hasDigit(said) {
			continue
		}
		if said != strconv.Itoa(next) {
			return false
		}
		next++
		n++
	}
	return n >= 3
}
