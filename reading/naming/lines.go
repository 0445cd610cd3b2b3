package naming

import (
	"nianbao/templates"
)

// A line is a row or a column of the form, by its labels from the outermost in.
type Line struct {
	Path    []Label
	Ends    []Label // ends[i] is path[i:] as one label
	Section int     // index of the template's section
	Part    int     // index of the table's part
	Index   int     // of the row or column in the part
}

// Lines are the rows of all tables, or the columns of one part.
type Lines struct {
	All    []Line
	Groups map[string]bool // words of the labels that name several lines
	known  map[string]bool // words of all labels
	Inner  map[string]bool // words of the labels that name one line each

	ends map[string][]int // the lines that end in some words
}

func (l *Lines) add(section, part, index int, names []string) {
	line := Line{Section: section, Part: part, Index: index}
	for i, name := range names {
		label, _ := Parse(name)
		line.Path = append(line.Path, label)
		if l.known == nil {
			l.known, l.Inner = map[string]bool{}, map[string]bool{}
		}
		l.known[label.String()] = true
		if i < len(names)-1 {
			if l.Groups == nil {
				l.Groups = map[string]bool{}
			}
			l.Groups[label.String()] = true
		}
	}
	if n := len(line.Path); n > 0 {
		l.Inner[line.Path[n-1].String()] = true
	}
	if l.ends == nil {
		l.ends = map[string][]int{}
	}
	for i := range line.Path {
		end := joined(line.Path[i:])
		line.Ends = append(line.Ends, end)
		l.ends[end.Text] = append(l.ends[end.Text], len(l.All))
	}
	l.All = append(l.All, line)
}

// RowsOf are the rows of all the tables that name their rows.
func RowsOf(t *templates.Template) *Lines {
	rows := &Lines{}
	for i, section := range t.Sections {
		if section.Table == nil {
			continue
		}
		for j, part := range section.Table.Parts {
			for k, row := range part.Rows {
				if len(row.Label) > 0 {
					rows.add(i, j, k, row.Label)
				}
			}
		}
	}
	return rows
}

func ColumnsOf(section, part int, columns []templates.Column) *Lines {
	lines := &Lines{}
	for k, column := range columns {
		lines.add(section, part, k, column.Label)
	}
	return lines
}

func joined(path []Label) Label {
	if len(path) == 1 {
		return path[0]
	}
	var words []rune
	for _, l := range path {
		words = append(words, l.Words...)
	}
	return New(path[0].Numeral, words)
}
