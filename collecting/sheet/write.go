package sheet

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/xuri/excelize/v2"
)

// A writer keeps the first error; what follows one does nothing.
type writer struct {
	file   *excelize.File
	styles map[Style]int
	err    error
}

func (w *writer) do(err error) {
	if w.err == nil {
		w.err = err
	}
}

// sheet writes one sheet. All that stands beside its rows comes first, for its
// rows are streamed.
func (w *writer) sheet(s Sheet) {
	w.layout(s)
	if w.err != nil {
		return
	}
	out, err := w.file.NewStreamWriter(s.Name)
	if err != nil {
		w.do(err)
		return
	}
	for i, width := range s.Widths {
		w.do(out.SetColWidth(i+1, i+1, width))
	}
	if s.Head > 0 || s.Labels > 0 {
		w.do(out.SetPanes(panes(s)))
	}
	heights := s.heights()
	for i, row := range s.Rows {
		values := make([]any, len(row.Cells))
		for j, c := range row.Cells {
			values[j] = excelize.Cell{StyleID: w.style(c.Style), Formula: c.Formula, Value: c.value()}
		}
		w.do(out.SetRow(name(i, 0), values, excelize.RowOpts{Height: heights[i]}))
	}
	for _, row := range s.Breaks {
		w.do(out.InsertPageBreak(name(row, 0)))
	}
	for _, m := range s.Merges {
		w.do(out.MergeCell(name(m.Row, m.Column), name(m.ToRow, m.ToColumn)))
	}
	w.do(out.Flush())
}

// value is what excelize writes. Spreadsheets keep binary numbers of 15 digits: the
// nearest to a decimal of so many prints as that again.
func (c Cell) value() any {
	if c.Number {
		if f, err := strconv.ParseFloat(c.Text, 64); err == nil {
			return f
		}
	}
	if c.Text == "" {
		return nil
	}
	return clean(c.Text)
}

// clean is a text without what XML cannot hold; names of files may have it.
func clean(text string) string {
	const most = 32_000 // a cell holds 32,767 characters
	text = strings.Map(func(r rune) rune {
		if r == unicode.ReplacementChar || r < ' ' && r != '\n' || r == 0x7f || r == 0xfffe || r == 0xffff {
			return '�'
		}
		return r
	}, strings.ReplaceAll(text, "\r\n", "\n"))
	if len(text) > most {
		if runes := []rune(text); len(runes) > most {
			text = string(runes[:most]) + "…"
		}
	}
	return text
}

// layout is the page: A4 across, as wide as the sheet.
func (w *writer) layout(s Sheet) {
	f, fit := w.file, !s.Wide
	a4, across, one, any := 9, "landscape", 1, 0
	// The filter comes first: it makes the sheet's properties anew.
	if s.Filter && len(s.Rows) > s.Head {
		w.do(f.AutoFilter(s.Name, name(s.Head-1, 0)+":"+name(len(s.Rows)-1, len(s.Widths)-1), nil))
	}
	w.do(f.SetSheetProps(s.Name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	page := &excelize.PageLayoutOptions{Size: &a4, Orientation: &across}
	if fit {
		page.FitToWidth, page.FitToHeight = &one, &any
	}
	w.do(f.SetPageLayout(s.Name, page))
	side, top, foot := 0.5, 0.6, 0.3
	w.do(f.SetPageMargins(s.Name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &top, Bottom: &top, Header: &foot, Footer: &foot}))
	w.do(f.SetHeaderFooter(s.Name, &excelize.HeaderFooterOptions{OddFooter: "&C第 &P 页，共 &N 页"}))
	var repeated []string
	quoted := "'" + strings.ReplaceAll(s.Name, "'", "''") + "'!"
	if s.Labels > 0 {
		last, err := excelize.ColumnNumberToName(s.Labels)
		w.do(err)
		repeated = append(repeated, quoted+"$A:$"+last)
	}
	if s.Head > 0 {
		repeated = append(repeated, quoted+"$1:$"+strconv.Itoa(s.Head))
		w.do(f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: strings.Join(repeated, ","), Scope: s.Name}))
	}
}

func panes(s Sheet) *excelize.Panes {
	pane := "bottomLeft"
	if s.Labels > 0 {
		pane = "bottomRight"
	}
	return &excelize.Panes{Freeze: true, XSplit: s.Labels, YSplit: s.Head, TopLeftCell: name(s.Head, s.Labels), ActivePane: pane}
}

// name is a cell's, from 0: B3.
func name(row, column int) string {
	letters, err := excelize.ColumnNumberToName(column + 1)
	if err != nil {
		return ""
	}
	return letters + strconv.Itoa(row+1)
}

// Name is what formulas call a cell, from 0: B3.
func Name(row, column int) string { return name(row, column) }
