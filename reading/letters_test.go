package reading

import (
	"os"
	"strings"
	"testing"
)

// Radicals and compatibility ideographs are the letters that they look like.
func TestUsualLetters(t *testing.T) {
	text, err := os.ReadFile("testdata/habits/as-the-form/input.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := Understand(parseManuscript(string(text))).Report
	odd := strings.NewReplacer("文", "\u2f42", "一", "\u2f00", "人", "\u2f08", "力", "\uf98a", "行", "\u2f8f").Replace(string(text))
	got := Understand(parseManuscript(odd))
	for path, n := range want.Numbers {
		if got.Report.Numbers[path].Text != n.Text {
			t.Errorf("%s: %q, want %q", path, got.Report.Numbers[path].Text, n.Text)
		}
	}
	if !strings.Contains(told(got), "部首或者兼容字形") {
		t.Error("nobody is told")
	}
}
