package sheet

// A List is a sheet of one head and a row an entry.
type List struct {
	Name    string
	Title   string
	Note    string // below the title; "": none
	Columns []Column
	Rows    [][]Cell
}

// A Column of a list.
type Column struct {
	Head  string
	Width float64
	Typed bool // people write in it; what they wrote is theirs
	Text  bool // sentences, from the left
}

// TitleRows are the rows above the head.
func (l List) TitleRows() int {
	if l.Note != "" {
		return 2
	}
	return 1
}

// Sheet lays the list out.
func (l List) Sheet() Sheet {
	s := Sheet{Name: l.Name, Head: l.TitleRows() + 1, Filter: true}
	last := len(l.Columns) - 1
	top := func(text string, style Style) {
		at := len(s.Rows)
		s.Rows = append(s.Rows, Row{[]Cell{{Text: text, Style: style}}})
		s.Merges = append(s.Merges, Area{at, 0, at, last})
	}
	top(l.Title, Style{Kind: Title, Wide: true})
	if l.Note != "" {
		top(l.Note, Style{Kind: Note, Wide: true, Left: true})
	}
	var head []Cell
	for _, c := range l.Columns {
		s.Widths = append(s.Widths, c.Width)
		style := Style{Kind: Head}
		if c.Typed {
			style.Tone = Yellow
		}
		head = append(head, Cell{Text: c.Head, Style: style})
	}
	s.Rows = append(s.Rows, Row{head})
	for _, row := range l.Rows {
		cells := make([]Cell, len(row))
		for i, c := range row {
			c.Style.Left = l.Columns[i].Text
			cells[i] = c
		}
		s.Rows = append(s.Rows, Row{cells})
	}
	return s
}
