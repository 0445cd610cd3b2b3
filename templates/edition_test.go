package templates

import (
	"slices"
	"strings"
	"testing"
)

// The six sections are the same in both editions.
func TestSections(t *testing.T) {
	want := []string{
		"overview 一、总体情况",
		"disclosure 二、主动公开政府信息情况",
		"requests 三、收到和处理政府信息公开申请情况",
		"disputes 四、政府信息公开行政复议、行政诉讼情况",
		"problems 五、存在的主要问题及改进情况",
		"other_matters 六、其他需要报告的事项",
	}
	for _, edition := range Editions() {
		var got []string
		for _, section := range mustLoad(t, edition).Sections {
			got = append(got, section.Key+" "+section.Heading)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: sections %q", edition, got)
		}
	}
}

func TestYears(t *testing.T) {
	for edition, want := range map[string][2]int{"2019": {2019, 2020}, "2021": {2021, 0}, "2021-single-other": {2021, 0}} {
		form := mustLoad(t, edition)
		if got := [2]int{form.FirstYear, form.LastYear}; got != want {
			t.Errorf("%s: years %v, want %v", edition, got, want)
		}
	}
}

// Table two as the notices print it, a printed row a line.
func TestTableTwo(t *testing.T) {
	for edition, want := range map[string]string{
		"2021": `
第二十条第（一）项
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
规章
行政规范性文件
第二十条第（五）项
信息内容 | 本年处理决定数量
行政许可
第二十条第（六）项
信息内容 | 本年处理决定数量
行政处罚
行政强制
第二十条第（八）项
信息内容 | 本年收费金额（单位：万元）
行政事业性收费
`,
		"2019": `
第二十条第（一）项
信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量
规章
规范性文件
第二十条第（五）项
信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量
行政许可
其他对外管理服务事项
第二十条第（六）项
信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量
行政处罚
行政强制
第二十条第（八）项
信息内容 | 上一年项目数量 | 本年增/减
行政事业性收费
第二十条第（九）项
信息内容 | 采购项目数量 | 采购总金额
政府集中采购
`,
	} {
		if got := printed(table(t, mustLoad(t, edition), "disclosure")); got != want {
			t.Errorf("%s: table two is\n%s", edition, got)
		}
	}
	if printed(table(t, mustLoad(t, "2021"), "disclosure")) != printed(table(t, mustLoad(t, "2021-single-other"), "disclosure")) {
		t.Error("2021-single-other has another table two than 2021")
	}
}

func TestTableThree(t *testing.T) {
	const before = `
（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | 申请人情况/自然人 | 申请人情况/法人或其他组织/商业企业 | 申请人情况/法人或其他组织/科研机构 | 申请人情况/法人或其他组织/社会公益组织 | 申请人情况/法人或其他组织/法律服务机构 | 申请人情况/法人或其他组织/其他 | 申请人情况/总计
一、本年新收政府信息公开申请数量
二、上年结转政府信息公开申请数量
三、本年度办理结果/（一）予以公开
三、本年度办理结果/（二）部分公开（区分处理的，只计这一情形，不计其他情形）
三、本年度办理结果/（三）不予公开/1.属于国家秘密
三、本年度办理结果/（三）不予公开/2.其他法律行政法规禁止公开
三、本年度办理结果/（三）不予公开/3.危及“三安全一稳定”
三、本年度办理结果/（三）不予公开/4.保护第三方合法权益
三、本年度办理结果/（三）不予公开/5.属于三类内部事务信息
三、本年度办理结果/（三）不予公开/6.属于四类过程性信息
三、本年度办理结果/（三）不予公开/7.属于行政执法案卷
三、本年度办理结果/（三）不予公开/8.属于行政查询事项
三、本年度办理结果/（四）无法提供/1.本机关不掌握相关政府信息
三、本年度办理结果/（四）无法提供/2.没有现成信息需要另行制作
三、本年度办理结果/（四）无法提供/3.补正后申请内容仍不明确
三、本年度办理结果/（五）不予处理/1.信访举报投诉类申请
三、本年度办理结果/（五）不予处理/2.重复申请
三、本年度办理结果/（五）不予处理/3.要求提供公开出版物
三、本年度办理结果/（五）不予处理/4.无正当理由大量反复申请
三、本年度办理结果/（五）不予处理/5.要求行政机关确认或重新出具已获取信息
`
	const full = `三、本年度办理结果/（六）其他处理/1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请
三、本年度办理结果/（六）其他处理/2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请
三、本年度办理结果/（六）其他处理/3.其他
`
	const single = `三、本年度办理结果/（六）其他处理
`
	const after = `三、本年度办理结果/（七）总计
四、结转下年度继续办理
`
	for edition, other := range map[string]string{"2021": full, "2021-single-other": single, "2019": single} {
		if got := printed(table(t, mustLoad(t, edition), "requests")); got != before+other+after {
			t.Errorf("%s: table three is\n%s", edition, got)
		}
	}
}

func TestTableFour(t *testing.T) {
	var want []string
	for _, group := range []string{"行政复议", "行政诉讼/未经复议直接起诉", "行政诉讼/复议后起诉"} {
		for _, result := range []string{"结果维持", "结果纠正", "其他结果", "尚未审结", "总计"} {
			want = append(want, group+"/"+result)
		}
	}
	for _, edition := range Editions() {
		if got := printed(table(t, mustLoad(t, edition), "disputes")); got != "\n | "+strings.Join(want, " | ")+"\n\n" {
			t.Errorf("%s: table four is\n%s", edition, got)
		}
	}
}

// printed is a table's labels as text: paths with slashes, columns with bars.
func printed(table *Table) string {
	b := &strings.Builder{}
	b.WriteString("\n")
	for _, part := range table.Parts {
		if part.Caption != "" {
			b.WriteString(part.Caption + "\n")
		}
		b.WriteString(part.Corner)
		for _, column := range part.Columns {
			b.WriteString(" | " + strings.Join(column.Label, "/"))
		}
		b.WriteString("\n")
		for _, row := range part.Rows {
			b.WriteString(strings.Join(row.Label, "/") + "\n")
		}
	}
	return b.String()
}
