package report

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"nianbao/fixtures"
)

// Every sentence of testdata/sentences.txt is read as its line says.
func TestSentences(t *testing.T) {
	data, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	r, _ := Decode(fixtures.Named(t, "huaian-2024").JSON)
	n := 0
	for i, line := range strings.Split(string(data), "\n") {
		if scope, ok := strings.CutPrefix(line, "scope "); ok {
			r.Scope = scope
			continue
		}
		want, sentence, ok := strings.Cut(line, " | ")
		if strings.HasPrefix(line, "#") || !ok {
			continue
		}
		n++
		r.Prose = map[string]Prose{"overview": {Text: sentence}}
		right, wrong := 0, 0
		var told []string
		for _, m := range r.Mentions() {
			switch {
			case m.Reason != "":
				told = append(told, m.Text+" left alone: "+m.Reason)
			case m.Agrees:
				right++
				told = append(told, m.Text+" agrees with one of "+names(m))
			default:
				wrong++
				told = append(told, m.Text+" disagrees with "+names(m))
			}
		}
		got := "leave"
		switch {
		case wrong > 0:
			got = fmt.Sprint("wrong ", wrong)
		case right > 0:
			got = fmt.Sprint("right ", right)
		}
		if got != want {
			t.Errorf("line %d: %s, want %s: %s\n\t%s", i+1, got, want, sentence, strings.Join(told, "\n\t"))
		}
	}
	if n < 100 {
		t.Errorf("only %d sentences", n)
	}
}

func names(m Mention) string {
	var names []string
	for _, meaning := range m.Means {
		names = append(names, meaning.Name+" "+meaning.Shown)
	}
	return strings.Join(names, "; ")
}
