package workbook

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"nianbao/manuscript"
	"nianbao/manuscript/ooxml"
	"nianbao/problem"
)

// mostTold is how many notes of one kind there are.
const mostTold = 10

// tell adds a note of a kind; of many the first.
func (b *book) tell(kind string, note manuscript.Note) {
	if b.told == nil {
		b.told = map[string]int{}
	}
	b.told[kind]++
	switch n := b.told[kind]; {
	case n <= mostTold:
		b.notes = append(b.notes, note)
	case n == mostTold+1:
		note.Place, note.Message = "", "另有同样的格，没有一一列出"
		b.notes = append(b.notes, note)
	}
}

// isTrue reads a value of xsd:boolean.
func isTrue(value string) bool { return value == "1" || value == "true" }

// columns reads which columns are hidden (18.3.1.13).
func (g *grid) columns(x *ooxml.Scanner) {
	for name := range x.Children() {
		if name != "x:col" || !isTrue(x.Attribute("hidden")) && x.Attribute("width") != "0" {
			continue
		}
		from, err1 := strconv.Atoi(x.Attribute("min"))
		to, err2 := strconv.Atoi(x.Attribute("max"))
		if err1 == nil && err2 == nil && len(g.hiddenColumns) < maxColumns {
			g.hiddenColumns = append(g.hiddenColumns, area{column: from - 1, toColumn: to - 1})
		}
	}
}

// seen tells of a cell with text that nobody sees in the sheet.
func (g *grid) seen(style string, row, column int) {
	if !g.marking {
		return
	}
	at := cellName(row, column)
	if n, ok := index(style, len(g.unseen)); ok && g.unseen[n] {
		g.tell("white", manuscript.Note{Code: problem.CodeImportHiddenText, Place: "工作表“" + g.name + "”" + at,
			Message: at + "是白底白字，看不见，也读了", Fix: "核对这一格；不要的请删去"})
	}
	for i, hidden := range g.hiddenColumns {
		if hidden.column <= column && column <= hidden.toColumn {
			letters := strings.TrimRight(at, "0123456789")
			g.tell("hidden", manuscript.Note{Code: problem.CodeImportHiddenText, Place: "工作表“" + g.name + "”",
				Message: "工作表“" + g.name + "”的 " + letters + " 列是隐藏的，也读了", Fix: "核对这一列"})
			if hidden.column == hidden.toColumn {
				g.hiddenColumns = append(g.hiddenColumns[:i:i], g.hiddenColumns[i+1:]...)
			}
			return
		}
	}
}

// beside tells what hangs on a sheet besides its cells: comments, pictures.
func (g *grid) beside(p *ooxml.Package, part string) error {
	if !g.marking {
		return nil
	}
	around, err := p.Related(part)
	if err != nil {
		return err
	}
	if comments := around.First("comments"); p.Has(comments) {
		if err := p.ReadWhole(comments, g.comments); err != nil {
			return err
		}
	}
	if p.Has(around.First("drawing")) {
		g.notes = append(g.notes, manuscript.Note{Code: problem.CodeImportTextBoxes, Place: "工作表“" + g.name + "”",
			Message: "工作表“" + g.name + "”里有图片、图形或者文本框，没有读", Fix: "里面有要报告的文字和数的，写到格子里"})
	}
	return nil
}

// comments reads what people wrote to cells (18.7).
func (g *grid) comments(x *ooxml.Scanner) {
	x.Root()
	for name := range x.Children() {
		if name != "x:commentList" {
			continue
		}
		for name := range x.Children() {
			if name != "x:comment" {
				continue
			}
			at, said := x.Attribute("ref"), ""
			for name := range x.Children() {
				if name == "x:text" {
					said = g.richText(x)
				}
			}
			g.tell("comment", manuscript.Note{Code: problem.CodeImportComments, Place: "工作表“" + g.name + "”" + clip(at),
				Message: clip(at) + "有批注“" + clip(strings.Join(strings.Fields(said), " ")) + "”，没有读进报告", Fix: "批注里有要改的，改到格子里"})
		}
	}
}

// aside sets cells aside that stand beside a table or a text, and tells of them.
func (g *grid) aside(l line, from int) line {
	kept := line{row: l.row, frame: l.frame}
	for _, column := range l.columns {
		if column < from {
			kept.columns = append(kept.columns, column)
			continue
		}
		at, said := cellName(l.row, column), g.cells[[2]int{l.row, column}]
		g.tell("aside", manuscript.Note{Code: problem.CodeImportText, Place: "工作表“" + g.name + "”" + at, Warn: true,
			Message: fmt.Sprintf("%s的“%s”写在表外面，没有读进报告", at, clip(said)), Fix: "要报告的，写到表里或者第一、第六部分；不要的请删去"})
	}
	return kept
}

// parted sets aside what is written to the right of a table: in columns over which the
// heads do not reach, and which most rows leave blank. What is written there in every
// row is a column whose head is missing.
func (g *grid) parted(rows []line) []line {
	edge, heads := 0, 0
	for _, l := range rows {
		if g.hasNumber(l) {
			break
		}
		heads++
		for _, column := range l.columns {
			edge = max(edge, column)
		}
		for _, m := range g.merged[l.row] {
			edge = max(edge, min(m.toColumn, maxColumns))
		}
	}
	if heads == 0 || heads == len(rows) {
		return rows
	}
	beyond := map[int]int{}
	for _, l := range rows[heads:] {
		for _, column := range l.columns {
			if column > edge {
				beyond[column]++
			}
		}
	}
	if len(beyond) == 0 {
		return rows
	}
	for _, n := range beyond {
		if 3*n >= len(rows) {
			return rows
		}
	}
	out := make([]line, len(rows))
	for i, l := range rows {
		out[i] = g.aside(l, edge+1)
	}
	return out
}

// hasNumber: a cell of a row is nothing but a number.
func (g *grid) hasNumber(l line) bool {
	for _, column := range l.columns {
		if digits(g.cells[[2]int{l.row, column}]) {
			return true
		}
	}
	return false
}

// longText is longer than what a table's cell says, in bytes.
const longText = 150

// cutProse sets aside what is written beside a text: beside a sentence, and, among
// sentences, beside a heading.
func (g *grid) cutProse(run []line) {
	several, sentences := 0, 0
	for _, l := range run {
		if len(l.columns) > 1 {
			several++
		}
		if g.isLong(l) {
			sentences++
		}
	}
	for i, l := range run {
		if len(l.columns) < 2 || !hasHan(g.said(l)) {
			continue
		}
		beside := slices.ContainsFunc(l.columns[1:], func(column int) bool { return len(g.cells[[2]int{l.row, column}]) >= longText })
		if !beside && (g.isLong(l) || several == 1 && sentences > 0) {
			run[i] = g.aside(l, l.columns[0]+1)
		}
	}
}

// isLong: the first cell of a row is a sentence, and longer than a table's.
func (g *grid) isLong(l line) bool {
	said := g.said(l)
	return len(said) >= longText && strings.Contains(said, "。")
}

func hasHan(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) }) >= 0
}
