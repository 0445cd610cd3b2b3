package reading

import (
	"strconv"

	"nianbao/manuscript"
	"nianbao/problem"
	"nianbao/reading/naming"
	"nianbao/reading/tabular"
)

// readTurned reads a table whose rows have no names in the form and names in the
// file: turned by a quarter, or with the groups beside and what they share above
// (table four with 行政复议 as a row). Every number must find its own column of the
// form by the labels beside and above it, and every column its number.
func (s *supposition) readTurned() {
	for i, section := range s.form.Sections {
		if section.Table == nil || len(s.used[i]) > 0 {
			continue
		}
		for j, part := range section.Table.Parts {
			if len(part.Rows) != 1 || len(part.Rows[0].Label) > 0 || len(part.Columns) < 4 {
				continue
			}
			for k, g := range s.other {
				if cells, ok := s.turned(g, partKey{i, j}); ok {
					s.takeTurned(g, partKey{i, j}, cells)
					s.other = append(s.other[:k:k], s.other[k+1:]...)
					break
				}
			}
		}
	}
}

// turned are the cells of a table by the columns of the part that they stand for.
func (s *supposition) turned(g *tabular.Grid, key partKey) (map[int]*manuscript.Cell, bool) {
	columns := s.columns[key]
	if g.Rows*g.Columns > 40*len(columns.All) {
		return nil, false
	}
	found := map[int]*manuscript.Cell{}
	for i := range g.Cells {
		c := &g.Cells[i]
		if tabular.Text(c) == "" || tabular.LabelOf(c) != "" || c.Row == 0 && c.Column == 0 {
			continue
		}
		beside, above := labelsBeside(g, c), labelsAbove(g, c)
		column := -1
		for _, path := range [][]naming.Element{append(append([]naming.Element{}, beside...), above...), append(append([]naming.Element{}, above...), beside...), beside, above} {
			if len(path) == 0 {
				continue
			}
			if best, likeness, _ := s.matcher.Find(path, columns); best >= 0 && likeness >= naming.Same-2*naming.Unknown {
				column = best
				break
			}
		}
		if column < 0 || found[column] != nil {
			return nil, false
		}
		found[column] = c
	}
	return found, len(found) == len(columns.All)
}

// labelsBeside are the labels left of a cell, those above it from its column.
func labelsBeside(g *tabular.Grid, c *manuscript.Cell) (path []naming.Element) {
	var last *manuscript.Cell
	for column := range c.Column {
		if label := g.Cell(c.Row, column); label != nil && label != last {
			last = label
			path = appendLabel(path, label)
		}
	}
	return path
}

// labelsAbove are the labels above a cell, from the number above it on; where
// that is next to it, all.
func labelsAbove(g *tabular.Grid, c *manuscript.Cell) []naming.Element {
	var all, path []naming.Element
	var last *manuscript.Cell
	for row := range c.Row {
		if label := g.Cell(row, c.Column); label != nil && label != last {
			last = label
			if tabular.LabelOf(label) == "" && tabular.Text(label) != "" {
				path = nil
			}
			path, all = appendLabel(path, label), appendLabel(all, label)
		}
	}
	if len(path) == 0 {
		return all
	}
	return path
}

func appendLabel(path []naming.Element, c *manuscript.Cell) []naming.Element {
	if said := tabular.LabelOf(c); said != "" && len(path) < mostHeadRows {
		if l, ok := naming.Parse(said); ok {
			return append(path, naming.Element{Label: l})
		}
	}
	return path
}

func (s *supposition) takeTurned(g *tabular.Grid, key partKey, cells map[int]*manuscript.Cell) {
	for column, c := range cells {
		path := s.path(key, 0, column)
		s.values[path] = append(s.values[path], value{grid: g, row: c.Row, cells: []*manuscript.Cell{c}})
	}
	section := s.form.Sections[key.section]
	s.used[key.section] = append(s.used[key.section], g)
	s.problem(problem.Notice, problem.CodeImportOrder, section.Key, g.Place,
		section.Table.Name+"的行和列与格式对调了，"+strconv.Itoa(len(cells))+" 个数按行名和列名读", "")
}
