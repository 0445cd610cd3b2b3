package reading

import (
	"nianbao/manuscript"
	"nianbao/problem"
	"nianbao/templates"
)

// A sheet is what a file's tables say if the file follows one edition.
type sheet struct {
	finding
	form    *templates.Template
	matcher *matcher
	rows    *lines
	columns map[partKey]*lines
	values  map[string][]value      // by path: every cell that stands for the number
	last    map[int]*headBand       // by section: the head of the table before
	used    map[int][]*grid         // by section: the tables that it was read from
	extras  []*extra                // columns that the form does not have
	other   []*grid                 // tables that are none of the form's
	lost    int                     // numbers that could not be placed
	equals  map[string]string       // by path: two places that say the same
	bands   []*bandUse              // the heads that numbers were read by
	order   map[partKey][]placedRow // rows in the order of the file
}

type placedRow struct {
	index int
	place string
}

// A value is a cell that stands for a number of the form.
type value struct {
	grid  *grid
	row   int
	cells []*manuscript.Cell // of one row; more than one where the file did not merge them
	exact bool               // row and column have the form's very names
	wide  bool               // the cell also lies under another column
}

// text is what the cells say; several: not the same in all that say something.
func (v value) text() (said string, again, several bool) {
	for _, c := range v.cells {
		switch t := text(c); {
		case t == "":
		case said == "":
			said = t
		case t == said:
			again = true
		default:
			several = true
		}
	}
	return said, again, several
}

// cell is the one that says something, or the first.
func (v value) cell() *manuscript.Cell {
	for _, c := range v.cells {
		if text(c) != "" {
			return c
		}
	}
	return v.cells[0]
}

func (v value) place() string { return v.grid.place(v.row, v.cell()) }

func newSheet(form *templates.Template, m *matcher) *sheet {
	m.also = map[pair]bool{}
	for label, words := range form.Also {
		name, _ := parseLabel(label)
		for _, word := range words {
			other, _ := parseLabel(word)
			m.also[pair{other.String(), name.String()}] = true
		}
	}
	s := &sheet{
		form: form, matcher: m, rows: rowsOf(form), values: map[string][]value{}, last: map[int]*headBand{},
		columns: map[partKey]*lines{}, used: map[int][]*grid{}, equals: map[string]string{}, order: map[partKey][]placedRow{},
	}
	for i, section := range form.Sections {
		if section.Table == nil {
			continue
		}
		for j, part := range section.Table.Parts {
			s.columns[partKey{i, j}] = columnsOf(i, j, part.Columns)
		}
	}
	return s
}

// read reads one table.
func (s *sheet) read(g *grid) {
	t := tableReader{sheet: s, grid: g, rows: make([]gridRow, g.Rows), here: map[int]bool{}}
	reader := rowReader{m: s.matcher, rows: s.rows, above: map[int]element{}}
	for row := range t.rows {
		t.rows[row] = reader.read(row, g.row(row))
	}
	t.strict()
	t.blocks()
	for section := range s.form.Sections {
		if t.here[section] {
			s.used[section] = append(s.used[section], g)
		}
	}
	if len(t.here) == 0 && !t.formLike() {
		s.other = append(s.other, g)
		return
	}
	s.problems = append(s.problems, t.found.problems...)
	s.lost += t.lost
	for path := range t.found.doubtful {
		s.doubt(path)
	}
}

// path of a number.
func (s *sheet) path(key partKey, row, column int) string {
	section := s.form.Sections[key.section]
	part := section.Table.Parts[key.part]
	return templates.Path(section, part.Rows[row], part.Columns[column])
}

func (s *sheet) part(key partKey) templates.Part {
	return s.form.Sections[key.section].Table.Parts[key.part]
}

func (s *sheet) tableName(section int) string { return s.form.Sections[section].Table.Name }

// score tells how well the tables fit the edition: numbers found, less those
// missing from the tables that there are, less those without a place.
func (s *sheet) score() int {
	score := -s.lost
	for i, section := range s.form.Sections {
		if section.Table == nil || len(s.used[i]) == 0 {
			continue
		}
		for j, part := range section.Table.Parts {
			for row := range part.Rows {
				for column := range part.Columns {
					if len(s.values[s.path(partKey{i, j}, row, column)]) > 0 {
						score++
					} else {
						score--
					}
				}
			}
		}
	}
	return score
}

func (s *sheet) problem(severity problem.Severity, code, path, place, message, fix string) {
	s.add(problem.Problem{Severity: severity, Code: code, Path: path, Place: place, Message: message, Fix: fix})
}

// use remembers that a row was read by a head.
func (s *sheet) use(b *headBand, key partKey, row int) {
	for _, u := range s.bands {
		if u.band == b && u.key == key {
			u.rows = append(u.rows, row)
			return
		}
	}
	s.bands = append(s.bands, &bandUse{b, key, []int{row}})
}
