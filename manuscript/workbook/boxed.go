package workbook

import (
	"strings"
	"unicode/utf8"

	"nianbao/manuscript/ooxml"
)

// readBorders finds out which borders of the file draw a line (18.8.4).
func readBorders(x *ooxml.Scanner) []bool {
	var drawn []bool
	for name := range x.Children() {
		if name != "x:border" || len(drawn) == maxStyles {
			continue
		}
		line := false
		for range x.Children() {
			style, ok := x.Lookup("style")
			line = line || ok && style != "none"
		}
		drawn = append(drawn, line)
	}
	return drawn
}

// framed: an empty cell has lines around it.
func (b *book) framed(style string) bool {
	n, ok := index(style, len(b.boxed))
	return ok && b.boxed[n]
}

// opensCells: the row's one text is the label of cells that are still to be filled in.
func (g *grid) opensCells(l line) bool {
	text := g.said(l)
	if utf8.RuneCountInString(text) > longestLabel || strings.Contains(text, "。") {
		return false
	}
	column := l.columns[0]
	for _, m := range g.merged[l.row] {
		if m.column == l.columns[0] {
			column = m.toColumn
		}
	}
	return l.frame > column
}

// longestLabel is longer than any row's.
const longestLabel = 40

// blankBelow is the row of empty cells under a table's last row, where that holds
// heads and no numbers: a table that is still to be filled in.
func (g *grid) blankBelow(l line) (int, bool) {
	for _, column := range l.columns {
		if strings.ContainsAny(g.cells[[2]int{l.row, column}], "0123456789/") {
			return 0, false
		}
	}
	return l.row + 1, len(l.columns) > 1 && g.blank[l.row+1]
}
