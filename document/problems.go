package document

import (
	"strconv"

	"nianbao/problem"
)

// ProblemList is the heading of a draft's last pages.
const ProblemList = "送审稿问题清单"

// listNumber tells the list's cells from those of the form's tables.
const listNumber = 99

// problems lists what is still wrong on pages of their own after the text.
func (d *Document) problems(problems []problem.Problem) {
	if len(problems) == 0 {
		return
	}
	list := Table{
		Name:    "问题清单",
		Summary: "问题清单。每行一个问题，各列是序号、轻重、位置、问题、怎么改。",
		Widths:  []int{620, 800, 2225, 2700, 2500},
		Head:    1,
		Rows:    [][]Cell{proseRow(ColumnHead, "序号", "轻重", "位置", "问题", "怎么改")},
		Prose:   true,
	}
	for i, p := range problems {
		place := p.Place
		if p.Line > 0 {
			place += "（第" + strconv.Itoa(p.Line) + "行）"
		}
		list.Rows = append(list.Rows, proseRow(Words, strconv.Itoa(i+1), p.Severity.Name(), place, p.Message, p.Fix))
	}
	for i := range list.Rows[1:] {
		list.Rows[i+1][0].Kind = RowLabel
	}
	list.nameHeads(listNumber, 0, 0, 1, 1)
	d.add(Heading{Level: 1, Text: ProblemList, NewPage: true})
	d.add(list)
}

func proseRow(kind CellKind, texts ...string) []Cell {
	row := make([]Cell, len(texts))
	for i, text := range texts {
		row[i] = Cell{Text: text, Kind: kind, Column: i, ColSpan: 1, RowSpan: 1, Align: Left}
		if kind == ColumnHead || i < 2 {
			row[i].Align = Centre
		}
	}
	return row
}
