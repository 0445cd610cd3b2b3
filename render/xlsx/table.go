package xlsx

import (
	"math"
	"slices"
	"strings"

	"nianbao/document"
	"nianbao/report"
	"nianbao/templates"
)

// twipsOfDigit is how wide the columns of a sheet are made: a little wider than on
// paper, so that labels of three characters fit the cell's own margins.
const twipsOfDigit = 90

// table is a table as it is printed, below what the sheet has.
func (s *sheet) table(t document.Table, r *report.Report) {
	s.wide = true
	s.widths = nil
	for _, width := range t.Widths {
		s.widths = append(s.widths, float64(width)/twipsOfDigit)
	}
	top := len(s.rows)
	places := map[string]place{}
	owner := make([][]*document.Cell, len(t.Rows)) // what covers each position
	for i := range owner {
		owner[i] = make([]*document.Cell, len(t.Widths))
	}
	for i, cells := range t.Rows {
		for j := range cells {
			c := &cells[j]
			for y := i; y < i+c.RowSpan; y++ {
				for x := c.Column; x < c.Column+c.ColSpan; x++ {
					owner[y][x] = c
				}
			}
			s.merge(top+i, c.Column, c.RowSpan, c.ColSpan)
			if c.From != "" {
				places[c.From] = place{top + i, c.Column}
				s.call(c.From, fixed(top+i, c.Column))
			}
		}
	}
	sums := formulas(r, places)
	s.validate(r.Template.Leaves(), places, sums)
	heights := s.heights(t)
	for i := range owner {
		out := row{height: heights[i]}
		for x, c := range owner[i] {
			if c == nil {
				continue
			}
			shown := cell{column: x, look: lookOf(c, sums)}
			if x == c.Column && (i == 0 || owner[i-1][x] != c) {
				s.fill(&shown, c, r, sums)
			}
			out.cells = append(out.cells, shown)
		}
		s.rows = append(s.rows, out)
	}
}

type place struct{ row, column int }

// fill puts into a cell what it holds.
func (s *sheet) fill(shown *cell, c *document.Cell, r *report.Report, sums map[string]sum) {
	if sum, ok := sums[c.From]; ok {
		shown.formula, shown.text, shown.number = sum.formula, sum.value, sum.number
		return
	}
	shown.text = c.Text
	if c.From == "" {
		return
	}
	// What a number would not give back, +5 or 12.50, is a text, unless it is added up.
	// A spreadsheet holds all 15 digits that a report's number may have.
	number := r.Numbers[c.From]
	if c.Kind != document.Number || !number.Applies() || number.Unit() != "" || number.Value.String() != c.Text && !added(r, c.From) {
		return
	}
	shown.text, shown.number = strings.TrimPrefix(c.Text, "+"), true
}

// added: a total adds the number up.
func added(r *report.Report, path string) bool {
	return slices.ContainsFunc(r.Template.Totals(), func(e templates.Equation) bool {
		return slices.ContainsFunc(e.Left, func(l templates.Leaf) bool { return l.Path == path })
	})
}

func lookOf(c *document.Cell, sums map[string]sum) look {
	l := look{font: tableFont, boxed: true, wrap: true, align: "center", ground: c.Shade}
	if c.Align == document.Left {
		l.align = "left"
	}
	if c.From == "" {
		return l
	}
	l.wrap, l.shrink = false, true
	if _, ok := sums[c.From]; ok {
		l.ground = totalGround
	} else {
		l.open = true
	}
	return l
}

func (s *sheet) merge(row, column, rows, columns int) {
	if rows > 1 || columns > 1 {
		s.merges = append(s.merges, position(row, column)+":"+position(row+rows-1, column+columns-1))
	}
}

// heights are those of the rows, so that each label is seen whole: programs do not
// make a row higher for merged cells.
func (s *sheet) heights(t document.Table) []float64 {
	const line, air = 13.5, 5
	out := make([]float64, len(t.Rows))
	for i := range out {
		out[i] = line + air + 2
	}
	for rows := 1; rows <= len(t.Rows); rows++ { // what spans few rows first
		for i, cells := range t.Rows {
			for _, c := range cells {
				if c.RowSpan != rows || c.Text == "" || c.From != "" {
					continue
				}
				width := 0.0
				for _, w := range s.widths[c.Column : c.Column+c.ColSpan] {
					width += w
				}
				perLine := math.Max(1, math.Floor((width-1.2)/2))
				need := line*math.Ceil(float64(len([]rune(c.Text)))/perLine) + air
				has := 0.0
				for _, height := range out[i : i+rows] {
					has += height
				}
				for y := i; y < i+rows && need > has; y++ {
					out[y] += (need - has) / float64(rows)
				}
			}
		}
	}
	return out
}
