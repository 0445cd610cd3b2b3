package reading

import (
	"strconv"

	"nianbao/manuscript"
	"nianbao/problem"
	"nianbao/reading/naming"
	"nianbao/reading/spelling"
	"nianbao/reading/tabular"
)

// unplaced reports a row whose numbers are left out, and reports whether it has
// any: a row of nothing is harmless.
func (t *tableReader) unplaced(row int, cells []*manuscript.Cell, why, fix string) bool {
	n := 0
	for _, c := range cells {
		if said := tabular.Text(c); c.Row == row && naming.HasDigit(said) && spelling.Numeric(said) {
			n++
		}
	}
	severity := problem.Error
	if n == 0 {
		severity = problem.Warning
	}
	t.lost += max(n, 1)
	if last := len(t.missed) - 1; last >= 0 && t.missed[last].to == row-1 && t.missed[last].why == why {
		t.missed[last].to, t.missed[last].numbers = row, t.missed[last].numbers+n
		if n > 0 {
			t.missed[last].severity = severity
		}
		return n > 0
	}
	t.missed = append(t.missed, missedRows{row, row, n, why, fix, severity})
	return n > 0
}

func (t *tableReader) tellMissed() {
	for _, m := range t.missed {
		place, rows := t.grid.RowPlace(m.from), "这一行"
		if m.to > m.from {
			place, rows = t.grid.Place+"第 "+strconv.Itoa(m.from+1)+" 至 "+strconv.Itoa(m.to+1)+" 行", "这几行"
		}
		message := m.why + "，没有读进去"
		if m.numbers > 0 {
			message = m.why + "，" + rows + "的 " + strconv.Itoa(m.numbers) + " 个数没有读进去"
		}
		t.found.add(problem.Problem{Severity: m.severity, Code: problem.CodeImportRow, Place: place, Message: message, Fix: m.fix})
	}
}

// stranger reports a row with numbers that is none of the form's.
func (t *tableReader) stranger(row int, cells []*manuscript.Cell) {
	name := ""
	for _, c := range cells {
		if said := tabular.Text(c); naming.HasHan(said) && !spelling.Numeric(said) {
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

// subtotal reports numbers beside the name of a group.
func (t *tableReader) subtotal(row int, cells []*manuscript.Cell) {
	t.unplaced(row, cells, quote(t.rowLabel(t.rows[row], cells))+"是几行的总名称，格式里它自己没有数", "核对这一行；下面各行的数是分开读的")
}

// remark reports rows that are neither head nor numbers.
func (t *tableReader) remark(from, to int) {
	for row := from; row < to; row++ {
		said := ""
		for _, c := range t.grid.Row(row) {
			if c.Row == row && tabular.Text(c) != "" {
				said += tabular.Text(c) + " "
			}
		}
		if said != "" {
			t.found.add(problem.Problem{Severity: problem.Warning, Code: problem.CodeImportText, Place: t.grid.RowPlace(row),
				Message: "表里的这一行文字没有读进去：" + quote(said), Fix: "要保留的，移到第一部分或者第六部分"})
		}
	}
}

// caption remarks a row that stands under the name of another part of its table.
func (t *tableReader) caption(key partKey, row int) {
	if t.head == nil || t.head.told {
		return
	}
	for _, top := range t.head.tops {
		said, _ := naming.Parse(top)
		for j, other := range t.form.Sections[key.section].Table.Parts {
			name, ok := naming.Parse(other.Caption)
			if !ok || j == key.part || said.Text != name.Text {
				continue
			}
			t.head.told = true
			t.found.add(problem.Problem{Severity: problem.Warning, Code: problem.CodeImportLabel, Path: t.form.Sections[key.section].Key, Place: t.grid.RowPlace(row),
				Message: "这一行在“" + other.Caption + "”下面，格式里在“" + t.part(key).Caption + "”下面；按行名读", Fix: "核对这一行"})
			return
		}
	}
}
