package main

import (
	"strings"
	"testing"
)

// Radicals and compatibility ideographs, which PDFs and OCR give, become the usual
// letters wherever a file is read, and somebody is told.
func TestLettersThatLookUsual(t *testing.T) {
	page := webPage(t, minimal(t, agency, "甲局"))
	odd := strings.NewReplacer("文", "\u2f42", "一", "\u2f00", "行", "\u2f8f", "力", "\uf98a").Replace(page)
	if odd == page {
		t.Fatal("the page has none of these letters")
	}
	inFolder(t, "a.html", page, "b.html", odd)
	nianbao(t, "check", "b.html").want(t, fine, "部首或者兼容字形", "（import.spelling）")
	plain := nianbao(t, "import", "a.html", "-o", "-")
	if got := nianbao(t, "import", "b.html", "-o", "-"); got.out != plain.out {
		t.Errorf("other data:\n%s\n%s", got.out, plain.out)
	}
}
