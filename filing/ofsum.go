package filing

import (
	"strings"

	"nianbao/problem"
	"nianbao/report"
)

// SumAdvice is where to mend a report that is the sum of units, for who never saw its file.
const SumAdvice = "这是各单位相加的数据：文字、落款、写明原因，用 nianbao serve 打开它，在网页里改；数由那个单位改了重报，再运行 nianbao sum"

// IsSum reports whether a report was added up from those of units.
func IsSum(r *report.Report) bool { return r != nil && len(r.Parts)+len(r.MissingUnits) > 0 }

// speakOfSum has the problems of a sum speak of what whoever added up has before them:
// the page, the units, the workbook; and of no line, key or word of the data file.
func (p *Paper) speakOfSum() {
	if !IsSum(p.Report) || p.Report.Template == nil {
		return
	}
	for i := range p.Problems {
		q := &p.Problems[i]
		if strings.HasPrefix(q.Code, "json.") {
			continue // the file itself is broken
		}
		q.Line, q.Place = 0, keyInBrackets.ReplaceAllString(q.Place, "")
		if q.Code == problem.CodeMissingUnits {
			continue
		}
		q.Fix = q.InForm()
		if _, ok := p.Report.Template.Leaf(q.Path); ok && q.Code != problem.CodePartsSum {
			q.Fix += "；是哪个单位的数，看汇总表的“各单位数据”，请它改了重报，再汇总"
		}
	}
}
