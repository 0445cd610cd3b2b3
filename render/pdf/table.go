package pdf

import (
	"errors"
	"fmt"

	"nianbao/render/layout"
)

// maxSpan is more than any form has, and keeps a bad layout from taking all memory.
const maxSpan = 10000

// checkElements checks that the elements make a tree of the kind that
// ISO 32000-1, 14.8.4, allows, with tables that are rectangular (ISO 14289-1, 7.5).
func checkElements(elements []layout.Element) error {
	if len(elements) == 0 || elements[0].Tag != layout.TagDocument || elements[0].Parent != -1 {
		return errors.New("element 0 must be the document, without a parent")
	}
	rows := make(map[int][]int) // by table
	heads := make(map[string]int)
	for i, e := range elements {
		if err := checkString(e.Summary + e.Actual + e.ID); err != nil {
			return fmt.Errorf("element %d: %w", i, err)
		}
		if e.ID == "" {
			continue
		}
		if e.Tag != layout.TagTH {
			return fmt.Errorf("element %d, a %s, cannot name cells", i, e.Tag)
		}
		if heads[e.ID] != 0 {
			return fmt.Errorf("element %d has the ID %q of element %d", i, e.ID, heads[e.ID])
		}
		heads[e.ID] = i
	}
	for i, e := range elements {
		for _, id := range e.Heads {
			if heads[id] == 0 || heads[id] == i {
				return fmt.Errorf("element %d: no head %q", i, id)
			}
		}
	}
	cells := make(map[int][]layout.Element)
	for i, e := range elements[1:] {
		i++
		if e.Tag == layout.TagTOCI && (e.To <= 0 || e.To >= len(elements)) {
			return fmt.Errorf("element %d: no element with index %d to lead to", i, e.To)
		}
		if e.Parent < 0 || e.Parent >= i {
			return fmt.Errorf("element %d: its parent %d must stand before it", i, e.Parent)
		}
		if parent := elements[e.Parent].Tag; !mayHold(parent, e.Tag) {
			return fmt.Errorf("element %d: a %s cannot hold a %q", i, parent, e.Tag)
		}
		switch e.Tag {
		case layout.TagTR:
			rows[e.Parent] = append(rows[e.Parent], i)
		case layout.TagTH, layout.TagTD:
			if err := checkCell(e); err != nil {
				return fmt.Errorf("element %d: %w", i, err)
			}
			cells[e.Parent] = append(cells[e.Parent], e)
		}
	}
	for i, e := range elements {
		if e.Tag != layout.TagTable {
			continue
		}
		table := make([][]layout.Element, len(rows[i]))
		for r, row := range rows[i] {
			table[r] = cells[row]
		}
		if err := checkRectangular(table); err != nil {
			return fmt.Errorf("element %d, a table: %w", i, err)
		}
	}
	return nil
}

func mayHold(parent, child layout.Tag) bool {
	switch child {
	case layout.TagPart:
		return parent == layout.TagDocument
	case layout.TagP:
		return parent == layout.TagDocument || parent == layout.TagPart || parent == layout.TagTOCI
	case layout.TagLink:
		return parent == layout.TagP
	case layout.TagH1, layout.TagH2, layout.TagH3, layout.TagH4, layout.TagTable, layout.TagL, layout.TagTOC:
		return parent == layout.TagDocument || parent == layout.TagPart
	case layout.TagTOCI:
		return parent == layout.TagTOC
	case layout.TagLI:
		return parent == layout.TagL
	case layout.TagLbl, layout.TagLBody:
		return parent == layout.TagLI
	case layout.TagTR:
		return parent == layout.TagTable
	case layout.TagTH, layout.TagTD:
		return parent == layout.TagTR
	}
	return false
}

func checkCell(e layout.Element) error {
	if e.RowSpan < 1 || e.ColSpan < 1 || e.RowSpan > maxSpan || e.ColSpan > maxSpan {
		return fmt.Errorf("a cell of %d rows and %d columns", e.RowSpan, e.ColSpan)
	}
	if e.Tag == layout.TagTH && e.Scope != "Row" && e.Scope != "Column" && e.Scope != "Both" {
		return fmt.Errorf("a TH with scope %q", e.Scope)
	}
	return nil
}

// checkRectangular lays the cells on a grid as a reader does: each in the
// first column that no cell from above reaches down to.
func checkRectangular(rows [][]layout.Element) error {
	var reach []int // by column: how many more rows its cell takes
	for r, row := range rows {
		column := 0
		for _, cell := range row {
			for column < len(reach) && reach[column] > 0 {
				column++
			}
			for range cell.ColSpan {
				if r == 0 && column == len(reach) {
					reach = append(reach, 0)
				}
				if column >= len(reach) || reach[column] > 0 {
					return fmt.Errorf("row %d: a cell does not fit", r+1)
				}
				reach[column] = cell.RowSpan
				column++
			}
		}
		for column := range reach {
			if reach[column] == 0 {
				return fmt.Errorf("row %d: no cell in column %d", r+1, column+1)
			}
			reach[column]--
		}
	}
	for _, left := range reach {
		if left > 0 {
			return errors.New("a cell reaches below the last row")
		}
	}
	if len(reach) == 0 {
		return errors.New("no cells")
	}
	return nil
}

// checkArrays keeps to PDF/A-1's limit for arrays (ISO 19005-1, 6.1.12).
func checkArrays(l *layout.Layout) error {
	if 2*len(l.Pages) > maxArray {
		return fmt.Errorf("PDF/A-1 cannot hold %d pages; use PDF/A-2", len(l.Pages))
	}
	for i, page := range l.Pages {
		if len(page.Marks) > maxArray {
			return fmt.Errorf("PDF/A-1 cannot hold the %d marks of page %d; use PDF/A-2", len(page.Marks), i+1)
		}
	}
	kids := make(map[int]int)
	for _, e := range l.Elements {
		kids[e.Parent]++
		if kids[e.Parent] > maxArray {
			return errors.New("PDF/A-1 cannot hold a document of so many parts; use PDF/A-2")
		}
	}
	return nil
}
