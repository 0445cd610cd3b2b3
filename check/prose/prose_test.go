package prose

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"nianbao/fixtures"
	"nianbao/report"
	"nianbao/report/jsonfile"
)

// A sentenceCase is a line of testdata/sentences.txt.
type sentenceCase struct {
	line                      int
	scope, agency, want, text string
}

func sentenceCases(t testing.TB) []sentenceCase {
	t.Helper()
	data, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	var cases []sentenceCase
	scope, agency := "", ""
	for i, line := range strings.Split(string(data), "\n") {
		if s, ok := strings.CutPrefix(line, "scope "); ok {
			scope, agency = s, "淮安市"
		}
		if s, ok := strings.CutPrefix(line, "agency "); ok {
			agency = s
		}
		want, text, ok := strings.Cut(line, " | ")
		if ok && !strings.HasPrefix(line, "#") {
			cases = append(cases, sentenceCase{i + 1, scope, agency, want, strings.ReplaceAll(text, "↵", "\n")})
		}
	}
	return cases
}

// Every sentence of testdata/sentences.txt is read as its line says.
func TestSentences(t *testing.T) {
	r, _ := jsonfile.Decode(fixtures.Named(t, "huaian-2024").JSON)
	cases := sentenceCases(t)
	for _, c := range cases {
		r.Scope, r.Agency, r.Prose = c.scope, c.agency, map[string]report.Prose{"overview": {Text: c.text}}
		right, wrong := 0, 0
		var told []string
		for _, m := range Mentions(r) {
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
		if got != c.want {
			t.Errorf("line %d: %s, want %s: %s\n\t%s", c.line, got, c.want, c.text, strings.Join(told, "\n\t"))
		}
	}
	if len(cases) < 200 {
		t.Errorf("only %d sentences", len(cases))
	}
}

func names(m Mention) string {
	var names []string
	for _, meaning := range m.Means {
		names = append(names, meaning.Name()+" "+meaning.Shown)
	}
	return strings.Join(names, "; ")
}
