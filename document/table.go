package document

import (
	"slices"
	"strings"

	"nianbao/report"
	"nianbao/templates"
)

// table fills a section's table, one of the document's by its number: its parts
// one below the other.
func table(number int, section templates.Section, r *report.Report, t *templates.Template) Table {
	form := section.Table
	filled := Table{
		Name:    form.Name,
		Summary: summary(form),
		Widths:  slices.Concat(form.LabelWidths, form.NumberWidths),
		Dense:   form.Dense,
	}
	labels := len(form.LabelWidths)
	for _, part := range form.Parts {
		first, caption := len(filled.Rows), 0
		if part.Caption != "" {
			filled.Rows = append(filled.Rows, []Cell{{
				Text: part.Caption, Kind: Caption, ColSpan: len(filled.Widths), RowSpan: 1,
				Shade: part.Shade, Align: Left,
			}})
			caption = 1
		}
		span := len(form.NumberWidths) / len(part.Columns)
		head := headRows(part, labels, span)
		// The first row of a table of several parts is its head to office programs:
		// none of them knows of one in the middle.
		if filled.Head = 1; len(form.Parts) == 1 {
			filled.Head = len(head)
		}
		filled.Rows = append(filled.Rows, head...)
		for i, row := range part.Rows {
			cells := labelCells(part.Rows, i, labels, align(form.LabelAlign))
			for j, column := range part.Columns {
				cell := Cell{
					Kind: Blank, Column: labels + j*span, ColSpan: span, RowSpan: 1,
					Align: align(form.NumberAlign), From: templates.Path(section, row, column),
				}
				cell.Place = t.Place(cell.From)
				if number, ok := r.Numbers[cell.From]; ok {
					cell.Kind, cell.Text = Number, number.Text
				}
				cells = append(cells, cell)
			}
			filled.Rows = append(filled.Rows, cells)
		}
		filled.nameHeads(number, first, caption, len(head), labels)
	}
	filled.Summary += blanks(filled)
	return filled
}

func align(name string) Align {
	if name == "left" {
		return Left
	}
	return Centre
}

// headRows turns the columns' label paths into rows of merged cells.
func headRows(part templates.Part, labels, span int) [][]Cell {
	depth := 1
	for _, column := range part.Columns {
		depth = max(depth, len(column.Label))
	}
	rows := make([][]Cell, depth)
	if labels > 0 {
		rows[0] = []Cell{{Text: part.Corner, Kind: corner(part.Corner), ColSpan: labels, RowSpan: depth}}
	}
	for i, column := range part.Columns {
		for level, text := range column.Label {
			if i > 0 && sameGroup(part.Columns[i-1].Label, column.Label, level) {
				rows[level][len(rows[level])-1].ColSpan += span
				continue
			}
			cell := Cell{Text: text, Kind: ColumnHead, Column: labels + i*span, ColSpan: span, RowSpan: 1}
			if level == len(column.Label)-1 {
				cell.RowSpan = depth - level
			}
			rows[level] = append(rows[level], cell)
		}
	}
	return rows
}

// corner: what stands over the row labels is their head, unless it is a remark in
// brackets, or nothing.
func corner(text string) CellKind {
	if text == "" || strings.HasPrefix(text, "（") && strings.HasSuffix(text, "）") {
		return Words
	}
	return ColumnHead
}

// labelCells are the row labels that start in row i; a group's label was
// started by the group's first row.
func labelCells(rows []templates.Row, i, labels int, last Align) []Cell {
	var cells []Cell
	label := rows[i].Label
	for level, text := range label {
		if i > 0 && sameGroup(rows[i-1].Label, label, level) {
			continue
		}
		cell := Cell{Text: text, Kind: RowLabel, Column: level, ColSpan: 1, RowSpan: 1}
		if level == len(label)-1 {
			cell.ColSpan, cell.Align = labels-level, last
		}
		for j := i + 1; j < len(rows) && sameGroup(label, rows[j].Label, level); j++ {
			cell.RowSpan++
		}
		cells = append(cells, cell)
	}
	return cells
}

// sameGroup reports whether two label paths agree down to level and the label
// there names a group, not a single line.
func sameGroup(a, b []string, level int) bool {
	return level < len(a)-1 && level < len(b)-1 && slices.Equal(a[:level+1], b[:level+1])
}
