package workbook

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"nianbao/manuscript"
	"nianbao/manuscript/ooxml"
	"nianbao/problem"
)

// A grid is one sheet while it is read: the cells that hold something.
type grid struct {
	*book
	name   string
	cells  map[[2]int]string // by row and column
	lines  []line            // in order
	blank  map[int]bool      // rows of empty cells with lines around them, below one that holds something
	merges []area
	merged map[int][]area // by their first rows

	hiddenColumns []area // of every row
}

// An area is from..to, both included.
type area struct{ row, column, toRow, toColumn int }

func (g *grid) read(x *ooxml.Scanner) {
	g.cells, g.blank, g.merged = map[[2]int]string{}, map[int]bool{}, map[int][]area{}
	if x.Root() != "x:worksheet" {
		x.Fail(ooxml.ErrSyntax)
	}
	row := -1
	for name := range x.Children() {
		switch name {
		case "x:cols":
			g.columns(x)
		case "x:sheetData":
			for name := range x.Children() {
				if name == "x:row" {
					row = g.row(x, row)
				}
			}
		case "x:mergeCells":
			for name := range x.Children() {
				if name == "x:mergeCell" {
					g.merge(x)
				}
			}
		}
	}
}

// row reads a row and returns its number, from 0.
func (g *grid) row(x *ooxml.Scanner, before int) int {
	row := before + 1
	if r, ok := x.Lookup("r"); ok {
		n, err := strconv.Atoi(r)
		if err != nil || n > maxRows || n-1 < row {
			x.Fail(fmt.Errorf("工作表“%s”的行号不对（%s），文件已经损坏；请用 Excel 或 WPS 打开后重新保存", g.name, clip(r)))
			return row
		}
		row = n - 1
	}
	hidden := isTrue(x.Attribute("hidden")) || x.Attribute("ht") == "0"
	column, l := -1, line{row: row}
	for name := range x.Children() {
		if name != "x:c" {
			continue
		}
		column++
		if at, ok := x.Lookup("r"); ok {
			r, c, ok := position(at)
			if !ok || r != row || c < column {
				x.Fail(fmt.Errorf("工作表“%s”里的格 %s 位置不对，文件已经损坏；请用 Excel 或 WPS 打开后重新保存", g.name, clip(at)))
				return row
			}
			column = c
		}
		style := x.Attribute("s")
		text := g.cell(x, row, column)
		if strings.TrimSpace(text) != "" {
			g.seen(style, row, column)
		}
		if n, ok := index(style, len(g.crossed)); ok && g.crossed[n] {
			text = g.apart(text)
		}
		if date, ok := typedDate(text); ok && g.marking {
			text = date
		}
		if strings.TrimSpace(text) == "" {
			if column < maxColumns && g.framed(style) {
				l.frame = column
			}
			continue
		}
		if column >= maxColumns {
			x.Fail(fmt.Errorf("工作表“%s”超过 %d 列"+ooxml.TooMuch, g.name, maxColumns))
			return row
		}
		if g.book.cells++; g.book.cells > g.mostCells {
			x.Fail(fmt.Errorf("表格文件超过 %d 格"+ooxml.TooMuch, g.mostCells))
			return row
		}
		g.wrote(x, text)
		g.cells[[2]int{row, column}] = text
		l.columns = append(l.columns, column)
	}
	if len(l.columns) > 0 {
		g.lines = append(g.lines, l)
		if hidden {
			g.tell("hidden", manuscript.Note{Code: problem.CodeImportHiddenText, Place: "工作表“" + g.name + "”",
				Message: fmt.Sprintf("工作表“%s”第 %d 行是隐藏的，也读了", g.name, row+1), Fix: "核对这一行"})
		}
	}
	if last := len(g.lines) - 1; last >= 0 && g.lines[last].row == row-1 && l.frame > 0 {
		g.blank[row] = true
	}
	return row
}

// cell is what a cell says: its stored value. What has none although it should
// is named, in words that no reader takes for a number.
func (g *grid) cell(x *ooxml.Scanner, row, column int) string {
	kind, style := x.Attribute("t"), x.Attribute("s")
	value, has, formula, inline := "", false, false, ""
	for name := range x.Children() {
		switch name {
		case "x:v":
			value, has = x.Text(maxText), true
		case "x:f":
			formula = true
		case "x:is":
			inline = g.richText(x)
		}
	}
	at := cellName(row, column)
	switch {
	case kind == "inlineStr":
		return inline
	case kind == "e":
		g.notes = append(g.notes, g.fault(at, "是错误值 "+clip(value)))
		return clip(value) + "(" + at + ")"
	case formula && (!has || value == "" && kind != "str"):
		g.notes = append(g.notes, g.fault(at, "有公式，没有算出的值"))
		return "=?(" + at + ")"
	case !has || value == "":
		return ""
	case kind == "s":
		n, err := strconv.Atoi(value)
		if err != nil || n < 0 || n >= len(g.strings) {
			x.Fail(fmt.Errorf("工作表“%s”的 %s 引用的文字不存在，文件已经损坏；请用 Excel 或 WPS 打开后重新保存", g.name, at))
			return ""
		}
		return g.strings[n]
	case kind == "str":
		return unescape(value)
	case kind == "b":
		return map[string]string{"1": "TRUE", "0": "FALSE"}[value] + "(" + at + ")"
	case kind == "d":
		return value
	case kind == "" || kind == "n":
		if n, ok := index(style, len(g.dates)); ok && g.dates[n] {
			if date, ok := g.date(value); ok {
				return date
			}
		}
		text, ok := number(value)
		if !ok {
			x.Fail(fmt.Errorf("工作表“%s”的 %s 写的不是数（%s），文件已经损坏；请用 Excel 或 WPS 打开后重新保存", g.name, at, clip(value)))
		}
		g.look(at, style, value, text)
		return text
	}
	x.Fail(fmt.Errorf("工作表“%s”的 %s 是不认得的一种格（%s）；请用 Excel 或 WPS 打开后重新保存", g.name, at, clip(kind)))
	return ""
}

func (g *grid) fault(at, what string) manuscript.Note {
	return manuscript.Note{Code: problem.CodeImportNumber, Place: "工作表“" + g.name + "”" + at, Message: at + what + "，不能读",
		Fix: "用 Excel 或 WPS 打开，改好这一格，保存后再读"}
}

// number is a stored number as people write it. These files keep binary numbers
// of 15 digits, written with 17: 72701.257799999998 is 72701.2578.
func number(value string) (string, bool) {
	if strings.IndexFunc(value, func(r rune) bool { return !strings.ContainsRune("+-.0123456789eE", r) }) >= 0 {
		return "", false
	}
	f, err := strconv.ParseFloat(value, 64)
	if err != nil {
		return "", false
	}
	if rounded, err := strconv.ParseFloat(strconv.FormatFloat(f, 'e', 14, 64), 64); err == nil {
		f = rounded
	}
	text := strconv.FormatFloat(f, 'f', -1, 64)
	if len(text) > 30 {
		return value, true
	}
	if text == "-0" {
		text = "0"
	}
	return text, true
}

// date is a day as documents write it, from the number of days that is stored.
func (g *grid) date(value string) (string, bool) {
	days, err := strconv.ParseFloat(value, 64)
	if err != nil || days < 61 || days > 100_000 { // before March 1900 Excel counts wrongly
		return "", false
	}
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if g.base == 1 {
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	day := first.AddDate(0, 0, int(days))
	return fmt.Sprintf("%d年%d月%d日", day.Year(), int(day.Month()), day.Day()), true
}

// typedDate is a text that is a day typed as text, 2026.1.18, as documents write it: a
// lone cell of digits would be taken for a table.
func typedDate(text string) (string, bool) {
	text = strings.TrimSpace(text)
	if len(text) > len("2026-01-18") {
		return "", false
	}
	for _, layout := range []string{"2006-1-2", "2006.1.2", "2006/1/2"} {
		if day, err := time.Parse(layout, text); err == nil {
			return fmt.Sprintf("%d年%d月%d日", day.Year(), int(day.Month()), day.Day()), true
		}
	}
	return "", false
}

func (g *grid) merge(x *ooxml.Scanner) {
	from, to, ok := strings.Cut(x.Attribute("ref"), ":")
	if !ok {
		return
	}
	r1, c1, ok1 := position(from)
	r2, c2, ok2 := position(to)
	if !ok1 || !ok2 || r2 < r1 || c2 < c1 {
		x.Fail(fmt.Errorf("工作表“%s”的合并区域 %s 不对，文件已经损坏；请用 Excel 或 WPS 打开后重新保存", g.name, clip(x.Attribute("ref"))))
		return
	}
	if len(g.merges) == maxCells {
		x.Fail(ooxml.ErrTooMany)
	}
	g.merges = append(g.merges, area{r1, c1, r2, c2})
	g.merged[r1] = append(g.merged[r1], area{r1, c1, r2, c2})
}

// position reads a cell's name: C5 is row 4, column 2.
func position(name string) (row, column int, ok bool) {
	i := 0
	for ; i < len(name) && i < 4 && 'A' <= name[i] && name[i] <= 'Z'; i++ {
		column = column*26 + int(name[i]-'A') + 1
	}
	n, err := strconv.Atoi(name[i:])
	if i == 0 || i == 4 || err != nil || n < 1 || n > maxRows {
		return 0, 0, false
	}
	return n - 1, column - 1, true
}

// cellName is the other way round.
func cellName(row, column int) string {
	name := ""
	for column++; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name + strconv.Itoa(row+1)
}

func clip(s string) string {
	if r := []rune(s); len(r) > 20 {
		return string(r[:20]) + "…"
	}
	return s
}
