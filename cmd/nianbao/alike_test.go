package main

import (
	"fmt"
	"strings"
	"testing"

	"nianbao/fixtures"
)

// Forty units that copied one text: a line a unit and the ten worst passages, not a
// warning for each pair.
func TestAlikeOverFortyUnits(t *testing.T) {
	report := string(fixtures.Named(t, "laiyuan-2022").JSON)
	var files []string
	var names []string
	for i := range 40 {
		name := fmt.Sprintf("%02d.json", i)
		names = append(names, name)
		files = append(files, name, strings.Replace(report, `"agency": "涞源县"`, fmt.Sprintf(`"agency": "涞源县第%d局"`, i), 1))
	}
	inFolder(t, files...)
	a := nianbao(t, append([]string{"check", "-alike"}, names...)...)
	a.want(t, fine, "文字雷同（alike.section）", " 40", "39.json", "最像的 2 段", "对也是这一段", "100%")
	_, matrix, _ := strings.Cut(a.out, "文字雷同")
	if lines := strings.Count(matrix, "\n"); lines > 70 {
		t.Errorf("%d lines on what is alike", lines)
	}
	if n := strings.Count(a.out, "alike.section"); n != 1 {
		t.Errorf("alike.section is reported %d times", n)
	}
}
