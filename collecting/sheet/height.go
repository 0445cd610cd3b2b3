package sheet

import "strings"

// Heights in points. A sheet's rows are no higher than highest.
const (
	lineHeight = 13.5 // of textSize
	padding    = 4.5
	highest    = 409
)

// heights are those of the rows: office programs set the height of wrapped text
// only while somebody types it, and lines lie over one another otherwise.
func (s Sheet) heights() []float64 {
	merged := map[[2]int]Area{}
	for _, m := range s.Merges {
		merged[[2]int{m.Row, m.Column}] = m
	}
	out := make([]float64, len(s.Rows))
	for i, row := range s.Rows {
		height := lineHeight
		for j, c := range row.Cells {
			if c.Text == "" {
				continue
			}
			last := j
			if m, ok := merged[[2]int{i, j}]; ok {
				if m.ToRow > m.Row {
					continue // it has the room of several rows
				}
				last = m.ToColumn
			}
			width := 0.0
			for _, w := range s.Widths[j:min(last+1, len(s.Widths))] {
				width += w
			}
			line := lineHeight
			if c.Style.Kind == Title {
				line, width = lineHeight*titleSize/textSize, width*textSize/titleSize
			}
			height = max(height, line*float64(lines(c.Text, width)))
		}
		out[i] = min(height+padding, highest)
	}
	return out
}

// lines is how many lines a text takes in a column. A Chinese character is as wide
// as 1.85 of the digits that a column's width counts at this size; a line may end
// early where no line may begin with the next mark.
func lines(text string, width float64) int {
	const han, latin, slack = 1.85, 1.0, 2.5
	room := max(width-slack, han)
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		used := 0.0
		n++
		for _, r := range line {
			w := latin
			if r >= 0x2000 {
				w = han
			}
			if used += w; used > room {
				n, used = n+1, w
			}
		}
	}
	return n
}
