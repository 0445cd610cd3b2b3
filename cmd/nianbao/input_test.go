package main

import (
	"strings"
	"testing"
)

func TestFilesThatCannotBeRead(t *testing.T) {
	inFolder(t, "word.docx", "PK\x03\x04…", "a.pdf", "%PDF-1.7", "部门/a.json", minimal(t))
	for name, c := range map[string]struct{ file, said string }{
		"missing":         {"没有.json", "找不到文件“没有.json”，请核对名字和所在的文件夹。"},
		"below a file":    {"a.pdf/x.json", "不能读“a.pdf/x.json”：其中有一段是文件，不是文件夹。"},
		"Word":            {"word.docx", "“word.docx”读不了："},
		"PDF":             {"a.pdf", "“a.pdf”读不了："},
		"too long":        {strings.Repeat("长", 100) + ".json", "名字太长"},
		"no match":        {"没有*.json", "没有与“没有*.json”相符的文件。"},
		"a NUL in a name": {"a\x00b", "不能读"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, command := range []string{"build", "check"} {
				a := nianbao(t, command, c.file)
				a.want(t, impossible, c.said)
				if a.out != "" {
					t.Errorf("%s: a failure is reported on standard output", command)
				}
			}
			wantFiles(t, ".", "word.docx", "a.pdf", "部门")
		})
	}
}

// A folder stands for the documents in it.
func TestFolders(t *testing.T) {
	inFolder(t, "部门/b.json", minimal(t, agency, "乙局"), "部门/a.html", webPage(t, minimal(t, agency, "甲局")), "部门/~$b.docx", "x")
	nianbao(t, "check", "部门").want(t, fine, "部门/a.html：提示 1 处", "共 2 份：没有错误 2 份")
	nianbao(t, "build", "部门").want(t, fine, "共 2 份：完成 2 份")
	nianbao(t, "check", "部门/b.json", "部门/~$b.docx").want(t, fine, "部门/b.json：没有发现问题")
}

func TestAWebPageIsCheckedAndBuilt(t *testing.T) {
	inFolder(t, "a.html", webPage(t, minimal(t)), "b.html", webPage(t, minimal(t, received, `"received": {"natural_person": 1`)))
	nianbao(t, "check", "a.html").want(t, fine, "import.furniture", "a.html：提示 1 处。核对了 200 个数字，42 条勾稽关系")
	a := nianbao(t, "check", "b.html")
	a.want(t, wrong, "sum.applicants", "（第 2 个表")
	if strings.Contains(a.out, "行 表三") {
		t.Error("a line of a file that nobody sees is named")
	}
	nianbao(t, "build", "a.html").want(t, fine, title+".docx")
	nianbao(t, "build", "b.html", "-o", "b").want(t, wrong, "没有写出文件")
	nianbaoWith(t, webPage(t, minimal(t)), "check", "-").want(t, fine, "标准输入：提示 1 处")
}

func TestPatternsAreLookedUp(t *testing.T) {
	inFolder(t, "部门/b.json", minimal(t, agency, "乙局"), "部门/a.json", minimal(t, agency, "甲局"))
	nianbao(t, "check", "部门/*.json").want(t, fine, "共 2 份：没有错误 2 份")
	put(t, "部门/*.json", minimal(t, agency, "星局")) // a file of that very name
	nianbao(t, "check", "部门/*.json").want(t, fine, "部门/*.json：没有发现问题")
}

func TestStandardInput(t *testing.T) {
	inFolder(t)
	nianbaoWith(t, minimal(t), "build", "-").want(t, fine, title+".docx")
	wantFiles(t, ".", title+".docx", title+".pdf")
	nianbaoWith(t, "{", "check", "-").want(t, wrong, "标准输入：错误 1 处", "json.syntax")
}

func TestHostileFiles(t *testing.T) {
	long := strings.Repeat("长", 10<<20/3)
	for name, c := range map[string]struct{ content, code string }{
		"20 MB":            {strings.Repeat(" ", 20<<20), "json.size"},
		"10 MB of text":    {minimal(t, "2024年，本办公室", long), "json.size"},
		"a NUL":            {minimal(t, "本办公室", "本\x00办公室"), "json.control"},
		"empty":            {"", "json.syntax"},
		"a million braces": {strings.Repeat("{", 1_000_000), "json."},
		"bad UTF-8":        {minimal(t, "本办公室", "本\xff办公室"), "json.encoding"},
	} {
		t.Run(name, func(t *testing.T) {
			inFolder(t, "a.json", c.content)
			nianbao(t, "build", "a.json").want(t, wrong, c.code, "没有写出文件")
			nianbao(t, "check", "a.json").want(t, wrong, c.code)
			wantFiles(t, ".", "a.json")
		})
	}
}
