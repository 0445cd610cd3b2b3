package reading

import (
	"strings"
	"testing"

	"nianbao/manuscript"
	"nianbao/problem"
)

// A long name that runs over lines of one paragraph is one name; of lines in
// paragraphs of their own, it is said that one was left out.
func TestLongTitles(t *testing.T) {
	for name, c := range map[string]struct {
		paragraphs     []string
		agency, warned string
	}{
		"one line":         {[]string{"甲县2022年政府信息公开工作年度报告"}, "甲县", ""},
		"two paragraphs":   {[]string{"甲县人民政府", "2022年政府信息公开工作年度报告"}, "甲县人民政府", ""},
		"three lines":      {[]string{"甲开发区管委会\n行政审批局\n2022年政府信息公开工作年度报告"}, "甲开发区管委会行政审批局", ""},
		"three paragraphs": {[]string{"甲开发区管委会", "行政审批局", "2022年政府信息公开工作年度报告"}, "行政审批局", "还有一行“甲开发区管委会”"},
		"in the last line": {[]string{"甲开发区管委会", "行政审批局2022年政府信息公开工作年度报告"}, "行政审批局", "还有一行“甲开发区管委会”"},
	} {
		t.Run(name, func(t *testing.T) {
			m := &manuscript.Manuscript{}
			for _, text := range c.paragraphs {
				m.Blocks = append(m.Blocks, manuscript.Block{Paragraph: &manuscript.Paragraph{Text: text, Centre: true}})
			}
			got := Understand(m)
			if got.Report.Agency != c.agency || got.Report.Year != 2022 {
				t.Errorf("%s %d, want %s", got.Report.Agency, got.Report.Year, c.agency)
			}
			said := ""
			for _, p := range got.Problems {
				if p.Code == problem.CodeImportTitle {
					said += p.Message
				}
			}
			if (said == "") != (c.warned == "") || !strings.Contains(said, c.warned) {
				t.Errorf("said %q, want %q", said, c.warned)
			}
		})
	}
}
