package reading

import (
	"sync"

	"nianbao/manuscript"
	"nianbao/problem"
	"nianbao/reading/naming"
	"nianbao/reading/tabular"
	"nianbao/templates"
)

// A supposition is what a file's tables say if the file follows one edition.
type supposition struct {
	noted
	form    *templates.Template
	matcher *naming.Matcher
	rows    *naming.Lines
	columns map[partKey]*naming.Lines
	values  map[string][]value      // by path: every cell that stands for the number
	last    map[int]*headBand       // by section: the head of the table before
	used    map[int][]*tabular.Grid // by section: the tables that it was read from
	extras  []*extra                // columns that the form does not have
	other   []*tabular.Grid         // tables that are none of the form's
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
	grid  *tabular.Grid
	row   int
	cells []*manuscript.Cell // of one row; more than one where the file did not merge them
	exact bool               // row and column have the form's very names
	wide  bool               // the cell also lies under another column
}

// text is what the cells say; several: not the same in all that say something.
func (v value) text() (said string, again, several bool) {
	for _, c := range v.cells {
		switch t := tabular.Text(c); {
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
		if tabular.Text(c) != "" {
			return c
		}
	}
	return v.cells[0]
}

func (v value) place() string { return v.grid.PlaceOf(v.row, v.cell()) }

func suppose(form *templates.Template, m *naming.Matcher) *supposition {
	m.TakeAlso(form.Also)
	names := namesOf(form)
	return &supposition{
		form: form, matcher: m, rows: names.rows, columns: names.columns, values: map[string][]value{}, last: map[int]*headBand{},
		used: map[int][]*tabular.Grid{}, equals: map[string]string{}, order: map[partKey][]placedRow{},
	}
}

// formNames are the labels of a form, taken apart; nobody changes them.
type formNames struct {
	rows    *naming.Lines
	columns map[partKey]*naming.Lines
}

// namesKnown holds the formNames of each form that files were read by.
var namesKnown sync.Map

func namesOf(form *templates.Template) *formNames {
	if known, ok := namesKnown.Load(form); ok {
		return known.(*formNames)
	}
	names := &formNames{naming.RowsOf(form), map[partKey]*naming.Lines{}}
	for i, section := range form.Sections {
		if section.Table == nil {
			continue
		}
		for j, part := range section.Table.Parts {
			names.columns[partKey{i, j}] = naming.ColumnsOf(i, j, part.Columns)
		}
	}
	namesKnown.Store(form, names)
	return names
}

// path of a number.
func (s *supposition) path(key partKey, row, column int) string {
	section := s.form.Sections[key.section]
	part := section.Table.Parts[key.part]
	return templates.Path(section, part.Rows[row], part.Columns[column])
}

func (s *supposition) part(key partKey) templates.Part {
	return s.form.Sections[key.section].Table.Parts[key.part]
}

func (s *supposition) tableName(section int) string { return s.form.Sections[section].Table.Name }

// score tells how well the tables fit the edition: numbers found, less those
// missing from the tables that there are, less those without a place.
func (s *supposition) score() int {
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

func (s *supposition) problem(severity problem.Severity, code, path, place, message, fix string) {
	s.add(problem.Problem{Severity: severity, Code: code, Path: path, Place: place, Message: message, Fix: fix})
}

// use remembers that a row was read by a head.
func (s *supposition) use(b *headBand, key partKey, row int) {
	for _, u := range s.bands {
		if u.band == b && u.key == key {
			u.rows = append(u.rows, row)
			return
		}
	}
	s.bands = append(s.bands, &bandUse{b, key, []int{row}})
}

// A tableReader reads one table by one edition: it parts the rows into heads
// and numbers, and hands each row of numbers on to be placed.
type tableReader struct {
	*supposition
	grid   *tabular.Grid
	rows   []gridRow
	head   *headBand    // that of the rows being read; nil: none yet in this table
	here   map[int]bool // sections of which the table has numbers
	found  noted        // problems, reported if the table is one of the form's
	lost   int
	extras map[*headBand]map[int]*extra
	missed []missedRows

	lastRows [2]int    // that headIn was asked for
	lastBand *headBand // its answer
}

// A bandUse is a head that rows of a part were read by.
type bandUse struct {
	band *headBand
	key  partKey
	rows []int // of the part
}

// An extra is a column of the file that the form does not have. One column may
// stand beside rows of several parts.
type extra struct {
	band    *headBand
	head    int
	grid    *tabular.Grid
	entries []extraEntry
}

type extraEntry struct {
	key   partKey // the part of the row
	index int     // of the row in the part
	cell  *manuscript.Cell
}

// formLike: at least three rows have the form's very names.
func (t *tableReader) formLike() bool {
	n := 0
	for _, r := range t.rows {
		if r.kind == leafRow && naming.Exact(r.likeness) {
			n++
		}
	}
	return n >= 3
}

// rowLabel is what the file calls a row.
func (t *tableReader) rowLabel(r gridRow, cells []*manuscript.Cell) string {
	for i := min(r.labels, len(cells)) - 1; i >= 0; i-- {
		if said := tabular.Text(cells[i]); said != "" {
			return said
		}
	}
	return ""
}

// rowName is what the form calls a row.
func (s *supposition) rowName(l naming.Line) string {
	labels := s.form.Sections[l.Section].Table.Parts[l.Part].Rows[l.Index].Label
	if len(labels) == 0 {
		return ""
	}
	return labels[len(labels)-1]
}

// missedRows are rows one below the other that were left out for one reason.
type missedRows struct {
	from, to int
	numbers  int
	why, fix string
	severity problem.Severity
}
