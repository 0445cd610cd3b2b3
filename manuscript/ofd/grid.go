package ofd

import (
	"slices"
	"strings"

	"nianbao/manuscript"
)

// A grid is what rules that touch one another make of a part of a page.
type grid struct {
	xs, ys []int // of its lines
	rules  []rule
	runs   []run // what stands in it
}

const maxBoxes = 50_000 // of a page's grids

// grids sorts a page's rules into tables, which stand one below the other.
func grids(rules []rule) ([]*grid, error) {
	rules = slices.Clone(rules)
	for i, r := range rules {
		rules[i] = rule{min(r.x1, r.x2), min(r.y1, r.y2), max(r.x1, r.x2), max(r.y1, r.y2)}
		if rules[i].x2-rules[i].x1 > near && rules[i].y2-rules[i].y1 > near {
			return nil, errChanged // neither across nor down
		}
	}
	slices.SortStableFunc(rules, func(a, b rule) int { return a.y1 - b.y1 })
	var out []*grid
	bottom := -farthest
	for _, r := range rules {
		if r.y1 > bottom+near {
			out = append(out, &grid{})
		}
		g := out[len(out)-1]
		g.rules = append(g.rules, r)
		bottom = max(bottom, r.y2)
	}
	boxes := 0
	for _, g := range out {
		for _, r := range g.rules {
			if r.x2-r.x1 <= near {
				g.xs = append(g.xs, r.x1)
			}
			if r.y2-r.y1 <= near {
				g.ys = append(g.ys, r.y1)
			}
		}
		g.xs, g.ys = distinct(g.xs), distinct(g.ys)
		if boxes += len(g.xs) * len(g.ys); boxes > maxBoxes {
			return nil, errTooMuch
		}
	}
	return slices.DeleteFunc(out, func(g *grid) bool { return len(g.xs) < 2 || len(g.ys) < 2 }), nil
}

// distinct sorts places and leaves out those that are near others.
func distinct(places []int) []int {
	slices.Sort(places)
	return slices.CompactFunc(places, func(a, b int) bool { return abs(a-b) <= near })
}

func (g *grid) holds(r run) bool {
	return r.x > g.xs[0]-near && r.x < g.xs[len(g.xs)-1] && r.y > g.ys[0] && r.y < g.ys[len(g.ys)-1]
}

// between is the strip between two lines in which a place lies.
func between(lines []int, at int) int {
	i, found := slices.BinarySearch(lines, at)
	if !found {
		i--
	}
	return min(max(i, 0), len(lines)-2)
}

// cells are the boxes of the grid, those without a rule between them as one.
func (g *grid) cells() (*manuscript.Table, error) {
	rows, columns := len(g.ys)-1, len(g.xs)-1
	right, below := make([]bool, rows*columns), make([]bool, rows*columns) // a rule is there
	for _, r := range g.rules {
		if r.x2-r.x1 <= near { // down, right of a column
			if k := nearest(g.xs, r.x1); k > 0 {
				for i := nearest(g.ys, r.y1); i < nearest(g.ys, r.y2) && i < rows; i++ {
					right[i*columns+k-1] = true
				}
			}
			continue
		}
		if k := nearest(g.ys, r.y1); k > 0 {
			for j := nearest(g.xs, r.x1); j < nearest(g.xs, r.x2) && j < columns; j++ {
				below[(k-1)*columns+j] = true
			}
		}
	}
	t := &manuscript.Table{Rows: rows, Columns: columns}
	owner := make([]int, rows*columns) // index of the cell, plus one
	for at := range owner {
		if owner[at] > 0 {
			continue
		}
		i, j := at/columns, at%columns
		c := manuscript.Cell{Row: i, Column: j, RowSpan: 1, ColumnSpan: 1}
		for j+c.ColumnSpan < columns && !right[i*columns+j+c.ColumnSpan-1] {
			c.ColumnSpan++
		}
		for i+c.RowSpan < rows && !below[(i+c.RowSpan-1)*columns+j] {
			c.RowSpan++
		}
		t.Cells = append(t.Cells, c)
		for y := i; y < i+c.RowSpan; y++ {
			for x := j; x < j+c.ColumnSpan; x++ {
				if owner[y*columns+x] > 0 {
					return nil, errChanged // cells that are no rectangles
				}
				owner[y*columns+x] = len(t.Cells)
			}
		}
	}
	shown := make([][]run, len(t.Cells))
	for _, r := range g.runs {
		cell := owner[between(g.ys, r.y)*columns+between(g.xs, r.x+near)] - 1
		shown[cell] = append(shown[cell], r)
	}
	for i, runs := range shown {
		var text []string
		set, err := lines(runs, false)
		if err != nil {
			return nil, err
		}
		for _, l := range set {
			text = append(text, l.text)
		}
		t.Cells[i].Text = strings.TrimSpace(strings.Join(text, ""))
	}
	return t, nil
}

// nearest is the line at a place.
func nearest(lines []int, at int) int {
	i, _ := slices.BinarySearch(lines, at-near)
	return min(i, len(lines)-1)
}
