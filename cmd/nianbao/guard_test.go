package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/filing"
	"nianbao/filing/source"
	"nianbao/reading/published"
)

// A fault of the program is the sentence of the file it arose in, in every
// command that takes several files.
func TestFaultsStayWithTheirFile(t *testing.T) {
	err := source.Guarded("坏.docx", func() {
		var none []int
		_ = none[len(t.Name())]
	})
	if err == nil || !strings.Contains(err.Error(), "坏.docx") || !strings.Contains(err.Error(), "guard_test.go:") {
		t.Error(err)
	}
	// Standard input that is not there makes the reader itself fail; the lack of
	// last year's reports, whatever comes after it.
	if _, err := source.Read(source.StandardInput, nil); err == nil || !strings.Contains(err.Error(), "标准输入") {
		t.Errorf("read: %v", err)
	}
	inFolder(t, "report.json", minimal(t))
	s, err := source.Read("report.json", nil)
	if err != nil {
		t.Fatal(err)
	}
	if f := find("report.json", s, filing.Options{}, nil, false); f.status() != impossible || !strings.Contains(f.Failure, "report.json") {
		t.Errorf("check: %q", f.Failure)
	}
	b := builder{from: map[string]origin{}, batch: source.BatchOf(nil)}
	if r := b.one("report.json", console{}); r.status != impossible || r.failure == nil {
		t.Errorf("build: %v", r.failure)
	}
}

// Of a folder, every other file is still reported.
func TestExtraColumnBesideSeveralParts(t *testing.T) {
	for _, file := range []string{"table-two-extra-column.html", "table-two-extra-column.docx"} {
		content, err := os.ReadFile(filepath.Join("..", "..", "reading", "testdata", "files", file))
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Ext(file) == ".html" {
			content = published.Labelled(t, content)
		}
		path := filepath.Join(t.TempDir(), file)
		if err := os.WriteFile(path, content, 0o644); err != nil {
			t.Fatal(err)
		}
		r := nianbao(t, "check", path, filepath.Join("..", "..", "fixtures", "laiyuan-2022", "report.json"))
		if !strings.Contains(r.out, "上年处理决定数量") || !strings.Contains(r.out, "共 2 份：没有错误 1 份") || r.status != wrong {
			t.Errorf("%s: %d\n%s%s", file, r.status, r.out, r.err)
		}
	}
}
