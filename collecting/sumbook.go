package collecting

import (
	"fmt"
	"strings"

	"nianbao/collecting/sheet"
	"nianbao/document"
	"nianbao/report"
	"nianbao/templates"
)

const kindSum = "sum"

// The sheets of the sum's workbook.
const (
	formSheet = "汇总"
	unitSheet = "各单位数据"
	saysSheet = "说明"
)

// gridColumns is how many columns the sheet of the form has: enough for the columns of
// every table to begin and end at some of them.
const gridColumns = 45

// dataRow is the first row of the units, from 0: three rows of heads stand above.
const dataRow = 3

// Book is the sum as a workbook: the form with formulas over what the units have.
func (s *Sum) Book() ([]byte, error) {
	sheets := []sheet.Sheet{s.formSheet(), s.unitSheet(), s.saysList().Sheet()}
	return sheet.Book{Title: s.title() + "汇总表", Description: sheet.Sealed(kindSum, sheets), Sheets: sheets}.Write()
}

// BookBroken reports whether a workbook is not as Book left it.
func BookBroken(file []byte) bool { return sheet.Broken(file, kindSum) }

func (s *Sum) title() string { return fmt.Sprintf("%s%d年", s.Report.Agency, s.Report.Year) }

// formSheet is the form as it is printed.
func (s *Sum) formSheet() sheet.Sheet {
	out := sheet.Sheet{Name: formSheet}
	for range gridColumns {
		out.Widths = append(out.Widths, 4)
	}
	line := func(text string, style sheet.Style) {
		at := len(out.Rows)
		out.Rows = append(out.Rows, sheet.Row{Cells: []sheet.Cell{{Text: text, Style: style}}})
		out.Merges = append(out.Merges, sheet.Area{Row: at, ToRow: at, ToColumn: gridColumns - 1})
	}
	d := document.Fill(s.Report, document.Options{})
	line(d.Title()+"（汇总表）", sheet.Style{Kind: sheet.Title, Wide: true})
	if missing := s.Missing(); len(missing) > 0 {
		line(fmt.Sprintf("缺 %d 个单位，不能作为报送稿：%s", len(missing), strings.Join(missing, "、")), sheet.Style{Tone: sheet.Red, Left: true})
	}
	heading, tables := "", 0
	for _, block := range d.Blocks {
		switch block := block.(type) {
		case document.Heading:
			heading = block.Text
		case document.Table:
			if tables++; tables > 1 {
				out.Breaks = append(out.Breaks, len(out.Rows))
			}
			line(heading, sheet.Style{Kind: sheet.Head, Wide: true, Left: true})
			s.table(&out, block)
			out.Rows = append(out.Rows, sheet.Row{})
		}
	}
	return out
}

// table puts one table on the sheet's grid.
func (s *Sum) table(out *sheet.Sheet, t document.Table) {
	edges := edges(t.Widths)
	first := len(out.Rows)
	for range t.Rows {
		cells := make([]sheet.Cell, gridColumns)
		for i := range cells {
			cells[i].Style = sheet.Style{Kind: sheet.Plain}
		}
		out.Rows = append(out.Rows, sheet.Row{Cells: cells})
	}
	for i, row := range t.Rows {
		for _, c := range row {
			from, to := edges[c.Column], edges[c.Column+c.ColSpan]-1
			cell := sheet.Cell{Text: c.Text, Style: sheet.Style{Left: c.Align == document.Left}}
			if c.From != "" {
				cell = s.formula(c.From)
			} else if c.Kind != document.Words {
				cell.Style.Kind = sheet.Head
			}
			for k := range c.RowSpan {
				for at := from; at <= to; at++ {
					out.Rows[first+i+k].Cells[at].Style = cell.Style
				}
			}
			out.Rows[first+i].Cells[from] = cell
			if c.RowSpan > 1 || to > from {
				out.Merges = append(out.Merges, sheet.Area{Row: first + i, Column: from, ToRow: first + i + c.RowSpan - 1, ToColumn: to})
			}
		}
	}
}

// edges are the sheet's columns at which those of a table begin, and the end.
func edges(widths []int) []int {
	total, at := 0, 0
	for _, w := range widths {
		total += w
	}
	out := []int{0}
	for _, w := range widths {
		at += w
		out = append(out, (at*gridColumns+total/2)/total)
	}
	return out
}

// formula is the sum of a cell over the units, with its value.
func (s *Sum) formula(path string) sheet.Cell {
	number := s.Report.Numbers[path]
	cell := sheet.Cell{Text: number.Text, Number: number.Applies() && number.Unit() == ""}
	if len(s.Units) == 0 {
		return cell
	}
	column := s.column(path)
	over := fmt.Sprintf("%s!%s:%s", unitSheet, sheet.Name(dataRow, column), sheet.Name(dataRow+len(s.Units)-1, column))
	// Spreadsheets add in binary: the sum of decimals is brought back to as many as they have.
	cell.Formula = fmt.Sprintf("ROUND(SUM(%s),%d)", over, max(s.decimal[path], 0))
	for _, u := range s.Units {
		if !u.Numbers[path].Applies() {
			cell.Formula = fmt.Sprintf("IF(COUNT(%s)=0,\"/\",%s)", over, cell.Formula)
			break
		}
	}
	if unit := number.Unit(); unit != "" && number.Applies() {
		cell.Formula += `&"` + unit + `"`
	}
	return cell
}

// column is where a cell of the form stands on the sheet of the units.
func (s *Sum) column(path string) int {
	for i, leaf := range s.Report.Template.Leaves() {
		if leaf.Path == path {
			return i + 1
		}
	}
	return 0
}

// unitSheet has a row a unit and a column a cell of the form, under heads of table,
// row and column.
func (s *Sum) unitSheet() sheet.Sheet {
	out := sheet.Sheet{Name: unitSheet, Widths: []float64{24}, Head: dataRow, Labels: 1, Wide: true}
	leaves := s.Report.Template.Leaves()
	head := sheet.Style{Kind: sheet.Head}
	for level, label := range []func(templates.Leaf) string{
		func(l templates.Leaf) string { return l.Table }, func(l templates.Leaf) string { return l.Row }, func(l templates.Leaf) string { return l.Column },
	} {
		cells := []sheet.Cell{{Text: "单位", Style: head}}
		if level > 0 {
			cells[0].Text = ""
		}
		from := 0
		for i, leaf := range leaves {
			text := label(leaf)
			if level == 2 && text == "" {
				text = leaf.BriefRow
			}
			cells = append(cells, sheet.Cell{Text: text, Style: head})
			if level == 2 {
				out.Widths = append(out.Widths, 11)
				continue
			}
			if i > 0 && text == label(leaves[i-1]) && (level == 0 || leaf.Table == leaves[i-1].Table) {
				cells[i+1].Text = ""
			} else {
				from = i
			}
			if last := i+1 == len(leaves) || label(leaves[i+1]) != text || leaves[i+1].Table != leaf.Table; last && i > from {
				out.Merges = append(out.Merges, sheet.Area{Row: level, Column: from + 1, ToRow: level, ToColumn: i + 1})
			}
		}
		out.Rows = append(out.Rows, sheet.Row{Cells: cells})
	}
	out.Merges = append(out.Merges, sheet.Area{ToRow: dataRow - 1})
	for _, u := range s.Units {
		cells := []sheet.Cell{{Text: u.Unit, Style: sheet.Style{Left: true}}}
		for _, leaf := range leaves {
			cells = append(cells, valueCell(u.Numbers[leaf.Path]))
		}
		out.Rows = append(out.Rows, sheet.Row{Cells: cells})
	}
	return out
}

func valueCell(n report.Number) sheet.Cell {
	if !n.Applies() {
		return sheet.Cell{Text: report.Slash}
	}
	return sheet.Cell{Text: n.Value.String(), Number: true}
}

// saysList says what was left out and why, and what else there is to know.
func (s *Sum) saysList() sheet.List {
	l := sheet.List{Name: saysSheet, Title: s.title() + "汇总说明", Note: fmt.Sprintf("计入 %d 个单位，缺 %d 个", len(s.Units), len(s.Missing())), Columns: []sheet.Column{
		{Head: "序号", Width: 6}, {Head: "单位", Width: 28}, {Head: "计入汇总", Width: 12}, {Head: "说明", Width: 90, Text: true},
	}}
	row := func(unit, counted, why string, tone sheet.Tone) {
		l.Rows = append(l.Rows, []sheet.Cell{{Text: fmt.Sprint(len(l.Rows) + 1), Number: true}, {Text: unit}, {Text: counted, Style: sheet.Style{Tone: tone}}, {Text: why}})
	}
	for _, left := range s.Left {
		if left.Missing {
			row(left.Unit, "缺", left.Why, sheet.Red)
		}
	}
	for _, left := range s.Left {
		if !left.Missing {
			row(left.Unit, "不计入", left.Why, sheet.Grey)
		}
	}
	for _, note := range s.Notes {
		row("", "", note, sheet.Yellow)
	}
	row("", "", "可以写进报告第一部分的一段："+s.Facts(), sheet.NoTone)
	for _, u := range s.Units {
		row(u.Unit, "是", "", sheet.Green)
	}
	return l
}
