package reading

import (
	"nianbao/templates"
)

// A line is a row or a column of the form, by its labels from the outermost in.
type line struct {
	path    []label
	ends    []label // ends[i] is path[i:] as one label
	section int     // index of the template's section
	part    int     // index of the table's part
	index   int     // of the row or column in the part
}

// lines are the rows of all tables, or the columns of one part.
type lines struct {
	all    []line
	groups map[string]bool // words of the labels that name several lines
	known  map[string]bool // words of all labels
	inner  map[string]bool // words of the labels that name one line each
}

func (l *lines) add(section, part, index int, names []string) {
	line := line{section: section, part: part, index: index}
	for i, name := range names {
		label, _ := parseLabel(name)
		line.path = append(line.path, label)
		if l.known == nil {
			l.known, l.inner = map[string]bool{}, map[string]bool{}
		}
		l.known[label.String()] = true
		if i < len(names)-1 {
			if l.groups == nil {
				l.groups = map[string]bool{}
			}
			l.groups[label.String()] = true
		}
	}
	if n := len(line.path); n > 0 {
		l.inner[line.path[n-1].String()] = true
	}
	for i := range line.path {
		line.ends = append(line.ends, joined(line.path[i:]))
	}
	l.all = append(l.all, line)
}

// rowsOf are the rows of all the tables that name their rows.
func rowsOf(t *templates.Template) *lines {
	rows := &lines{}
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

func columnsOf(section, part int, columns []templates.Column) *lines {
	lines := &lines{}
	for k, column := range columns {
		lines.add(section, part, k, column.Label)
	}
	return lines
}

func joined(path []label) label {
	if len(path) == 1 {
		return path[0]
	}
	var words []rune
	for _, l := range path {
		words = append(words, l.words...)
	}
	return newLabel(path[0].numeral, words)
}
