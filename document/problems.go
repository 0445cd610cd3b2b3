package document

import (
	"fmt"
	"strconv"
	"unicode/utf8"

	"nianbao/problem"
)

// ProblemList is the heading of a draft's last pages.
const ProblemList = "送审稿问题清单"

// listNumber tells the list's cells from those of the form's tables.
const listNumber = 99

// listWidth is the width of the list in twips, and listEdge that of the columns of
// numbers and severities.
const (
	listWidth = 8845
	listEdge  = 620
)

// problems lists what is still wrong on pages of their own after the text, in words for
// people who have the paper alone. A mend that was told is not told again.
func (d *Document) problems(problems []problem.Problem) {
	if len(problems) == 0 {
		return
	}
	d.add(Heading{Level: 1, Text: ProblemList, NewPage: true})
	d.add(ListOf(problems))
}

// ListOf is a table of problems, for people who have the paper alone.
func ListOf(problems []problem.Problem) Table {
	list := Table{
		Name:    "问题清单",
		Summary: "问题清单。每行一个问题，各列是序号、轻重、位置、问题、怎么改。",
		Head:    1,
		Rows:    [][]Cell{proseRow(ColumnHead, "序号", "轻重", "位置", "问题", "怎么改")},
		Prose:   true,
	}
	told := map[string]int{}
	var lengths [3]int
	for i, p := range problems {
		mend := p.OnPaper()
		if first, ok := told[mend]; ok && mend != "" {
			mend = fmt.Sprintf("同第%d条", first)
		} else {
			told[mend] = i + 1
		}
		for k, text := range []string{p.Place, p.Message, mend} {
			lengths[k] += utf8.RuneCountInString(text)
		}
		list.Rows = append(list.Rows, proseRow(Words, strconv.Itoa(i+1), p.Severity.Name(), p.Place, p.Message, mend))
	}
	list.Widths = append([]int{listEdge, listEdge}, shares(lengths[:], listWidth-2*listEdge)...)
	for i := range list.Rows[1:] {
		list.Rows[i+1][0].Kind = RowLabel
	}
	list.nameHeads(listNumber, 0, 0, 1, 1)
	return list
}

// shares parts a width by how much text each column has, none less than a fifth of it.
func shares(lengths []int, width int) []int {
	total := 0
	for _, n := range lengths {
		total += n
	}
	out := make([]int, len(lengths))
	free := width - len(out)*(width/5)
	rest := width
	for i, n := range lengths {
		out[i] = width/5 + free*n/max(1, total)
		rest -= out[i]
	}
	out[len(out)-1] += rest
	return out
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
