package main

import (
	"os"
	"strings"
	"testing"
)

// oldWord begins as .doc, .xls and .wps do.
const oldWord = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// Nothing in a folder is passed over in silence.
func TestEverythingInAFolderIsNamed(t *testing.T) {
	t.Setenv("PATH", "") // no office program, which would make something of the old file
	inFolder(t,
		"收件/a.json", minimal(t, agency, "甲局"), "收件/街道/b.html", webPage(t, minimal(t, agency, "乙局")), "收件/街道/b_files/广告.html", "<p>广告",
		"收件/扫描.pdf", "%PDF-1.4\n", "收件/旧.doc", oldWord, "收件/a.pdf", "%PDF-1.4 的打印件", "收件/A.PDF", "%PDF-1.4 的打印件", "收件/照片.jpg", "\xff\xd8",
		"收件/街道/全部.zip", "PK\x03\x04", "收件/改名的", "%PDF-1.4\n", "收件/说明.txt", "请查收",
		"收件/.隐藏.json", "{", "收件/~$a.docx", "x", "收件/Thumbs.db", oldWord, "收件/街道/desktop.ini", "x", "收件/__MACOSX/._a.json", "x")
	c := minimal(t, agency, "丙局")
	put(t, "c.json", c)
	nianbao(t, "build", "c.json", "-pdfa", "3a", "-format", "pdf", "-o", "收件").want(t, fine)
	links := os.Symlink("..", "收件/街道/上一层") == nil
	a := nianbao(t, "check", "收件")
	a.want(t, impossible, "收件/a.json：没有发现问题", "收件/街道/b.html：提示 1 处", "收件/丙局2024年政府信息公开工作年度报告.pdf：没有发现问题",
		"“收件/旧.doc”读不了：", "另存为", "“收件/扫描.pdf”读不了：", "“收件/改名的”读不了：",
		"略过 3 个，不是文档：收件/照片.jpg、收件/街道/全部.zip、收件/说明.txt。", "另有 2 份是同名文件的 PDF、OFD 或者网页，没有再读。", "共 6 份：没有错误 3 份，有错误 0 份，读不了 3 份。")
	if links {
		a.want(t, impossible, "略过 1 个，是通到别的文件夹的链接：收件/街道/上一层。")
	}
	for _, unsaid := range []string{"隐藏", "~$", "Thumbs", "desktop", "广告", "MACOSX"} {
		if strings.Contains(a.out+a.err, unsaid) {
			t.Errorf("%s is named", unsaid)
		}
	}
	a = nianbao(t, "import", "收件", "-o", "数据")
	a.want(t, impossible, "数据/乙局2024年政府信息公开工作年度报告.json", "数据/丙局2024年政府信息公开工作年度报告.json", "“收件/旧.doc”读不了：",
		"另有 2 份是同名文件的 PDF、OFD 或者网页", "另有 1 份已经是报告的数据（.json），不用读。")
	a = nianbao(t, "check", "c.json", "-last", "收件")
	a.want(t, fine, "“收件/旧.doc”读不了：", "没有用来对照")
}

func TestAnEmptyFolder(t *testing.T) {
	inFolder(t, "a.json", minimal(t), "空/照片.png", "x")
	nianbao(t, "check", "a.json", "空").want(t, impossible, "文件夹“空”里没有报告的文件。", "略过 1 个", "共 2 份：没有错误 1 份，有错误 0 份，读不了 1 份。")
}

// The data, the Word file and the PDF of one report are one; what prints
// differently under one name and year is named, and so is another year.
func TestFilesOfOneUnitAndYear(t *testing.T) {
	inFolder(t, "收件/a.json", minimal(t, agency, "甲局"), "收件/b.json", minimal(t, agency, "乙局"))
	nianbao(t, "build", "收件/a.json", "收件/b.json", "-pdfa", "3a", "-o", "收件/印").want(t, fine)
	a := nianbao(t, "check", "收件", "收件/印/甲局2024年政府信息公开工作年度报告.pdf")
	a.want(t, fine, "共 5 份：没有错误 5 份")
	if strings.Contains(a.out, "注意") {
		t.Errorf("one report in three files is reported:\n%s", a.out)
	}
	put(t, "收件/改/a.json", minimal(t, agency, "甲局", "6条", "7条", `"licensing": 0`, `"licensing": 2`))
	put(t, "收件/改/b.json", minimal(t, agency, "甲局", "6条", "7条", `"licensing": 0`, `"licensing": 2`))
	put(t, "收件/旧.json", minimal(t, agency, "乙局", `"year": 2024`, `"year": 2023`, "2024年", "2023年", "2025年", "2024年"))
	a = nianbao(t, "check", "收件")
	a.want(t, fine, "注意：“收件/a.json”和“收件/改/a.json”都是甲局 2024 年的报告，印出来有 2 处不同，", "nianbao diff 收件/a.json 收件/改/a.json",
		"注意：这些报告不是同一年的：2024 年 6 份，2023 年 1 份（收件/旧.json）。")
	if n := strings.Count(a.out, "注意：“"); n != 1 {
		t.Errorf("%d pairs are reported, want one", n)
	}
}

// The data, the Word file and the PDF of one report that lie side by side are taken
// once; files of one agency and year that print differently are asked about, and none
// of them is printed.
func TestBuildOfOneReportInSeveralFiles(t *testing.T) {
	inFolder(t, "年报/报告.json", minimal(t), "年报/里/副本.json", minimal(t), "年报/乙.json", minimal(t, agency, "乙局"))
	nianbao(t, "build", "年报/报告.json", "-o", "年报").want(t, fine)
	a := nianbao(t, "build", "年报", "-o", "印")
	a.want(t, fine, "完成    年报/报告.json → 印/"+title+".docx、.pdf", "相同    年报/"+title+".docx：与“年报/报告.json”印出来一样，是同一份，只写一次。",
		"相同    年报/里/副本.json", "另有 1 份是同名文件的 PDF", "共 4 份：完成 2 份，与别的文件是同一份 2 份，未完成 0 份。")
	wantFiles(t, "印", title+".docx", title+".pdf", "乙局2024年政府信息公开工作年度报告.docx", "乙局2024年政府信息公开工作年度报告.pdf")
	nianbao(t, "build", "年报", "-book", "book.pdf").want(t, fine, "（2 份报告，", "说明：与装订的是同一份、没有再装订：年报/"+title+".docx、年报/里/副本.json")

	put(t, "年报/报告.json", minimal(t, "6条", "7条", `"licensing": 0`, `"licensing": 2`))
	put(t, "年报/里/副本.json", minimal(t, "6条", "8条", `"licensing": 0`, `"licensing": 3`))
	a = nianbao(t, "build", "年报", "-o", "再印")
	a.want(t, wrong, "未完成  年报/报告.json：与“年报/"+title+".docx”是同一机关同一年的报告，内容不同，用哪一份？请只留一份再运行（哪里不同：nianbao diff ",
		"未完成  年报/"+title+".docx：与“年报/里/副本.json”是同一机关", "共 4 份：完成 1 份，未完成 3 份。")
	wantFiles(t, "再印", "乙局2024年政府信息公开工作年度报告.docx", "乙局2024年政府信息公开工作年度报告.pdf")
	nianbao(t, "build", "年报", "-book", "another.pdf").want(t, wrong, "未完成  年报/报告.json：与“年报/", "3 份不能装订，没有写合订本")
	// What blank cells stand for decides what is the same.
	put(t, "空/a.json", minimal(t, `"licensing": 0`, `"licensing": null`))
	put(t, "空/b.json", minimal(t))
	nianbao(t, "build", "空", "-o", "空印", "-blank-as", "0").want(t, fine, "与别的文件是同一份 1 份")
}
