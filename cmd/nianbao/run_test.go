package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
)

func TestCommands(t *testing.T) {
	for name, c := range map[string]struct {
		args   []string
		status int
		said   string
	}{
		"help":              {[]string{"help"}, fine, "用法：nianbao"},
		"-h":                {[]string{"-h"}, fine, "用法：nianbao"},
		"help of one":       {[]string{"help", "build"}, fine, "用法：nianbao build"},
		"help of none such": {[]string{"help", "bild"}, impossible, "是不是要用 nianbao build？"},
		"mistyped":          {[]string{"chekc"}, impossible, "没有“chekc”这个命令。是不是要用 nianbao check？"},
		"far off":           {[]string{"打印"}, impossible, "可用的命令：serve、build、check、import、diff、new、schema、fonts、version"},
		"a file":            {[]string{"年 报.JSON"}, impossible, `nianbao build "年 报.JSON"`},
		"a Word file":       {[]string{"年报.docx"}, impossible, "nianbao check 年报.docx\n  nianbao import 年报.docx"},
		"version":           {[]string{"--version"}, fine, "国办公开办函〔2021〕30号，2021 年起的报告"},
		"version and more":  {[]string{"version", "x"}, impossible, "后面不用写别的"},
	} {
		t.Run(name, func(t *testing.T) {
			a := nianbao(t, c.args...)
			a.want(t, c.status, c.said)
			if c.status == impossible && a.out != "" {
				t.Error("a wrong call is answered on standard output")
			}
		})
	}
}

func TestHelpOfEachHasAnExample(t *testing.T) {
	for _, command := range commands() {
		a := nianbao(t, command.name, "-h")
		a.want(t, fine, "用法：nianbao "+command.name, "例如：\n  nianbao "+command.name)
		if a.err != "" {
			t.Errorf("%s -h: help was asked for and went to standard error", command.name)
		}
	}
}

// No label of the form may stand in Go code: the template has it.
func TestNoLabelInCode(t *testing.T) {
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if strings.HasSuffix(file.Name(), ".go") && !strings.HasSuffix(file.Name(), "_test.go") &&
			strings.Contains(get(t, file.Name()), "工作年度报告") {
			t.Errorf("%s names the report's title", file.Name())
		}
	}
}

// A gone is a reader that has gone away.
type gone struct{}

func (gone) Write([]byte) (int, error) { return 0, errors.New("gone") }

func TestNobodyListens(t *testing.T) {
	inFolder(t, "a.json", minimal(t))
	for _, args := range [][]string{
		{"build", "a.json"}, {"build", "a.json", "a.json", "-o", "two"}, {"check", "a.json"}, {"check", "-json", "a.json"},
		{"new", "-agency", "甲县", "-year", "2025"}, {"schema", "2021"}, {"fonts"}, {"version"}, {"version", "-licenses"}, {"help"},
	} {
		if status := run(withEmbedded(args), strings.NewReader(""), gone{}, gone{}); status != impossible {
			t.Errorf("%v: exit code %d", args, status)
		}
	}
	get(t, title+".docx") // it was written all the same
}

// Who reads that the disk is full must not take the report for what was lost.
func TestFullStandardOutput(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("no /dev/full here")
	}
	defer full.Close()
	inFolder(t, "a.json", minimal(t))
	var said bytes.Buffer
	status := run([]string{"build", "-faces", "embedded", "a.json"}, nil, full, &said)
	if status != impossible || !strings.HasPrefix(said.String(), "屏幕上该显示的（或者“>”后面的文件）没有写完整：磁盘空间不够了") || strings.Contains(said.String(), "-o") {
		t.Errorf("%d, %s", status, said.String())
	}
	wantFiles(t, ".", "a.json", title+".docx", title+".pdf")
}

// What goes to standard output is said to be there when it is.
func TestFullStandardOutputForContent(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("no /dev/full here")
	}
	defer full.Close()
	inFolder(t, "a.json", minimal(t))
	if status := run([]string{"build", "-faces", "embedded", "a.json"}, nil, io.Discard, io.Discard); status != fine {
		t.Fatal(status)
	}
	for _, args := range [][]string{
		{"build", "-faces", "embedded", "a.json", "-o", "-", "-format", "pdf"},
		{"build", "-faces", "embedded", "a.json", "-o", "-", "-format", "docx"},
		{"import", title + ".docx", "-o", "-"},
	} {
		var said bytes.Buffer
		if status := run(args, nil, full, &said); status != impossible || strings.Contains(said.String(), "已写") || !strings.Contains(said.String(), "磁盘空间不够了") {
			t.Errorf("%v: %d, %s", args, status, said.String())
		}
	}
}
