package reading

import (
	"strings"

	"nianbao/problem"
	"nianbao/templates"
)

// tellMissing names tables, rows and columns of the form that the file lacks.
func (s *supposition) tellMissing() {
	for i, section := range s.form.Sections {
		if section.Table == nil {
			continue
		}
		if len(s.used[i]) == 0 {
			s.problem(problem.Error, problem.CodeImportTable, section.Key, section.Heading,
				"没有找到"+section.Table.Name, "核对文件里有没有这张表，表里的行名和列名是不是和格式一样")
			continue
		}
		for j, part := range section.Table.Parts {
			s.missingLines(partKey{i, j}, part)
		}
	}
}

func (s *supposition) missingLines(key partKey, part templates.Part) {
	var rows, columns, cells []string
	columnSeen, rowSeen := make([]bool, len(part.Columns)), make([]bool, len(part.Rows))
	for row := range part.Rows {
		for column := range part.Columns {
			if path := s.path(key, row, column); len(s.values[path]) > 0 || s.doubtful[path] {
				rowSeen[row], columnSeen[column] = true, true
			}
		}
	}
	anyRow := false
	for row, seen := range rowSeen {
		anyRow = anyRow || seen
		if !seen {
			rows = append(rows, "“"+strings.Join(part.Rows[row].Label, " · ")+"”")
		}
	}
	for column, seen := range columnSeen {
		if !seen && anyRow {
			columns = append(columns, "“"+strings.Join(part.Columns[column].Label, " · ")+"”")
		}
	}
	for row := range part.Rows {
		for column := range part.Columns {
			path := s.path(key, row, column)
			if rowSeen[row] && columnSeen[column] && len(s.values[path]) == 0 && !s.doubtful[path] {
				cells = append(cells, s.form.Place(path))
			}
		}
	}
	section := s.form.Sections[key.section]
	tell := func(names []string, what string) {
		if len(names) > 0 {
			s.problem(problem.Warning, problem.CodeImportMissing, section.Key, section.Table.Name,
				"文件里没有找到"+what+list(names, 5), "核对文件；是漏了的，补上")
		}
	}
	tell(rows, "这些行：")
	tell(columns, "这些列：")
	tell(cells, "这些格：")
}
