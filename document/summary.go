package document

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/templates"
)

// summary says for people who hear a table what its rows and columns are, in the
// words of the form.
func summary(form *templates.Table) string {
	var parts []string
	for _, part := range form.Parts {
		var rows, columns []string
		for _, row := range part.Rows {
			if len(row.Label) > 0 && !slices.Contains(rows, row.Label[0]) {
				rows = append(rows, row.Label[0])
			}
		}
		for _, column := range part.Columns {
			// A group is said with what it holds, one level down.
			name := column.Label[0]
			if len(column.Label) > 1 {
				name += "（" + column.Label[1] + "）"
			}
			if !slices.Contains(columns, name) {
				columns = append(columns, name)
			}
		}
		said := "各列是" + joinGroups(columns)
		if len(rows) > 0 {
			said = "各行是" + strings.Join(rows, "、") + "；" + said
		}
		if part.Caption != "" {
			said = part.Caption + "：" + said
		}
		parts = append(parts, said)
	}
	return form.Name + "。" + strings.Join(parts, "。") + "。"
}

// joinGroups turns 甲（一）, 甲（二）, 乙 into 甲（一、二）、乙.
func joinGroups(names []string) string {
	var out []string
	for _, name := range names {
		last := len(out) - 1
		group, inner, grouped := strings.Cut(name, "（")
		if grouped && last >= 0 && strings.HasPrefix(out[last], group+"（") {
			out[last] = strings.TrimSuffix(out[last], "）") + "、" + inner
			continue
		}
		out = append(out, name)
	}
	return strings.Join(out, "、")
}

// mostBlanks is how many cells are named where some are not filled in.
const mostBlanks = 12

// blanks says which cells of a draft are not filled in: in Word the grey of an empty
// cell says nothing to who hears it.
func blanks(t Table) string {
	var places []string
	count := 0
	for _, row := range t.Rows {
		for _, cell := range row {
			if cell.Kind != Blank {
				continue
			}
			if count++; count <= mostBlanks {
				places = append(places, strings.TrimPrefix(cell.Place, t.Name+" · "))
			}
		}
	}
	switch {
	case count == 0:
		return ""
	case count > mostBlanks:
		places = append(places, "……")
	}
	return fmt.Sprintf("未填的有%d格：%s。", count, strings.Join(places, "；"))
}
