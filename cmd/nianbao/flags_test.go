package main

import (
	"testing"
)

func TestFlagsStandAnywhere(t *testing.T) {
	for name, args := range map[string][]string{
		"before":     {"build", "-o", "out", "-format", "pdf", "a.json"},
		"after":      {"build", "a.json", "-o", "out", "-format", "pdf"},
		"around":     {"build", "-o", "out", "a.json", "-format", "pdf"},
		"with =":     {"build", "a.json", "--o=out", "-format=pdf"},
		"with --":    {"build", "-o", "out", "-format", "pdf", "--", "a.json"},
		"Chinese":    {"build", "-o", "out", "a.json", "-format", " .PDF "},
		"said twice": {"build", "-o", "out", "-o", "out", "a.json", "-format", "pdf"},
	} {
		t.Run(name, func(t *testing.T) {
			inFolder(t, "a.json", minimal(t))
			nianbao(t, args...).want(t, fine, "已写出：\n  out/"+title+".pdf", "新建了文件夹“out”")
			wantFiles(t, "out", title+".pdf")
		})
	}
}

func TestAfterDashesAllAreFiles(t *testing.T) {
	inFolder(t, "-draft", minimal(t))
	nianbao(t, "build", "--", "-draft").want(t, fine, "已写出")
	wantFiles(t, ".", "-draft", title+".docx", title+".pdf")
}

func TestWrongFlags(t *testing.T) {
	inFolder(t, "a.json", minimal(t))
	for name, c := range map[string]struct {
		args []string
		said string
	}{
		"unknown":              {[]string{"build", "a.json", "-x"}, "没有 -x 这个选项。可用的选项：-blank-as、-book、-draft、"},
		"mistyped":             {[]string{"build", "a.json", "-foramt", "pdf"}, "没有 -foramt 这个选项。是不是 -format？"},
		"no flags at all":      {[]string{"schema", "-o", "2021"}, "没有 -o 这个选项，schema 不带选项。"},
		"value missing":        {[]string{"build", "a.json", "-o"}, "选项 -o 后面没有写内容。"},
		"value is a flag":      {[]string{"build", "a.json", "-o", "-draft"}, "选项 -o 后面没有写内容。"},
		"value is --":          {[]string{"build", "-o", "--", "a.json"}, "选项 -o 后面没有写内容。"},
		"value empty":          {[]string{"build", "-o", "", "a.json"}, "选项 -o 后面没有写内容。"},
		"value not wanted":     {[]string{"build", "-draft=要", "a.json"}, "选项 -draft 后面不用写内容"},
		"bad syntax":           {[]string{"build", "---draft", "a.json"}, "选项写得不对：---draft。"},
		"a long dash":          {[]string{"build", "a.json", "—draft"}, "“—draft”开头的横线不是半角减号"},
		"a full-width dash":    {[]string{"build", "a.json", "－draft"}, "请改用键盘上的 -"},
		"no such format":       {[]string{"build", "a.json", "-format", "docx,epub"}, "不能写“epub”这种文件，-format 后面可以写 docx、pdf、"},
		"empty format":         {[]string{"build", "a.json", "-format", "docx,"}, "-format 后面有一项是空的。"},
		"format twice":         {[]string{"build", "a.json", "-format", "pdf、PDF"}, "-format 后面 pdf 写了两次。"},
		"flag twice":           {[]string{"build", "a.json", "-o", "a", "-o", "b"}, "选项 -o 写了两次，内容不同"},
		"switch twice":         {[]string{"build", "a.json", "-draft", "-draft=false"}, "选项 -draft 写了两次，内容不同"},
		"empty file":           {[]string{"check", "a.json", ""}, "有一个文件的名字是空的。"},
		"flag before command":  {[]string{"-json", "check", "a.json"}, "要先写命令，再写选项"},
		"host as address":      {[]string{"serve", "-host", "https://a.gov.cn"}, "-host 后面只写名字"},
		"no file":              {[]string{"build", "-draft"}, "没有写要处理的文件。"},
		"no file for check":    {[]string{"check"}, "用法见 nianbao check -h。"},
		"standard input twice": {[]string{"build", "-", "-"}, "“-”（标准输入）只能写一次。"},
	} {
		t.Run(name, func(t *testing.T) {
			nianbao(t, c.args...).want(t, impossible, c.said, "用法见 nianbao")
			wantFiles(t, ".", "a.json")
		})
	}
}
