package check

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"nianbao/check/prose"
	"nianbao/problem"
	"nianbao/report"
)

// feePattern finds what a sentence says of the processing fee.
var feePattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`信息处理费[^。；、0-9未《]{0,12}?([0-9][0-9,.]*)(万)?元`)
})

// feesAgree holds what other sections say of the processing fee against the
// section that reports it.
func feesAgree(r *report.Report) []problem.Problem {
	const key = "other_matters"
	reported, ok := feeOf(r.Prose[key].Text)
	if !ok {
		return nil
	}
	for _, other := range r.ProseKeys() {
		if other == key {
			continue
		}
		if fee, ok := feeOf(r.Prose[other].Text); ok && fee != reported {
			return []problem.Problem{r.Warn(problem.CodeFeeMismatch, other,
				"信息处理费写的是 "+fee+" 元，"+r.Place(key)+"写的是 "+reported+" 元", "对照收费台账核对，改正写错的一处").
				About(problem.Subject{Number: fee, Cell: reported})}
		}
	}
	return nil
}

// feeOf is the processing fee that a text says, in 元; 0 where it says none.
func feeOf(text string) (string, bool) {
	if !strings.Contains(text, "信息处理费") {
		return "", false
	}
	text = prose.Plain(text)
	if m := feePattern().FindStringSubmatch(text); m != nil {
		if fee, ok := prose.ValueOf(m[1] + m[2] + "元"); ok {
			return fee.String(), true
		}
	}
	for _, none := range []string{"未收取信息处理费", "未收取政府信息公开信息处理费", "没有收取信息处理费", "未收取任何信息处理费", "未产生信息处理费"} {
		if strings.Contains(text, none) {
			return "0", true
		}
	}
	return "", false
}

// feesReported is the first year whose report says what processing fees were
// collected: 国办函〔2020〕109号 has been in force since 1 January 2021.
const feesReported = 2021

// processingFee: section six says what was collected, or that none was.
func processingFee(r *report.Report) []problem.Problem {
	const key = "other_matters"
	text := r.Prose[key].Text
	if strings.TrimSpace(text) == "" || r.Doubtful(key) || strings.Contains(text, "处理费") || saysFee(text) || r.Year < feesReported {
		return nil
	}
	return []problem.Problem{r.Warn(problem.CodeIncomplete, key, "没有写信息处理费收了多少",
		"写明本年收取信息处理费的金额；没有收取的写“"+strconv.Itoa(r.Year)+"年未收取信息处理费”")}
}

// saysFee: a sentence says that something was charged or that nothing was, by
// whatever name: 全年未向申请人收费. 行政事业性收费 is another thing.
func saysFee(text string) bool {
	for _, sentence := range prose.Sentences(prose.Plain(text)) {
		for clause := range strings.SplitSeq(sentence, "；") {
			if prose.HasAny(clause, feeWords) && prose.HasAny(clause, feeSaid) && !strings.Contains(clause, "行政事业性") {
				return true
			}
		}
	}
	return false
}

var (
	feeWords = strings.Fields("收费 费用 收取 检索费 复制费 邮寄费 减免 免费提供")
	feeSaid  = strings.Fields("未 无 没有 零 不 免 0元 0件 0次 0笔 为0 计0 是0 元")
)
