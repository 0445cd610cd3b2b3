package reading

import (
	"strconv"

	"nianbao/manuscript"
	"nianbao/report"
)

// A tableReader reads one table by one edition: it parts the rows into heads
// and numbers, and hands each row of numbers on to be placed.
type tableReader struct {
	*sheet
	grid   *grid
	rows   []gridRow
	head   *headBand    // that of the rows being read; nil: none yet in this table
	here   map[int]bool // sections of which the table has numbers
	found  finding      // problems, to be told if the table is one of the form's
	lost   int
	extras map[*headBand]map[int]*extra
	missed []missedRows
}

// strict lets a row of the form's very name stand, where another row of the
// table has a name like it: that one is another row.
func (t *tableReader) strict() {
	named := map[int]bool{}
	for _, r := range t.rows {
		if r.kind == leafRow && exact(r.likeness) {
			named[r.line] = true
		}
	}
	for i, r := range t.rows {
		if r.kind == leafRow && !exact(r.likeness) && named[r.line] {
			t.rows[i].kind = otherRow
		}
	}
}

// blocks walks down the table.
func (t *tableReader) blocks() {
	from := 0 // of the rows since the last number
	open := false
	for row, r := range t.rows {
		cells := t.grid.row(row)
		switch r.kind {
		case leafRow, doubtfulRow:
			t.newHead(from, row)
			from = row + 1
			open = false
			t.labelled(row, r, cells)
		case groupRow:
			if hasNumbers(cells) {
				t.newHead(from, row)
				from = row + 1
				t.subtotal(row, cells)
			} else {
				from = row + 1
			}
		default:
			numbers := hasNumbers(cells)
			if !numbers && says(cells, row) {
				open = false
				continue // a head, or a remark
			}
			if key, ok := t.unnamed(from, row); ok {
				from, open = row+1, true
				t.place(key, 0, row, true, cells)
				continue
			}
			if !numbers {
				continue
			}
			if open {
				if key, ok := t.unnamedPart(t.head); ok {
					from = row + 1
					t.place(key, 0, row, true, cells)
					continue
				}
			}
			if counting(cells) {
				continue
			}
			t.stranger(row, cells)
			from = row + 1
		}
	}
	t.newHead(from, len(t.rows))
	t.tellMissed()
	t.columnsLeftOut()
}

// newHead takes the rows from..to as a head, if one of their columns is the form's.
func (t *tableReader) newHead(from, to int) {
	for from < to && hasNumbers(t.grid.row(from)) && !counting(t.grid.row(from)) {
		from++
	}
	for to > from && (!says(t.grid.row(to-1), to-1) || counting(t.grid.row(to-1))) {
		to--
	}
	if from >= to {
		return
	}
	b := band(t.grid, from, to)
	for i, section := range t.form.Sections {
		if section.Table == nil {
			continue
		}
		for j, part := range section.Table.Parts {
			if b.any(t.matcher, partKey{i, j}, part) {
				t.head = b
				return
			}
		}
	}
	t.remark(from, to)
}

// remark tells of rows that are neither head nor numbers.
func (t *tableReader) remark(from, to int) {
	for row := from; row < to; row++ {
		said := ""
		for _, c := range t.grid.row(row) {
			if c.Row == row && text(c) != "" {
				said += text(c) + " "
			}
		}
		if said != "" {
			t.found.add(report.Problem{Severity: report.Warning, Code: codeText, Place: t.grid.rowPlace(row),
				Message: "表里的这一行文字没有读进去：" + quote(said), Fix: "要保留的，移到第一部分或者第六部分"})
		}
	}
}

// unnamed is the part without row labels whose head the rows from..row are.
func (t *tableReader) unnamed(from, row int) (partKey, bool) {
	if from >= row {
		return partKey{}, false
	}
	before := t.head
	t.head = nil
	count := len(t.found.problems)
	t.newHead(from, row)
	if key, ok := t.unnamedPart(t.head); ok {
		return key, true
	}
	t.head = before
	t.found.problems = t.found.problems[:count]
	return partKey{}, false
}

// unnamedPart is the part without row labels that a head belongs to: one that
// has at least half of the part's columns.
func (t *tableReader) unnamedPart(b *headBand) (partKey, bool) {
	if b == nil {
		return partKey{}, false
	}
	for i, section := range t.form.Sections {
		if section.Table == nil {
			continue
		}
		for j, part := range section.Table.Parts {
			if len(part.Rows) != 1 || len(part.Rows[0].Label) > 0 {
				continue
			}
			key, known := partKey{i, j}, 0
			for _, c := range b.columns(t.matcher, key, part) {
				if c >= 0 {
					known++
				}
			}
			if (known+len(b.wrong[key]))*2 >= len(part.Columns) {
				return key, true
			}
		}
	}
	return partKey{}, false
}

// labelled places a row whose labels are known, or says why not.
func (t *tableReader) labelled(row int, r gridRow, cells []*manuscript.Cell) {
	if r.kind == doubtfulRow {
		var names []string
		for _, i := range r.rivals {
			names = append(names, t.rowName(t.sheet.rows.all[i]))
		}
		t.unplaced(row, cells, "行名"+quote(t.rowLabel(r, cells))+"可能是"+list(names, 4), "把行名写成和格式一样，或者在 report.json 里填上这一行")
		return
	}
	l := t.sheet.rows.all[r.line]
	t.place(partKey{l.section, l.part}, l.index, row, exact(r.likeness), cells[r.labels:])
	if len(t.here) == 0 || !t.here[l.section] {
		return
	}
	t.caption(partKey{l.section, l.part}, row)
	key := partKey{l.section, l.part}
	t.order[key] = append(t.order[key], placedRow{l.index, t.grid.rowPlace(row)})
	if own := cells[r.labels-1]; !exact(r.likeness) {
		t.found.add(report.Problem{Severity: report.Notice, Code: codeLabel, Place: t.grid.place(row, own),
			Message: "行名" + quote(t.rowLabel(r, cells)) + "按“" + t.rowName(l) + "”读"})
	} else if label, ok := parseLabel(text(own)); ok {
		form := l.path[len(l.path)-1].numeral
		if label.numeral.kind == form.kind && label.numeral != form {
			t.found.add(report.Problem{Severity: report.Notice, Code: codeLabel, Place: t.grid.place(row, own),
				Message: "行名" + quote(text(own)) + "的序号和格式不同，按文字读成“" + t.rowName(l) + "”"})
		}
	}
}

// caption remarks a row that stands under the name of another part of its table.
func (t *tableReader) caption(key partKey, row int) {
	if t.head == nil || t.head.told {
		return
	}
	for _, top := range t.head.tops {
		said, _ := parseLabel(top)
		for j, other := range t.form.Sections[key.section].Table.Parts {
			name, ok := parseLabel(other.Caption)
			if !ok || j == key.part || said.text != name.text {
				continue
			}
			t.head.told = true
			t.found.add(report.Problem{Severity: report.Warning, Code: codeLabel, Path: t.form.Sections[key.section].Key, Place: t.grid.rowPlace(row),
				Message: "这一行在“" + other.Caption + "”下面，格式里在“" + t.part(key).Caption + "”下面；按行名读", Fix: "核对这一行"})
			return
		}
	}
}

// rowLabel is what the file calls a row.
func (t *tableReader) rowLabel(r gridRow, cells []*manuscript.Cell) string {
	for i := min(r.labels, len(cells)) - 1; i >= 0; i-- {
		if said := text(cells[i]); said != "" {
			return said
		}
	}
	return ""
}

// rowName is what the form calls a row.
func (s *sheet) rowName(l line) string {
	labels := s.form.Sections[l.section].Table.Parts[l.part].Rows[l.index].Label
	if len(labels) == 0 {
		return ""
	}
	return labels[len(labels)-1]
}

// stranger tells of a row with numbers that is none of the form's.
func (t *tableReader) stranger(row int, cells []*manuscript.Cell) {
	name := ""
	for _, c := range cells {
		if said := text(c); hasHan(said) {
			name = said
		} else if said != "" && !numeralAlone(said) {
			break
		}
	}
	message := "这一行没有行名"
	if name != "" {
		message = "格式里没有" + quote(name) + "这一行"
	}
	t.unplaced(row, cells, message, "核对这一行是不是格式里的某一行；是的，把行名改成和格式一样")
}

// unplaced tells of a row whose numbers are left out. A row of nothing is harmless.
func (t *tableReader) unplaced(row int, cells []*manuscript.Cell, why, fix string) {
	n := 0
	for _, c := range cells {
		if said := text(c); c.Row == row && hasDigit(said) && !hasHan(said) {
			n++
		}
	}
	severity := report.Error
	if n == 0 {
		severity = report.Warning
	}
	t.lost += max(n, 1)
	if last := len(t.missed) - 1; last >= 0 && t.missed[last].to == row-1 && t.missed[last].why == why {
		t.missed[last].to, t.missed[last].numbers = row, t.missed[last].numbers+n
		return
	}
	t.missed = append(t.missed, missedRows{row, row, n, why, fix, severity})
}

// missedRows are rows one below the other that were left out for one reason.
type missedRows struct {
	from, to int
	numbers  int
	why, fix string
	severity report.Severity
}

func (t *tableReader) tellMissed() {
	for _, m := range t.missed {
		place, rows := t.grid.rowPlace(m.from), "这一行"
		if m.to > m.from {
			place, rows = t.grid.Place+"第 "+strconv.Itoa(m.from+1)+" 至 "+strconv.Itoa(m.to+1)+" 行", "这几行"
		}
		message := m.why + "，没有读进去"
		if m.numbers > 0 {
			message = m.why + "，" + rows + "的 " + strconv.Itoa(m.numbers) + " 个数没有读进去"
		}
		t.found.add(report.Problem{Severity: m.severity, Code: codeRow, Place: place, Message: message, Fix: m.fix})
	}
}

// subtotal tells of numbers beside the name of a group.
func (t *tableReader) subtotal(row int, cells []*manuscript.Cell) {
	t.unplaced(row, cells, quote(t.rowLabel(t.rows[row], cells))+"是几行的总名称，格式里它自己没有数", "核对这一行；下面各行的数是分开读的")
}

// hasNumbers: one of the cells holds digits, or a mark that stands for a number.
func hasNumbers(cells []*manuscript.Cell) bool {
	for _, c := range cells {
		said := text(c)
		if said == "" || hasHan(said) {
			continue
		}
		if hasDigit(said) || len([]rune(said)) <= 2 {
			return true
		}
	}
	return false
}

// says: a cell that begins in this row holds text.
func says(cells []*manuscript.Cell, row int) bool {
	for _, c := range cells {
		if c.Row == row && text(c) != "" {
			return true
		}
	}
	return false
}

// counting: the row numbers the columns, 1 2 3 …, as forms of statistics have it.
func counting(cells []*manuscript.Cell) bool {
	next, n := 1, 0
	for _, c := range cells {
		said := text(c)
		if !hasDigit(said) {
			continue
		}
		if said != strconv.Itoa(next) {
			return false
		}
		next++
		n++
	}
	return n >= 3
}
