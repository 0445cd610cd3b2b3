package main

import (
	"strings"
	"testing"

	"nianbao/fixtures"
)

func TestImport(t *testing.T) {
	data := string(fixtures.Named(t, "huaian-2024").JSON)
	inFolder(t, "网页.html", webPage(t, data), "report.json", data)
	a := nianbao(t, "import", "网页.html", "-o", "数据")
	name := "数据/淮安市人民政府2024年政府信息公开工作年度报告.json"
	a.want(t, fine, "已写出："+name, "是 2021 年起的国家格式（国办公开办函〔2021〕30号）", "表二（第 1 个表）：10 格找到 10 格", "表三", "表四")
	nianbao(t, "diff", "report.json", name).want(t, fine, "没有不同")
	nianbao(t, "check", name).want(t, fine)
	nianbao(t, "import", "网页.html", "-o", "数据").want(t, fine, "已有相同的文件，没有改动")
	wantFiles(t, ".", "网页.html", "report.json", "数据")
}

func TestImportOverwritesNothing(t *testing.T) {
	inFolder(t, "a.html", webPage(t, minimal(t)), title+".json", "{}")
	nianbao(t, "import", "a.html").want(t, impossible, "已经有了，内容不同，没有覆盖", "nianbao diff", "-force")
	if get(t, title+".json") != "{}" {
		t.Error("it was overwritten")
	}
	nianbao(t, "import", "a.html", "-force").want(t, fine, "已写出")
	nianbao(t, "check", title+".json").want(t, fine)
}

// A blank stays blank and is no failure; what is no number is one.
func TestImportTellsBlanksFromFailures(t *testing.T) {
	page := webPage(t, minimal(t, `"licensing": 0`, `"licensing": 8642`))
	inFolder(t, "blank.html", strings.Replace(page, ">8642<", "><", 1), "wrong.html", strings.Replace(page, ">8642<", ">8642左右<", 1))
	nianbao(t, "import", "blank.html", "-force").want(t, fine, "空着的 1 格")
	if strings.Contains(get(t, title+".json"), "licensing") {
		t.Error("a blank was filled")
	}
	nianbao(t, "import", "wrong.html", "-force").want(t, wrong, "错误  ", "8642左右", "第 1 个表")
	if strings.Contains(get(t, title+".json"), "licensing") {
		t.Error("what is no number was taken for one")
	}
}

func TestImportSeveral(t *testing.T) {
	page := webPage(t, minimal(t))
	inFolder(t, "部门/a.html", page, "部门/b.htm", webPage(t, minimal(t, agency, "乙局")), "部门/c.html", page, "部门/~$a.docx", "x", "部门/d.txt", "x",
		"部门/e.json", minimal(t), "no.html", "<p>今天天气很好。</p>")
	a := nianbao(t, "import", "部门", "部门/e.json", "no.html", "-o", "数据")
	a.want(t, impossible, "【部门/a.html】", "“部门/c.html”与“部门/a.html”读出的是同一个机关同一年的报告", "“部门/e.json”已经是报告的数据",
		"“no.html”读不了：这不是年度报告", "共 5 份：都读懂了 2 份，有没读懂的地方 0 份，读不了或写不了 3 份。")
	wantFiles(t, "数据", title+".json", strings.Replace(title, agency, "乙局", 1)+".json")
}

func TestImportFromStandardInput(t *testing.T) {
	inFolder(t)
	nianbaoWith(t, webPage(t, minimal(t)), "import", "-").want(t, fine, title+".json")
	nianbao(t, "import").want(t, impossible, "没有写要处理的文件")
	inFolder(t, "空/x.txt", "", "今天.txt", "今天")
	nianbao(t, "import", "今天.txt").want(t, impossible, "“今天.txt”不是 Word 文件")
	nianbao(t, "import", "空").want(t, impossible, "文件夹“空”里没有报告的文件")
}
