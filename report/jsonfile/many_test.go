package jsonfile

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"nianbao/fixtures"
	"nianbao/problem"
)

// A report behind so many keys of somebody else's is read whole, and every key counted.
func TestManyUnknownKeys(t *testing.T) {
	src := string(fixtures.Named(t, "laiyuan-2022").JSON)
	want, _ := Decode([]byte(src))
	const strange = 600_000
	var file strings.Builder
	file.WriteString("{")
	for i := range strange {
		fmt.Fprintf(&file, "\"k%d\":1,\n", i)
	}
	file.WriteString(src[strings.IndexByte(src, '{')+1:])
	if file.Len() > MaxSize {
		t.Fatalf("the file has %d bytes, too many to be read", file.Len())
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	got, problems := Decode([]byte(file.String()))
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; used > 60<<20 {
		t.Errorf("%d MB were used", used>>20)
	}
	if len(got.Numbers) != len(want.Numbers) || len(got.Prose) != len(want.Prose) {
		t.Errorf("%d numbers and %d texts, want %d and %d", len(got.Numbers), len(got.Prose), len(want.Numbers), len(want.Prose))
	}
	last := problems[len(problems)-1]
	if text := fmt.Sprintf("另有 %d 个问题没有列出", strange-MaxProblems); len(problems) != MaxProblems+1 || last.Code != problem.CodeMore || last.Message != text {
		t.Errorf("%d problems, the last: %v; want %s", len(problems), last, text)
	}
}
