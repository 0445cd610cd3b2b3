package reading

import (
	"strconv"
	"strings"

	"nianbao/problem"
	"nianbao/reading/naming"
	"nianbao/reading/spelling"
	"nianbao/reading/tabular"
	"nianbao/reading/textline"
)

// tellHeads tells what was doubtful about the columns of the tables that were read.
func (s *supposition) tellHeads() {
	for _, use := range s.bands {
		for _, p := range use.band.wrong[use.key] {
			s.tellHead(*use, p)
		}
	}
}

func (s *supposition) tellHead(use bandUse, p headProblem) {
	h := use.band.heads[p.head]
	part := s.part(use.key)
	place := use.band.place(p.head)
	name := quote(h.name())
	var names []string
	for _, c := range p.columns {
		names = append(names, "“"+strings.Join(part.Columns[c].Label, " · ")+"”")
		if p.kind == sameName || p.kind == rivals || p.kind == otherUnit {
			for _, row := range use.rows {
				path := s.path(use.key, row, c)
				if len(s.values[path]) == 0 {
					s.doubt(path)
				}
			}
		}
	}
	section := s.form.Sections[use.key.section]
	switch p.kind {
	case sameName:
		s.problem(problem.Error, problem.CodeImportUnplaced, "", place, "不止一列叫"+name+"，看不出哪一列是"+list(names, 2)+"，都没有读进去", "把列名改成和格式一样")
	case rivals:
		s.problem(problem.Error, problem.CodeImportUnplaced, "", place, "列名"+name+"可能是"+list(names, 4)+"，没有读进去", "把列名改成和格式一样")
	case otherUnit:
		s.problem(problem.Error, problem.CodeImportUnit, "", place, "列名"+name+"的单位是"+p.detail+"，和格式里"+list(names, 1)+"的单位不同，没有读进去", "按格式的单位换算好再填")
	case noUnit:
		s.problem(problem.Warning, problem.CodeImportUnit, "", place, "列名"+name+"没有写单位，按格式的单位（"+p.detail+"）读", "核对这一列的单位")
	case byOrder:
		s.problem(problem.Warning, problem.CodeImportOrder, section.Key, place, section.Table.Name+"的列名分不清是哪一组的，按格式里的先后读", "核对这张表")
	case reworded:
		if name == names[0] {
			return // what stands above it is no label of the form
		}
		s.problem(problem.Notice, problem.CodeImportLabel, section.Key, place, "列名"+name+"按"+list(names, 1)+"读", "")
	case reordered:
		s.problem(problem.Warning, problem.CodeImportOrder, section.Key, place, section.Table.Name+"各列的先后和格式不同，按列名读", "核对这张表")
	}
}

// tellOrder remarks rows that do not stand in the form's order.
func (s *supposition) tellOrder() {
	for i, section := range s.form.Sections {
		if section.Table == nil {
			continue
		}
		for j := range section.Table.Parts {
			rows := s.order[partKey{i, j}]
			for n := 1; n < len(rows); n++ {
				if rows[n].index < rows[n-1].index {
					s.problem(problem.Notice, problem.CodeImportOrder, section.Key, rows[n].place, section.Table.Name+"各行的先后和格式不同，按行名读", "")
					break
				}
			}
		}
	}
}

// tellOthers names the tables that are none of the form's.
func (s *supposition) tellOthers() {
	for _, g := range s.other {
		severity, numbers, said := problem.Notice, 0, ""
		for _, c := range g.Cells {
			t := tabular.Text(&c)
			if said == "" {
				said = t
			}
			if naming.HasDigit(t) && spelling.Numeric(t) {
				numbers++
			}
		}
		if said == "" {
			continue
		}
		message := "不是格式里的表，没有读进去；第一格是" + quote(said)
		switch {
		case textline.Around(said) || textline.Around(said+"："):
			message = "网页上的信息表，没有读进报告；第一格是" + quote(said)
		case numbers > 0:
			severity = problem.Warning
			message = "不是格式里的表，表里的 " + strconv.Itoa(numbers) + " 个数没有读进去；第一格是" + quote(said)
		}
		s.problem(severity, problem.CodeImportOtherTable, "", g.Place, message, "")
	}
}
