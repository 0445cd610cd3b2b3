package main

import (
	"regexp"
	"strings"
	"testing"

	"nianbao/collecting/county"
)

func TestCollectOnTheCommandLine(t *testing.T) {
	t.Setenv("PATH", "") // no office program, which would take long over the old file
	inFolder(t)
	made := county.Make(t, "县", 40, 17)
	nianbao(t, "roster", made.Folder).want(t, fine, "已写出：名单.xlsx，35 个单位", "“澄岭县文化广电和旅游局.doc”里读不出机关名称")
	nianbao(t, "roster", made.Folder, "-o", "另.xlsx").want(t, fine)
	nianbao(t, "collect", made.Folder, "-list", made.List, "-year", "2025", "-o", "结果", "-deadline", "2026-01-20").want(t, impossible,
		"名单 40 个单位：收到 32，缺 6（", "重复 1（澄岭县水利局）", "收到的报告：有错误 2（澄岭县市场监督管理局、澄岭县统计局），有警告 1（", "通过 29。", "已写出：结果")
	nianbao(t, "collect", made.Folder, "-list", made.List, "-year", "2025", "-o", "结果", "-deadline", "2026-01-20").want(t, impossible, "已有相同的文件")
	wantFiles(t, "结果", "收件情况.xlsx", "问题清单.xlsx", "退回", "数据")

	put(t, "全/甲.json", string(fixtureOf2025(t)))
	put(t, "全.csv", "单位\n澄岭县史志办公室\n")
	nianbao(t, "collect", "全", "-list", "全.csv", "-year", "2025", "-o", "全结果").want(t, fine, "名单 1 个单位：收到 1，缺 0，", "收到的报告：有错误 0，有警告 0，通过 1。")
	put(t, "全.csv", "单位\n澄岭县史志办公室\n澄岭县公安局\n")
	nianbao(t, "collect", "全", "-list", "全.csv", "-year", "2025", "-o", "全结果").want(t, wrong, "缺 1（澄岭县公安局）")
	put(t, "全.csv", "单位\n澄岭县公安局\n澄岭县公安局\n")
	nianbao(t, "collect", "全", "-list", "全.csv", "-year", "2025", "-o", "全结果").want(t, impossible, "第 2 行和第 3 行都有“澄岭县公安局”")
	for _, c := range []struct{ args, said string }{
		{"collect 全", "-list"}, {"collect -list 全.csv -o a -year 2025", "没有写放着各单位报告的文件夹"}, {"collect 全 -list 全.csv -year 2025", "-o"},
		{"collect 全 -list 全.csv -o a", "-year 2025"}, {"collect 全 -list 全.csv -o a -year 2025 -date 昨天", "-date 后面写日期"},
		{"roster 全 -o a.txt", ".xlsx"}, {"roster 没有", "没有这个文件或文件夹"}, {"roster 全.csv", "是文件"},
	} {
		nianbao(t, strings.Fields(c.args)...).want(t, impossible, c.said)
	}
}

// fixtureOf2025 is a report of which nothing is wrong.
func fixtureOf2025(t *testing.T) string {
	return minimal(t, "2025年", "2026年", "2024", "2025")
}

func TestSumOnTheCommandLine(t *testing.T) {
	t.Setenv("PATH", "")
	inFolder(t)
	made := county.Make(t, "县", 40, 17)
	call := []string{"sum", made.Folder, "-list", made.List, "-agency", "澄岭县", "-year", "2025", "-o", "县.json"}
	nianbao(t, call...).want(t, wrong, "缺  澄岭县公安局：未报", "缺 9 个单位，没有汇总")
	wantFiles(t, ".", "县")
	nianbao(t, append(call, "-partial")...).want(t, wrong, "已写出", "可以写进报告第一部分")
	wantFiles(t, ".", "县", "县.json", "汇总表.xlsx")
	nianbao(t, append(call, "-partial")...).want(t, wrong, "已有相同的文件")
	told := nianbao(t, "check", "县.json")
	told.want(t, wrong, "缺 9 个单位，不能作为报送稿", "写明这一部分的内容", "用 nianbao serve 打开它，在网页里改；数由那个单位改了重报")
	if words := regexp.MustCompile(`第\d+行|[a-z_]+"|（[a-z_]+）|accepted|\\n|blank_as`).FindString(told.out); words != "" {
		t.Errorf("who adds up is told of %q in the data file\n%s", words, told.out)
	}
	nianbao(t, "build", "县.json", "-draft", "-o", "稿").want(t, fine)
	nianbao(t, "sum", "-check", "县.json", made.Folder, "-list", made.List, "-year", "2025").want(t, wrong, "0 格不一致")
	put(t, "县.json", strings.Replace(get(t, "县.json"), `"licensing": `, `"licensing": 1`, 1))
	nianbao(t, "sum", "-check", "县.json", made.Folder, "-list", made.List, "-year", "2025").want(t, wrong, "1 格不一致", "行政许可")
	nianbao(t, append(call, "-partial")...).want(t, impossible, "1 格在汇总以后改过")
	put(t, "全/甲.json", fixtureOf2025(t))
	put(t, "全.csv", "单位\n澄岭县史志办公室\n")
	nianbao(t, "sum", "全", "-list", "全.csv", "-agency", "澄岭县", "-year", "2025", "-o", "全.json", "-own", "全/甲.json").want(t, fine, "计入 2 个单位")
	for _, c := range []struct{ args, said string }{
		{"sum 全 -list 全.csv -year 2025 -o a.json", "-agency"}, {"sum 全 -list 全.csv -agency 县 -year 2025 -o a.txt", ".json"},
		{"sum 全 -list 全.csv -agency 县 -year 2025 -o a.json -check b.json", "-check 只对照"}, {"sum 全 -agency 县 -year 2025 -o a.json", "-list"},
	} {
		nianbao(t, strings.Fields(c.args)...).want(t, impossible, c.said)
	}
}

// A folder stands for the reports in it.
func TestBuildAFolder(t *testing.T) {
	inFolder(t, "数据/甲.json", fixtureOf2025(t), "数据/里/乙.json", minimal(t, "2025年", "2026年", "2024", "2025", agency, "澄岭县统计局"), "数据/说明.txt", "x")
	nianbao(t, "build", "数据", "-format", "docx", "-o", "出").want(t, fine, "共 2 份：完成 2 份", "略过 1 个")
	wantFiles(t, "出", "澄岭县史志办公室2025年政府信息公开工作年度报告.docx", "澄岭县统计局2025年政府信息公开工作年度报告.docx")
	nianbao(t, "build", "数据/里", "-format", "docx", "-o", "另").want(t, fine, "已写出")
	nianbao(t, "build", "空").want(t, impossible, "空")
}

// Nothing in the folder is passed over in silence, and a file that says nothing is
// nobody's report.
func TestCollectNamesWhatItDoesNotRead(t *testing.T) {
	inFolder(t, "收/甲.json", fixtureOf2025(t), "收/打包.zip", "PK", "收/空.json", "", "收/无名.json", minimal(t, "2025年", "2026年", "2024", "2025", agency, ""),
		"名单.csv", "单位(标题里的全称),别名(;分隔),计入汇总\n澄岭县史志办公室,,否\n")
	nianbao(t, "collect", "收", "-list", "名单.csv", "-year", "2025", "-o", "结果").want(t, impossible, "名单 1 个单位：收到 1，", "读不了 1（",
		"“空.json”读不成报告：文件是空的", "“无名.json”里和文件名里都没有名单上的单位", "略过 1 个，不是文档：收/打包.zip")
	put(t, "去年.json", minimal(t, "2025年", "2023年", "2024", "2023"))
	nianbao(t, "sum", "收", "-list", "名单.csv", "-year", "2025", "-agency", "澄岭县", "-last", "去年.json", "-o", "县.json").want(t, fine,
		"不计入  澄岭县史志办公室：名单上计入汇总是“否”", "不是 澄岭县 2024 年的")
}
