package main

import (
	"os"
	"strings"
	"testing"
)

// Of several reports, the web pages come with an index, and pages lead to the
// files beside them; a folder of all that is read as its reports, once.
func TestWebPages(t *testing.T) {
	inFolder(t, "a.json", minimal(t), "b.json", minimal(t, agency, "乙局"), "c.json", minimal(t, agency, "丙<局>", `"year": 2024`, `"year": 2023`))
	a := nianbao(t, "build", "a.json", "b.json", "c.json", "-o", "网站", "-format", "docx,html")
	a.want(t, fine, "目录：网站/index.html\n", "共 3 份：完成 3 份")
	page := get(t, "网站/"+title+".html")
	if !strings.Contains(page, `.docx">Word</a>`) || strings.Contains(page, ".pdf") {
		t.Error("the page does not lead to the Word file, or to others")
	}
	index := get(t, "网站/index.html")
	for _, want := range []string{"<h2>2024年", "<h2>2023年", ">丙&lt;局&gt;</a>", `>乙局</a>`, `aria-label="乙局 Word"`} {
		if !strings.Contains(index, want) {
			t.Errorf("the index lacks %s:\n%s", want, index)
		}
	}
	if strings.Index(index, "2024年") > strings.Index(index, "2023年") {
		t.Error("the latest year does not come first")
	}
	nianbao(t, "check", "网站").want(t, fine, "另有 3 份是同名文件的 PDF、OFD 或者网页，没有再读。", "网站/index.html", "共 3 份：没有错误 3 份")

	// The same again leaves all as it is; one report alone has no index.
	nianbao(t, "build", "a.json", "b.json", "c.json", "-o", "网站", "-format", "docx,html").want(t, fine)
	if get(t, "网站/index.html") != index {
		t.Error("the index is another the second time")
	}
	nianbao(t, "build", "a.json", "-o", "一份", "-format", "html").want(t, fine)
	if _, err := os.Stat("一份/index.html"); err == nil {
		t.Error("one report has an index")
	}
	nianbao(t, "import", "一份", "-o", "读").want(t, fine)

	// What somebody worked on stays.
	put(t, "网站/index.html", index+"<p>改过</p>")
	nianbao(t, "build", "a.json", "b.json", "-o", "网站", "-format", "html").want(t, impossible, "“网站/index.html”在生成以后有人改过")
}
