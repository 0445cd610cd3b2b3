package reading

import (
	"nianbao/templates"
)

// An element is one label on the way to a row or column, from the outermost in.
type element struct {
	label
	inherited bool // the cell is blank, and the label is that of the row above it
}

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

// margin is how much better the best line must be than the next.
const margin = 100

// find is the line that a path of labels stands for, and how well. Where several
// are as good, there is none (-1) and they are the rivals.
func (m *matcher) find(path []element, l *lines) (best, likeness int, rivals []int) {
	best = -1
	second := 0
	var scores []int
	for i := range l.all {
		score := m.likeLine(path, &l.all[i], l.known)
		scores = append(scores, score)
		if score > likeness {
			best, second, likeness = i, likeness, score
		} else {
			second = max(second, score)
		}
	}
	if likeness == 0 {
		return -1, 0, nil
	}
	if second == likeness || likeness < same && likeness-second < margin {
		for i, score := range scores {
			if score > 0 && likeness-score < margin {
				rivals = append(rivals, i)
			}
		}
		return -1, likeness, rivals
	}
	return best, likeness, nil
}

// mostMerged is how many cells one label of the form may be spread over: 商业 |
// 企业 in two rows, 1. | 属于国家秘密 in two columns.
const mostMerged = 3

// likeLine compares a path of the file with one of the form. The innermost
// labels must be alike; those further out must not contradict.
func (m *matcher) likeLine(file []element, l *line, known map[string]bool) int {
	best, form := 0, l.path
	for n := 1; n <= min(mostMerged, len(file)); n++ {
		inner, outer := merge(file[len(file)-n:]), file[:len(file)-n]
		for from := len(form) - 1; from >= 0; from-- {
			// A label of the file may also hold several of the form: （三）不予公开1.属于国家秘密.
			likeness := m.like(inner, l.ends[from])
			if from < len(form)-1 && likeness < same {
				likeness = 0
			}
			if likeness == 0 {
				continue
			}
			best = max(best, likeness-m.contradiction(outer, form[:from], known))
		}
	}
	if best < near-margin {
		return 0
	}
	return best
}

// unknown is what a label further out costs that is none of the form's. Three
// of them in front of a name are a row of heads.
const unknown = 120

// contradiction is what the outer labels take from a likeness.
func (m *matcher) contradiction(file []element, form []label, known map[string]bool) int {
	level, taken := len(form)-1, 0
	for i := len(file) - 1; i >= 0; i-- {
		at := level
		for at >= 0 && m.like(file[i].label, form[at]) < near {
			at--
		}
		switch {
		case at >= 0:
			level = at - 1
		case file[i].inherited:
			taken += 10
		case known[file[i].String()]:
			return same // it stands below another label of the form
		default:
			taken += unknown
		}
	}
	return taken
}

// merge is one label of several cells.
func merge(path []element) label {
	if len(path) == 1 {
		return path[0].label
	}
	var words []rune
	for _, e := range path {
		words = append(words, e.words...)
	}
	return newLabel(path[0].numeral, words)
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

// group reports whether a path ends in a label that names several lines.
func (m *matcher) group(path []element, l *lines) bool {
	if len(path) == 0 {
		return false
	}
	last := path[len(path)-1].label
	if l.groups[last.String()] {
		return true
	}
	for i := range l.all {
		for _, outer := range l.all[i].path[:len(l.all[i].path)-1] {
			if m.like(last, outer) >= part {
				return true
			}
		}
	}
	return false
}

// exact reports whether the words are the form's, not only like them.
func exact(likeness int) bool { return likeness > same-margin/2 }
