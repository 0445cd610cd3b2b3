package main

import (
	"strings"
	"testing"

	"nianbao/collecting/county"
)

func TestCollectOnTheCommandLine(t *testing.T) {
	inFolder(t)
	made := county.Make(t, "县", 40, 17)
	nianbao(t, "roster", made.Folder).want(t, fine, "已写出：名单.xlsx，35 个单位", "“澄岭县文化广电和旅游局.doc”里读不出机关名称")
	nianbao(t, "roster", made.Folder, "-o", "另.xlsx").want(t, fine)
	nianbao(t, "collect", made.Folder, "-list", made.List, "-year", "2025", "-o", "结果", "-deadline", "2026-01-20").want(t, impossible,
		"名单 40 个单位：收到 32，缺 6（", "重复 1（澄岭县水利局）", "已写出：结果")
	nianbao(t, "collect", made.Folder, "-list", made.List, "-year", "2025", "-o", "结果", "-deadline", "2026-01-20").want(t, impossible, "已有相同的文件")
	wantFiles(t, "结果", "收件情况.xlsx", "问题清单.xlsx", "退回", "数据")

	put(t, "全/甲.json", string(fixtureOf2025(t)))
	put(t, "全.csv", "单位\n澄岭县史志办公室\n")
	nianbao(t, "collect", "全", "-list", "全.csv", "-year", "2025", "-o", "全结果").want(t, fine, "名单 1 个单位：收到 1，缺 0，")
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
