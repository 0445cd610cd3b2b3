package reading

import (
	"nianbao/manuscript"
	"nianbao/problem"
	"nianbao/reading/spelling"
	"nianbao/reading/tabular"
	"nianbao/templates"
)

// A settled supposition: one text for each number, and where it stands in the file.
type settled struct {
	numbers map[string]string
	places  map[string]string
}

// settle makes one number of the cells that stand for it. In doubt it is left blank.
func (s *supposition) settle() settled {
	out := settled{map[string]string{}, map[string]string{}}
	habits := map[string]map[spelling.Habit][]string{}
	merged := s.merged()
	for i, section := range s.form.Sections {
		if section.Table == nil {
			continue
		}
		for j, part := range section.Table.Parts {
			for row := range part.Rows {
				for column, c := range part.Columns {
					path := s.path(partKey{i, j}, row, column)
					values := s.values[path]
					if len(values) == 0 {
						continue
					}
					out.places[path] = values[0].place()
					if merged[path] {
						continue
					}
					said, h, at := s.one(path, c, values)
					if at >= 0 {
						out.places[path] = values[at].place()
					}
					if said != "" {
						out.numbers[path] = said
					}
					if h != spelling.Plain && at >= 0 {
						if habits[section.Table.Name] == nil {
							habits[section.Table.Name] = map[spelling.Habit][]string{}
						}
						habits[section.Table.Name][h] = append(habits[section.Table.Name][h], out.places[path])
					}
				}
			}
		}
	}
	s.tellHabits(habits)
	s.tellEquals()
	return out
}

// one is the number that all the cells for it say; at is the value that says it.
func (s *supposition) one(path string, column templates.Column, values []value) (said string, h spelling.Habit, at int) {
	unit := spelling.UnitOf(column.Label[len(column.Label)-1])
	at = -1
	place := s.form.Place(path)
	for i, v := range values {
		raw, again, several := v.text()
		if several {
			s.problem(problem.Error, problem.CodeImportTwice, path, v.place(), place+"这一格拆成了几格，不止一格有数，没有读进去", "合并这几格，只留对的数")
			return "", spelling.Plain, -1
		}
		spelled := spelling.Read(column.Kind, unit, raw)
		if again && spelled.Habit == spelling.Plain {
			spelled.Habit = spelling.Repeated
		}
		if spelled.Doubt != "" {
			s.problem(problem.Error, problem.CodeImportNumber, path, v.place(), place+"写的是"+quote(raw)+"，"+spelled.Doubt+"，没有读进去", "这一格只写一个数，不带单位和说明；没有发生的写 0")
			return "", spelling.Plain, -1
		}
		if v.wide && spelled.Text != "" {
			s.problem(problem.Error, problem.CodeImportMerged, path, v.place(), quote(raw)+"这一格跨了几列，看不出是哪一列的，没有读进去", "拆开这一格，各列写各列的数")
			return "", spelling.Plain, -1
		}
		if spelled.Remark != "" {
			s.problem(problem.Warning, problem.CodeImportNumber, path, v.place(), place+"写的是"+quote(raw)+"，读成 "+spelled.Text, "核对这一格；说明移到文字里")
		}
		switch {
		case at < 0 || said == "" && spelled.Text != "":
			if at >= 0 && spelled.Text != "" {
				s.again(path, values[at], v, problem.Warning, "一处空着，一处写着"+quote(raw)+"；读的是有数的一处")
			}
			said, h, at = spelled.Text, spelled.Habit, i
		case spelled.Text == "" && said == "": // a blank form's copy says no more
		case spelled.Text == "":
			s.again(path, values[at], v, problem.Warning, "一处写着“"+said+"”，一处空着；读的是有数的一处")
		case spelled.Text != said:
			s.again(path, values[at], v, problem.Error, "一处写着“"+said+"”，一处写着“"+spelled.Text+"”，没有读进去")
			return "", spelling.Plain, -1
		default:
			s.equals[path] = values[at].place() + "和" + v.place()
		}
	}
	return said, h, at
}

func (s *supposition) again(path string, a, b value, severity problem.Severity, what string) {
	s.problem(severity, problem.CodeImportTwice, path, b.place(), s.form.Place(path)+"在"+a.place()+"已经有了："+what, "留下对的一处")
}

// merged finds cells that stand for several numbers, and reports those that
// say one: whose it is cannot be seen.
func (s *supposition) merged() map[string]bool {
	paths := map[*manuscript.Cell][]string{}
	grids := map[*manuscript.Cell]value{}
	var order []*manuscript.Cell
	for _, leaf := range s.form.Leaves() {
		for _, v := range s.values[leaf.Path] {
			for _, c := range v.cells {
				if tabular.Text(c) == "" {
					continue
				}
				if len(paths[c]) == 0 {
					order = append(order, c)
					grids[c] = v
				}
				if n := len(paths[c]); n == 0 || paths[c][n-1] != leaf.Path {
					paths[c] = append(paths[c], leaf.Path)
				}
			}
		}
	}
	out := map[string]bool{}
	for _, c := range order {
		if len(paths[c]) < 2 {
			continue
		}
		var names []string
		for _, path := range paths[c] {
			out[path] = true
			s.doubt(path)
			names = append(names, s.form.Place(path))
		}
		s.problem(problem.Error, problem.CodeImportMerged, paths[c][0], grids[c].grid.PlaceOf(grids[c].row, c),
			quote(tabular.Text(c))+"这一格合并了"+list(names, 3)+"，看不出是谁的数，没有读进去", "拆开这一格，各写各的数")
	}
	return out
}

// tellHabits says, once for each table, which spellings were read as what.
func (s *supposition) tellHabits(habits map[string]map[spelling.Habit][]string) {
	say := []struct {
		habit spelling.Habit
		code  string
		text  string
	}{
		{spelling.Dash, problem.CodeImportDash, "写的是“-”，按空着读；没有发生的应写 0"},
		{spelling.Slashed, problem.CodeImportSpelling, "写的斜线不是“/”，按“/”读"},
		{spelling.FullWidth, problem.CodeImportSpelling, "写的是全角数字，按半角读"},
		{spelling.Thousands, problem.CodeImportSpelling, "数里有千分位的逗号，读时去掉了"},
		{spelling.UnitTold, problem.CodeImportSpelling, "数后面写着和列名相同的单位，读时去掉了"},
		{spelling.Counted, problem.CodeImportSpelling, "数后面写着“件”之类的量词，读时去掉了"},
		{spelling.Decimals, problem.CodeImportSpelling, "件数写了小数点和 0，读时去掉了"},
		{spelling.Spaced, problem.CodeImportSpelling, "数里用空格分了千位，读时去掉了；一格里写了两个数的，请分开"},
		{spelling.None, problem.CodeImportDash, "写的是“无”，按空着读；没有发生的应写 0"},
		{spelling.Repeated, problem.CodeImportSpelling, "一个数在并排的几格里各写了一遍，按一个读"},
	}
	for _, section := range s.form.Sections {
		if section.Table == nil {
			continue
		}
		for _, one := range say {
			if places := habits[section.Table.Name][one.habit]; len(places) > 0 {
				s.problem(problem.Notice, one.code, section.Key, section.Table.Name,
					list(places, 2)+one.text, "")
			}
		}
	}
}

// tellEquals says, once for each table, that numbers stand in two places and agree.
func (s *supposition) tellEquals() {
	for _, section := range s.form.Sections {
		if section.Table == nil {
			continue
		}
		n, where := 0, ""
		for _, leaf := range s.form.Leaves() {
			if at, ok := s.equals[leaf.Path]; ok && leaf.Table == section.Table.Name {
				if n++; where == "" {
					where = at
				}
			}
		}
		if n > 0 {
			s.problem(problem.Notice, problem.CodeImportTwice, section.Key, section.Table.Name, count(n)+" 格在文件里有两处，数相同（如"+where+"）", "")
		}
	}
}
