package check

import (
	"testing"

	"nianbao/problem"
	"nianbao/report"
)

// What stands in 《》 and is a title itself, and half-width brackets of a 文号.
func TestInnerTitlesAndDocumentNumbers(t *testing.T) {
	for text, want := range map[string]string{
		"《关于印发<年度报告格式>的通知》":            problem.CodeInnerTitle,
		"《关于印发‹年度报告格式›的通知》":            problem.CodeInnerTitle,
		"《关于印发《年度报告格式》的通知》":            problem.CodeInnerTitle,
		"《关于印发〈年度报告格式〉的通知》":            "",
		"《条例》和<办法>":                    "",
		"《格式》(国办公开办函〔2021〕30号)":        problem.CodeHalfBracket,
		"《格式》（国办公开办函〔2021〕30号）":        "",
		"全市收到申请12件(其中网络8件)，共12号通知(试行)": "",
	} {
		r := &report.Report{Template: mustTemplate(t), Year: 2024, Prose: map[string]report.Prose{"overview": {Text: text}}}
		got := ""
		for _, p := range leftovers(r) {
			if p.Code == problem.CodeInnerTitle || p.Code == problem.CodeHalfBracket {
				got = p.Code
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// Nothing was charged, in whatever words; what says nothing of it is reported.
func TestNothingWasCharged(t *testing.T) {
	for text, want := range map[string]int{
		"信息公开未发生收费。": 0, "全年未向申请人收费。": 0, "依申请公开未收取任何费用。": 0, "无收费及减免情况。": 0, "没有发生收费事项。": 0,
		"未收取检索、复制、邮寄等费用。": 0, "发出收费通知0件，实际收取0元。": 0,
		"2024年度，本机关未就政府信息公开收取费用。": 0, "依申请提供政府信息均不收费。": 0, "全年收取费用合计230元。": 0, "未产生检索费、复印费等费用。": 0, "本年度信息公开工作零收费。": 0,
		"依申请公开信息免费提供。": 0, "2024年度收费总金额为0。": 0, "信息处理费收取情况：无。": 0, "收费和减免情况均为零。": 0, "未启动收费程序。": 0, "全年信息公开收费金额共计0。": 0,
		"无其他需要报告的事项。": 1, "行政事业性收费为0元。": 1, "没有需要说明的事项。": 1, "全年公开收费目录12项。": 1, "未发生重大舆情。": 1,
	} {
		r := &report.Report{Template: mustTemplate(t), Year: 2024, Prose: map[string]report.Prose{"other_matters": {Text: text}}}
		if got := len(processingFee(r)); got != want {
			t.Errorf("%s: %d warnings, want %d", text, got, want)
		}
	}
}

// A space within the name of an agency or of who signs is printed as it stands; that
// within a person's name of two characters is as documents set it.
func TestSpacesInNames(t *testing.T) {
	for _, c := range []struct{ agency, signatory, path string }{
		{"涞源县", "涞源县人民政府", ""},
		{"涞源县 人民政府", "", "agency"},
		{"涞源县　人民政府", "", "agency"},
		{"涞源县", "涞源县 人民政府", "signatory"},
		{"涞源县", "张　三", ""},
		{"涞源县", "县长　张　三", ""},
		{"涞源县", "涞源县 人民政府　县长　张　三", "signatory"},
	} {
		r := report.New(mustTemplate(t))
		r.Agency, r.Signatory = c.agency, c.signatory
		got := ""
		for _, p := range leftovers(r) {
			if p.Code == problem.CodeSpace {
				got = p.Path
			}
		}
		if got != c.path {
			t.Errorf("%s, %s: %q, want %q", c.agency, c.signatory, got, c.path)
		}
	}
}
