package style

import (
	"slices"
	"strings"
	"testing"
)

func TestWords(t *testing.T) {
	words := strings.Split(strings.TrimSuffix(wordList, "\n"), "\n")
	if !slices.IsSorted(words) {
		t.Fatal("the words are not in order")
	}
	for _, word := range append(words[:5:5], "办理", "热线", words[len(words)-1]) {
		if !isWord(word) {
			t.Errorf("%s is not found", word)
		}
	}
	for _, word := range []string{"", "热", "线服", "一", "龥龥", "办理结果"} {
		if isWord(word) {
			t.Errorf("%s is found", word)
		}
	}
}

func TestLabelLines(t *testing.T) {
	const size = 10 * Point
	for _, c := range []struct {
		label string
		ems   Length // of the cell's room, in tenths
		want  string
	}{
		{"三、本年度办理结果", 31, "三、/本年度/办理/结果"},
		{"（三）不予公开", 41, "（三）/不予公开"},
		{"（五）不予处理", 41, "（五）/不予处理"},
		{"商业企业", 31, "商业/企业"},
		{"结果维持", 25, "结果/维持"},
		{"总计", 31, ""},
		{"社会公益组织", 41, "社会公益/组织"},
		{"自然人", 20, ""}, // a word is wider than the cell
	} {
		got := strings.Join(LabelLines(c.label, c.ems*size/10, size), "/")
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.label, got, c.want)
		}
	}
}

// Words are whole, lose nothing, and none begins with what must not begin a line.
func TestCutIntoWords(t *testing.T) {
	for text, want := range map[string]string{
		"":            "",
		"我们2022年认真学习": "我们|2022|年|认真|学习",
		"（甲）乙、丙":      "（甲）|乙、|丙",
	} {
		words := Words(text)
		if got := strings.Join(words, ""); got != text {
			t.Errorf("%s: %q", text, words)
		}
		if got := strings.Join(words, "|"); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
