package main

import (
	"strings"
	"testing"
)

// In a folder, every agency's report of the year before is found by what the
// files say.
func TestLastYearsFolder(t *testing.T) {
	before := func(agencyName string) string {
		return minimal(t, agency, agencyName, `"year": 2024`, `"year": 2023`, "2024年", "2023年", "2025年", "2024年")
	}
	inFolder(t,
		"今年/甲.json", minimal(t, agency, "甲局", `"carried_in": {"natural_person": 0`, `"carried_in": {"natural_person": 3`),
		"今年/乙.html", webPage(t, minimal(t, agency, "乙局")),
		"今年/丙.json", minimal(t, agency, "丙局"),
		"今年/丁.json", minimal(t, agency, "丁局"),
		"去年/1.html", webPage(t, before("乙局")), "去年/2.json", before("甲局"), "去年/3.json", before("澄岭县丁局"),
		"去年/2.html", webPage(t, before("甲局")), "去年/4.html", strings.Replace(webPage(t, before("乙局")), "<td rowspan=1 colspan=1>0</td>", "<td>9</td>", 1),
		"去年/坏.docx", "不是文件", "去年/说明.txt", "x")
	a := nianbao(t, "check", "今年", "-last", "去年/")
	a.want(t, wrong, "last_year.carried_in", "“去年”里没有丙局 2023 年的报告，没有与上年对照", "那里有澄岭县丁局 的；机关改过名称的",
		"去年/坏.docx", "“去年/1.html”和“去年/4.html”都是 乙局 2023 年的报告，内容不同，对照用的是前一个", "共 4 份")
	if n := strings.Count(a.out, "last_year.missing"); n != 2 {
		t.Errorf("%d are missing, want 2", n)
	}
	if strings.Contains(a.out, "甲局 2023 年的报告，内容不同") {
		t.Error("a report that stands there as data and as a page is called two")
	}
	nianbao(t, "build", "今年/丙.json", "-last", "去年", "-o", "印").want(t, fine, "last_year.missing")
	nianbao(t, "check", "今年/丙.json", "-last", "去年/2.html").want(t, fine, "last_year.file")
	nianbao(t, "check", "今年/丙.json", "-last", "今年/没有").want(t, impossible, "找不到文件")
	inFolder(t, "a.json", minimal(t), "空/x.json", "{")
	nianbao(t, "check", "a.json", "-last", "空").want(t, impossible, "文件夹“空”里没有读得成的上年报告")
}
