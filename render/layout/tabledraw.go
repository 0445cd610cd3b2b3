package layout

import (
	"nianbao/document"
	"nianbao/render/style"
)

// close draws what of the table stands on a page, once all its rows there have
// their place: shades below, text above them, rules last.
func (p *placed) close(page *Page) {
	in := p.piece
	p.piece = nil
	if len(in) == 0 {
		return
	}
	for _, row := range in {
		for _, cell := range p.cells[row.row] {
			p.shade(page, cell, row, in)
		}
	}
	for _, row := range in {
		for _, cell := range p.cells[row.row] {
			p.text(page, cell, row, in)
		}
	}
	p.rules(page, in)
}

// bottom is where a cell ends on its piece of the table.
func (p *placed) bottom(cell boxed, row rowAt, in piece) style.Length {
	end := row.y
	for _, r := range in {
		if r.repeat == row.repeat && r.row >= row.row && r.row < row.row+cell.RowSpan {
			end = max(end, r.y+p.heights[r.row])
		}
	}
	return end
}

func (p *placed) shade(page *Page, cell boxed, row rowAt, in piece) {
	if cell.Shade != "" {
		p.fill(page, Artifact, cell.Shade, cell, row, in)
	}
}

func (p *placed) fill(page *Page, element int, colour string, cell boxed, row rowAt, in piece) {
	left, right := p.columns[cell.Column], p.columns[cell.Column+cell.ColSpan]
	page.Marks = append(page.Marks, Mark{Element: element, Box: &Box{
		X: left, Y: row.y, Width: right - left, Height: p.bottom(cell, row, in) - row.y, Colour: colour,
	}})
}

func (p *placed) text(page *Page, cell boxed, row rowAt, in piece) {
	if cell.Kind == document.Blank {
		// The grey is all that is drawn of the cell, and says that it is blank.
		p.fill(page, cell.element, style.BlankShade, cell, row, in)
	}
	height := style.CellType(p.table.Dense).Line
	top := row.y + (p.bottom(cell, row, in)-row.y-style.Length(len(cell.lines))*height)/2
	from := len(page.Marks)
	for i, l := range cell.lines {
		x := cell.left
		if cell.Align == document.Centre {
			x = cell.left + (cell.right-cell.left-width(trimRight(l.characters)))/2
		}
		l.draw(page, x, top+style.Length(i)*height, height, 0)
	}
	if row.repeat {
		for i := from; i < len(page.Marks); i++ {
			page.Marks[i].Element = Artifact
		}
	}
}

// rules draws each edge between two cells once, as long as it goes.
func (p *placed) rules(page *Page, in piece) {
	grid := p.owners(in)
	rows, columns := len(in), len(p.columns)-1
	edgeY := func(i int) style.Length {
		if i == rows {
			return in[rows-1].y + p.heights[in[rows-1].row]
		}
		return in[i].y
	}
	owner := func(i, j int) int {
		if i < 0 || j < 0 || i >= rows || j >= columns {
			return -1
		}
		return grid[i][j]
	}
	draw := func(x1, y1, x2, y2 style.Length, frame bool) {
		w := style.Length(style.ThinRule)
		if frame {
			w = style.FrameRule
		}
		page.Marks = append(page.Marks, Mark{Element: Artifact, Rule: &Rule{X1: x1, Y1: y1, X2: x2, Y2: y2, Width: w}})
	}
	for i := 0; i <= rows; i++ {
		for j := 0; j < columns; j++ {
			from := j
			for j < columns && owner(i-1, j) != owner(i, j) {
				j++
			}
			if j > from {
				draw(p.columns[from], edgeY(i), p.columns[j], edgeY(i), i == 0 || i == rows)
			}
		}
	}
	for j := 0; j <= columns; j++ {
		for i := 0; i < rows; i++ {
			from := i
			for i < rows && owner(i, j-1) != owner(i, j) {
				i++
			}
			if i > from {
				draw(p.columns[j], edgeY(from), p.columns[j], edgeY(i), j == 0 || j == columns)
			}
		}
	}
}

// owners tells which cell covers each box of the piece's grid.
func (p *placed) owners(in piece) [][]int {
	grid := make([][]int, len(in))
	for i := range in {
		grid[i] = make([]int, len(p.columns)-1)
	}
	id := 0
	for first := range p.cells {
		for _, cell := range p.cells[first] {
			id++
			for row := first; row < first+cell.RowSpan; row++ {
				for i, r := range in {
					if r.row == row {
						for j := cell.Column; j < cell.Column+cell.ColSpan; j++ {
							grid[i][j] = id
						}
					}
				}
			}
		}
	}
	return grid
}
