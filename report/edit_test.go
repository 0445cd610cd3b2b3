package report

import (
	"slices"
	"strings"
	"testing"

	"nianbao/fixtures"
)

// edited is a fixture's JSON with each old replaced by its new; every old must
// stand in it exactly once, so that an edit cannot miss.
func edited(t testing.TB, fixture string, oldNew ...string) []byte {
	t.Helper()
	text := string(fixtures.Named(t, fixture).JSON)
	if fixture == minimal && strings.Contains(strings.Join(oldNew, ""), "无。") { // shorter, for edits to be read at a glance
		text = shortProse.Replace(text)
	}
	for i := 0; i < len(oldNew); i += 2 {
		if n := strings.Count(text, oldNew[i]); n != 1 {
			t.Fatalf("%q stands %d times in %s", oldNew[i], n, fixture)
		}
		text = strings.Replace(text, oldNew[i], oldNew[i+1], 1)
	}
	return []byte(text)
}

var shortProse = strings.NewReplacer("公开的史志资料不够丰富，2025年将补充目录。", "无。", "2024年未收取信息处理费。", "无。")

// all are the problems of a file as the program lists them.
func all(src []byte) []Problem {
	r, problems := Decode(src)
	return append(problems, Check(r)...)
}

// wantOne fails unless there is exactly one problem, apart from what the prose is too
// short for, and that with this code and line, and these words in what people read.
func wantOne(t *testing.T, problems []Problem, code string, line int, words ...string) {
	t.Helper()
	problems = slices.DeleteFunc(problems, func(p Problem) bool { return p.Code == codeIncomplete || p.Code == codeEditionYear })
	if len(problems) != 1 {
		t.Fatalf("want one %s, have %d problems:\n%s", code, len(problems), listed(problems))
	}
	p := problems[0]
	if p.Code != code || p.Line != line {
		t.Errorf("want %s in line %d, have:\n%s", code, line, p)
	}
	if p.Severity == Error && p.Fix == "" {
		t.Errorf("nothing says what to do: %s", p)
	}
	for _, word := range words {
		if !strings.Contains(p.String(), word) {
			t.Errorf("want %q in:\n%s", word, p)
		}
	}
}

func listed(problems []Problem) string {
	var lines []string
	for _, p := range problems {
		lines = append(lines, p.String())
	}
	return strings.Join(lines, "\n")
}

// lineOf is the line of the first occurrence.
func lineOf(t testing.TB, src []byte, text string) int {
	t.Helper()
	before, _, found := strings.Cut(string(src), text)
	if !found {
		t.Fatalf("%q is not in the file", text)
	}
	return 1 + strings.Count(before, "\n")
}
