package style

import (
	"slices"

	"nianbao/document"
)

// Columns gives a table's numbers room: a column that is too narrow for its
// widest number takes width from those that have some to spare, and where that
// is not enough the numbers are set smaller, down to SmallestPt. It returns
// the columns' widths in twips, the numbers' size, and, where no size will do,
// the number that is too wide.
func Columns(t document.Table) (widths []int, size Length, tooWide *document.Cell) {
	text := CellType(t.Dense)
	// Numbers are set smaller rather than close to a rule, and close to it rather than not at all.
	for _, air := range []Length{CellAir, CellSlack} {
		for size = text.Size; size >= SmallestPt; size -= Point / 2 {
			widths, tooWide = widen(t, size, text.Size, air)
			if tooWide == nil {
				return widths, size, nil
			}
		}
	}
	return slices.Clone(t.Widths), SmallestPt, tooWide
}

// widen moves width between columns. A column keeps what its numbers need and
// two characters of its head; a label column keeps nine tenths of its width.
func widen(t document.Table, size, labelSize, air Length) ([]int, *document.Cell) {
	widths := slices.Clone(t.Widths)
	floor := make([]int, len(widths))
	for i := range floor {
		floor[i] = widths[i] * 9 / 10
	}
	var wide []*document.Cell
	for _, row := range t.Rows {
		for i := range row {
			cell := &row[i]
			if cell.Kind == document.Number || cell.Kind == document.Blank {
				for c := cell.Column; c < cell.Column+cell.ColSpan; c++ {
					floor[c] = min(floor[c], twips(2*labelSize+2*CellSide))
				}
				if cell.Kind == document.Number {
					wide = append(wide, cell)
				}
			}
		}
	}
	for _, cell := range wide {
		c := cell.Column + cell.ColSpan - 1
		others := 0
		for i := cell.Column; i < c; i++ {
			others += widths[i]
		}
		floor[c] = max(floor[c], NumberWidth(cell.Text, size, air)-others)
	}
	for i := range widths {
		for lack := floor[i] - widths[i]; lack > 0; lack = floor[i] - widths[i] {
			giver := richest(widths, floor)
			if widths[giver] <= floor[giver] {
				return nil, widestIn(wide, i)
			}
			moved := min(lack, max(1, (widths[giver]-floor[giver])/2))
			widths[giver] -= moved
			widths[i] += moved
		}
	}
	return widths, nil
}

// richest is the column with the most width to spare.
func richest(widths, floor []int) int {
	best := 0
	for i := range widths {
		if widths[i]-floor[i] > widths[best]-floor[best] {
			best = i
		}
	}
	return best
}

func widestIn(cells []*document.Cell, column int) *document.Cell {
	var widest *document.Cell
	for _, cell := range cells {
		if cell.Column+cell.ColSpan-1 == column && (widest == nil || Width(cell.Text) > Width(widest.Text)) {
			widest = cell
		}
	}
	return widest
}

// NumberWidth is the width in twips of a cell that holds a number in one line with so
// much air beside it.
func NumberWidth(text string, size, air Length) int {
	return twips(Length(Width(text))*size/1000 + 2*CellSide + air)
}

func twips(l Length) int { return int((l + Twip - 1) / Twip) }
