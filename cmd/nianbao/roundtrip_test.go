package main

import (
	"path/filepath"
	"strings"
	"testing"

	"nianbao/fixtures"
)

// What build wrote reads back to the same print, and builds to the same bytes. A
// PDF does not say whose numbers it holds, which the marks of a Word file do.
func TestRoundTrip(t *testing.T) {
	for _, c := range fixtures.Good(t) {
		t.Run(c.Name, func(t *testing.T) {
			inFolder(t, "report.json", string(c.JSON))
			nianbao(t, "build", "report.json", "-pdfa", "3a", "-o", "甲").want(t, fine)
			for _, pattern := range []string{"甲/*.docx", "甲/*.pdf"} {
				nianbao(t, "diff", "report.json", only(t, pattern)).want(t, fine, "没有不同")
				nianbao(t, "import", only(t, pattern), "-o", "数据", "-force").want(t, fine)
				nianbao(t, "build", only(t, "数据/*.json"), "-pdfa", "3a", "-o", "乙").want(t, fine)
				for _, name := range []string{"*.docx", "*.pdf"} {
					if pattern == "甲/*.pdf" && name == "*.docx" {
						continue
					}
					if get(t, only(t, "甲/"+name)) != get(t, only(t, "乙/"+name)) {
						t.Errorf("%s read back builds another %s", pattern, name)
					}
				}
			}
		})
	}
}

// only is the one file that matches a pattern.
func only(t *testing.T, pattern string) string {
	t.Helper()
	found, _ := filepath.Glob(pattern)
	if len(found) != 1 {
		t.Fatalf("%s: %q", pattern, found)
	}
	return found[0]
}

// What leaders change in the Word file counts, and is listed.
func TestEditedWordFile(t *testing.T) {
	inFolder(t, "report.json", minimal(t, `"licensing": 0`, `"licensing": 8642`))
	nianbao(t, "build", "report.json", "-format", "docx").want(t, fine)
	file := title + ".docx"
	editWord(t, file, ">8642<", ">8643<", "未收取信息处理费", "没有收取信息处理费")
	nianbao(t, "diff", "report.json", file).want(t, wrong, "行政许可 · 本年处理决定数量：8642 → 8643",
		"原  2024年「未」收取信息处理费。", "改  2024年「没有」收取信息处理费。", "共 2 处不同")
	a := nianbao(t, "check", file)
	a.want(t, fine, "import.edited", "第二部分写出以后改过", "第六部分写出以后改过")
	if n := strings.Count(a.out, "import.edited"); n != 2 {
		t.Errorf("%d changes are listed, want 2", n)
	}
	nianbao(t, "import", file).want(t, fine, "import.edited")
	if !strings.Contains(get(t, title+".json"), `"licensing": 8643`) {
		t.Error("the data counts, not what the file shows")
	}
	nianbao(t, "build", file).want(t, impossible, "有人改过") // its own name: nothing is lost
	nianbao(t, "build", file, "-o", "新").want(t, fine, "import.edited")
	nianbao(t, "check", "新").want(t, fine, "没有发现问题")
}

// editWord replaces texts in the document of a Word file.
func editWord(t *testing.T, file string, oldAndNew ...string) {
	t.Helper()
	put(t, file, string(fixtures.SavedAgain(t, []byte(get(t, file)), func(part, content string) string {
		if part != "word/document.xml" {
			return content
		}
		for i := 0; i < len(oldAndNew); i += 2 {
			if n := strings.Count(content, oldAndNew[i]); n != 1 {
				t.Fatalf("%s stands %d times in the document", oldAndNew[i], n)
			}
			content = strings.Replace(content, oldAndNew[i], oldAndNew[i+1], 1)
		}
		return content
	})))
}
