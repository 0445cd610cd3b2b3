package reading

import "nianbao/problem"

// tellHabits says, once for each table, which spellings were read as what.
func (s *sheet) tellHabits(habits map[string]map[habit][]string) {
	say := []struct {
		habit habit
		code  string
		text  string
	}{
		{dash, codeDash, "写的是“-”，按空着读；没有发生的应写 0"},
		{slashed, codeSpelling, "写的斜线不是“/”，按“/”读"},
		{fullWidth, codeSpelling, "写的是全角数字，按半角读"},
		{thousands, codeSpelling, "数里有千分位的逗号，读时去掉了"},
		{unitTold, codeSpelling, "数后面写着和列名相同的单位，读时去掉了"},
		{counted, codeSpelling, "数后面写着“件”之类的量词，读时去掉了"},
		{decimals, codeSpelling, "件数写了小数点和 0，读时去掉了"},
		{spaced, codeSpelling, "数里用空格分了千位，读时去掉了；一格里写了两个数的，请分开"},
		{none, codeDash, "写的是“无”，按空着读；没有发生的应写 0"},
		{repeated, codeSpelling, "一个数在并排的几格里各写了一遍，按一个读"},
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
func (s *sheet) tellEquals() {
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
			s.problem(problem.Notice, codeTwice, section.Key, section.Table.Name, count(n)+" 格在文件里有两处，数相同（如"+where+"）", "")
		}
	}
}
