package reading

import (
	"nianbao/manuscript"
	"nianbao/problem"
	"nianbao/reading/naming"
	"nianbao/reading/tabular"
)

// strict lets a row of the form's very name stand, where another row of the
// table has a name like it: that one is another row.
func (t *tableReader) strict() {
	named := map[int]bool{}
	for _, r := range t.rows {
		if r.kind == leafRow && naming.Exact(r.likeness) {
			named[r.line] = true
		}
	}
	for i, r := range t.rows {
		if r.kind == leafRow && !naming.Exact(r.likeness) && named[r.line] {
			t.rows[i].kind = otherRow
		}
	}
}

// blocks walks down the table.
func (t *tableReader) blocks() {
	from := 0 // of the rows since the last number
	open := false
	for row, r := range t.rows {
		cells := t.grid.Row(row)
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
			if !t.subtotalRow(row, cells) {
				t.stranger(row, cells)
			}
			from = row + 1
		}
	}
	t.newHead(from, len(t.rows))
	t.tellMissed()
	t.columnsLeftOut()
}

// newHead takes the rows from..to as a head, if one of their columns is the
// form's; else they are remarks.
func (t *tableReader) newHead(from, to int) {
	if b := t.headIn(from, to); b != nil {
		t.head = b
	} else {
		t.remark(from, to)
	}
}

// headIn is the head in the rows from..to; nil if none of its columns is the form's.
func (t *tableReader) headIn(from, to int) *headBand {
	from = max(from, to-2*mostHeadRows)
	for from < to && hasNumbers(t.grid.Row(from)) && !counting(t.grid.Row(from)) {
		from++
	}
	for to > from && (!says(t.grid.Row(to-1), to-1) || counting(t.grid.Row(to-1))) {
		to--
	}
	if from >= to {
		return nil
	}
	if rows := [2]int{from, to}; t.lastRows != rows { // asked for twice, of a row without a name
		t.lastRows, t.lastBand = rows, t.bandIn(from, to)
	}
	return t.lastBand
}

// bandIn are the rows from..to as heads; nil if no column of them is the form's.
func (t *tableReader) bandIn(from, to int) *headBand {
	b := band(t.grid, from, to)
	for i, section := range t.form.Sections {
		if section.Table == nil {
			continue
		}
		for j := range section.Table.Parts {
			if b.any(t.supposition, partKey{i, j}) {
				return b
			}
		}
	}
	return nil
}

// unnamed is the part without row labels whose head the rows from..row are.
func (t *tableReader) unnamed(from, row int) (partKey, bool) {
	if from >= row {
		return partKey{}, false
	}
	b := t.headIn(from, row)
	key, ok := t.unnamedPart(b)
	if ok {
		t.head = b
	}
	return key, ok
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
			for _, c := range b.columns(t.supposition, key) {
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
			names = append(names, t.rowName(t.supposition.rows.All[i]))
		}
		t.unplaced(row, cells, "行名"+quote(t.rowLabel(r, cells))+"可能是"+list(names, 4), "把行名写成和格式一样，或者导入以后填这一行")
		return
	}
	l := t.supposition.rows.All[r.line]
	t.place(partKey{l.Section, l.Part}, l.Index, row, naming.Exact(r.likeness), cells[r.labels:])
	if len(t.here) == 0 || !t.here[l.Section] {
		return
	}
	t.caption(partKey{l.Section, l.Part}, row)
	key := partKey{l.Section, l.Part}
	if r.astray {
		t.found.add(problem.Problem{Severity: problem.Warning, Code: problem.CodeImportLabel, Place: t.grid.RowPlace(row),
			Message: "上面一组的合并格伸到了“" + t.rowName(l) + "”这一行；按行名读", Fix: "核对这一行"})
	}
	t.order[key] = append(t.order[key], placedRow{l.Index, t.grid.RowPlace(row)})
	if own := cells[r.labels-1]; !naming.Exact(r.likeness) {
		if t.rowLabel(r, cells) == t.rowName(l) {
			return // beside it stands what is no label
		}
		t.found.add(problem.Problem{Severity: problem.Notice, Code: problem.CodeImportLabel, Place: t.grid.PlaceOf(row, own),
			Message: "行名" + quote(t.rowLabel(r, cells)) + "按“" + t.rowName(l) + "”读"})
	} else if label, ok := naming.Parse(tabular.Text(own)); ok {
		form := l.Path[len(l.Path)-1].Numeral
		if label.Numeral.Kind == form.Kind && label.Numeral != form {
			t.found.add(problem.Problem{Severity: problem.Notice, Code: problem.CodeImportLabel, Place: t.grid.PlaceOf(row, own),
				Message: "行名" + quote(tabular.Text(own)) + "的序号和格式不同，按文字读成“" + t.rowName(l) + "”"})
		}
	}
}

// read reads one table.
func (s *supposition) read(g *tabular.Grid) {
	t := tableReader{supposition: s, grid: g, rows: make([]gridRow, g.Rows), here: map[int]bool{}}
	reader := rowReader{m: s.matcher, rows: s.rows, above: map[int]naming.Element{}}
	for row := range t.rows {
		t.rows[row] = reader.read(row, g.Row(row))
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
	for _, a := range g.Asides {
		name := "没有列名的"
		if a.Name != "" {
			name = quote(a.Name)
		}
		t.found.add(problem.Problem{Severity: problem.Notice, Code: problem.CodeImportColumn, Place: g.Place,
			Message: name + "一列只编了行的号码，没有读"})
	}
	s.problems = append(s.problems, t.found.problems...)
	s.lost += t.lost
	for path := range t.found.doubtful {
		s.doubt(path)
	}
}
