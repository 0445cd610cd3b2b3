package word

import "nianbao/manuscript/ooxml"

// nearEdges is the distance, in twips, below which two edges of a table are
// meant as one: 1.8 mm. Where edges were moved with the mouse, row by row, the
// grid has such columns, and cells that look merged are not equally wide.
const nearEdges = 100

// readGrid reads the widths of the grid's columns (w:tblGrid), in twips.
func readGrid(x *ooxml.Scanner) []int {
	var widths []int
	for name := range x.Children() {
		if name == "w:gridCol" && len(widths) < maxColumns {
			widths = append(widths, count(x.Attribute("w:w")))
		}
	}
	return widths
}

// join makes one of edges that lie near each other, unless a cell would vanish.
func (t *table) join() {
	edge := make([]int, len(t.widths)+1) // by the edge of the grid: which one it becomes
	from := 0                            // the first of those that are joined
	for i, width := range t.widths {
		edge[i+1] = edge[i]
		if from += width; from >= nearEdges {
			edge[i+1]++
			from = 0
		}
	}
	if edge[len(t.widths)] == len(t.widths) {
		return
	}
	for _, row := range t.rows {
		for _, c := range row {
			if c.column+c.span >= len(edge) || edge[c.column] == edge[c.column+c.span] {
				return
			}
		}
	}
	for _, row := range t.rows {
		for i := range row {
			c := &row[i]
			c.column, c.span = edge[c.column], edge[c.column+c.span]-edge[c.column]
		}
	}
}
