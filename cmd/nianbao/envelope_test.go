package main

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// What goes to standard output is the file, and nothing else.
func TestToStandardOutput(t *testing.T) {
	inFolder(t, "a.json", minimal(t), "b.html", webPage(t, minimal(t)))
	nianbao(t, "build", "a.json", "-o", "out").want(t, fine)
	for _, format := range []string{"docx", "pdf"} {
		a := nianbaoWith(t, minimal(t), "build", "-", "-o", "-", "-format", format)
		if a.status != fine || a.out != get(t, "out/"+title+"."+format) {
			t.Errorf("%s: %d, %d bytes", format, a.status, len(a.out))
		}
		if !strings.HasPrefix(a.err, "已写到标准输出：\n  "+title+"."+format) {
			t.Errorf("%s: %s", format, a.err)
		}
	}
	a := nianbaoWith(t, minimal(t, received, `"received": {"natural_person": 1`), "build", "-", "-o", "-", "-format", "pdf")
	if a.status != wrong || a.out != "" {
		t.Errorf("a report with errors gives %d bytes", len(a.out))
	}
	data := nianbao(t, "import", "b.html", "-o", "-")
	nianbao(t, "import", "b.html", "-o", "data").want(t, fine)
	if data.status != fine || data.out != get(t, "data/"+title+".json") || !strings.Contains(data.err, "已写出：标准输出") {
		t.Errorf("import: %d, %s\n%s", data.status, data.out[:min(len(data.out), 100)], data.err)
	}
	for _, c := range []struct {
		args []string
		said string
	}{
		{[]string{"build", "a.json", "-o", "-"}, "只能写一种文件，请加上 -format docx 或者 -format pdf"},
		{[]string{"build", "a.json", "b.html", "-o", "-", "-format", "pdf"}, "一次只能写一份报告"},
		{[]string{"import", "b.html", "a.json", "-o", "-"}, "一次只能写一份报告"},
		{[]string{"import", "b.html", "-o", "-", "-json"}, "只能写一个"},
	} {
		a := nianbao(t, c.args...)
		a.want(t, impossible, c.said)
		if a.out != "" {
			t.Errorf("%q writes to standard output", c.args)
		}
	}
	wantFiles(t, ".", "a.json", "b.html", "out", "data")
}

// docs/api.md names every key that the commands print, and those only.
func TestJSONIsDescribed(t *testing.T) {
	page := func() string {
		text, err := os.ReadFile("../../docs/api.md")
		if err != nil {
			t.Fatal(err)
		}
		_, after, _ := strings.Cut(string(text), "\n## The command's JSON\n")
		part, _, _ := strings.Cut(after, "\n## ")
		return part
	}()
	for _, value := range []any{finding{}, identity{}, imported{}, comparison{}, compared{}, rest{}, explained{}} {
		of := reflect.TypeOf(value)
		for i := range of.NumField() {
			tag, _, _ := strings.Cut(of.Field(i).Tag.Get("json"), ",")
			if tag != "" && !strings.Contains(page, "`"+tag+"`") {
				t.Errorf("docs/api.md does not name %s of %s", tag, of.Name())
			}
		}
	}
}

func TestJSONOfManyFiles(t *testing.T) {
	t.Setenv("PATH", "") // no office program
	inFolder(t, "收件/a.json", minimal(t, agency, "甲局"), "收件/a.pdf", "%PDF-1.4", "收件/b.html", webPage(t, minimal(t, agency, "乙局")),
		"收件/旧.doc", oldWord, "收件/图.png", "x", "收件/c.json", minimal(t, agency, "甲局", `"licensing": 0`, `"licensing": 2`))
	var said struct {
		Version string
		Files   []map[string]any
		Skipped []map[string]string
		Prints  int
		Data    int
		Notes   []string
	}
	a := nianbao(t, "check", "收件", "-json")
	decodeJSON(t, a.out, &said)
	if a.status != impossible || said.Version == "" || len(said.Files) != 4 || said.Prints != 1 || len(said.Skipped) != 1 || said.Skipped[0]["file"] != "收件/图.png" {
		t.Errorf("%d: %+v", a.status, said)
	}
	if f := said.Files[0]; f["agency"] != "甲局" || f["year"] != 2024.0 || f["title"] != "甲局2024年政府信息公开工作年度报告" || f["edition"] != "2021" {
		t.Errorf("%v", f)
	}
	if len(said.Notes) != 1 || !strings.Contains(said.Notes[0], "甲局 2024 年") {
		t.Errorf("%q", said.Notes)
	}
	a = nianbao(t, "import", "收件", "-json", "-o", "数据")
	decodeJSON(t, a.out, &said)
	written := slices.IndexFunc(said.Files, func(f map[string]any) bool {
		return f["written"] == "数据/乙局2024年政府信息公开工作年度报告.json"
	})
	if a.status != impossible || len(said.Files) != 2 || said.Data != 2 || written < 0 || said.Files[written]["agency"] != "乙局" {
		t.Errorf("%d: %+v", a.status, said)
	}
	var difference struct {
		Version string
		A, B    struct {
			File, Agency, Title string
			Year                int
		}
	}
	decodeJSON(t, nianbao(t, "diff", "收件/a.json", "收件/b.html", "-json").out, &difference)
	if difference.Version == "" || difference.A.File != "收件/a.json" || difference.A.Agency != "甲局" || difference.B.Year != 2024 || difference.B.Title == "" {
		t.Errorf("%+v", difference)
	}
	a = nianbao(t, "check", "没有", "-json")
	decodeJSON(t, a.out, &said)
	nianbao(t, "import", "收件/a.json", "-json").want(t, impossible, `"failure"`)
}
