package reading

import (
	"strings"

	"nianbao/manuscript"
	"nianbao/problem"
	"nianbao/report"
)

// usualLetters puts the usual letters for radicals and compatibility ideographs,
// everywhere in a manuscript, and says so.
func usualLetters(m *manuscript.Manuscript) *problem.Problem {
	n, first := 0, ""
	usual := func(said string) string {
		if strings.IndexFunc(said, isUnusual) < 0 {
			return said
		}
		return strings.Map(func(r rune) rune {
			plain, ok := report.UsualLetter(r)
			if ok {
				if n++; first == "" {
					first = "“" + string(r) + "”换成“" + string(plain) + "”"
				}
			}
			return plain
		}, said)
	}
	var table func(t *manuscript.Table, depth int)
	table = func(t *manuscript.Table, depth int) {
		for i := range t.Cells {
			t.Cells[i].Text = usual(t.Cells[i].Text)
			for _, inner := range t.Cells[i].Tables {
				if depth < deepest {
					table(inner, depth+1)
				}
			}
		}
	}
	for _, b := range m.Blocks {
		if b.Paragraph != nil {
			b.Paragraph.Text = usual(b.Paragraph.Text)
		} else if b.Table != nil {
			table(b.Table, 0)
		}
	}
	if n == 0 {
		return nil
	}
	return &problem.Problem{Severity: problem.Notice, Code: problem.CodeImportSpelling,
		Message: "文件里有 " + count(n) + " 个字是部首或者兼容字形，不是通常的汉字，已换成通常的字（如" + first + "）"}
}

func isUnusual(r rune) bool {
	_, ok := report.UsualLetter(r)
	return ok
}
