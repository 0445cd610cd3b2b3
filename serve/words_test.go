package serve

import (
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"

	"nianbao/fixtures"
	"nianbao/problem"
)

// ofFiles are words of the command line and of the data file, which nobody knows
// who fills the form in a browser.
var ofFiles = regexp.MustCompile(`(^|[^\w./-])(-[a-z]{2,}|JSON|json|null|true|false|[a-z]+_[a-z_]+|U\+[0-9A-F]{4,}|\\[nrtu]|edition|agency|signatory|report|schema|accepted|overview|preamble|problems|disclosure|requests|disputes)($|[^\w])`)

// TestNoWordsOfFiles: whatever slip a report has, what the page is told of it, and
// what of it the page shows when the file is opened, is in people's words. How a file of
// data is broken as such is for whoever made it, in that file's words.
func TestNoWordsOfFiles(t *testing.T) {
	s := New(Options{Faces: embedded(t)})
	said := map[string]string{}
	for _, c := range fixtures.Bad(t) {
		name, src := c.Name, c.JSON
		w := answer(s, request("POST", "/api/read", src))
		if w.Code == http.StatusOK {
			for _, p := range decode[opened](t, w).Problems {
				if !ofData(p) {
					said[shown(p.Place)+"："+p.Message] = name
				}
			}
		}
		for _, p := range decode[finding](t, answer(s, request("POST", "/api/check", src))).Problems {
			if !ofData(p.Problem) {
				said[shown(p.Place)+"："+p.Message+"。"+p.Advice] = name + " (check)"
			}
		}
	}
	var wrong []string
	for text, name := range said {
		if found := ofFiles.FindString(text); found != "" {
			wrong = append(wrong, name+": "+strings.TrimSpace(found)+" in "+text)
		}
	}
	slices.Sort(wrong)
	for _, what := range wrong {
		t.Error(what)
	}
	t.Logf("%d messages were read", len(said))
}

// ofData: a problem of a file that is no report's JSON. The page itself writes none
// such, but may hold any character.
func ofData(p problem.Problem) bool {
	return strings.HasPrefix(p.Code, "json.") && (p.Code != problem.CodeControl || strings.Contains(p.Fix, `\n`))
}

// shown is a place as the page shows it.
func shown(place string) string {
	return regexp.MustCompile(`（[a-z_.]+）$`).ReplaceAllString(place, "")
}

// TestThePageSaysNoWordsOfFiles: nor does the page itself say any.
func TestThePageSaysNoWordsOfFiles(t *testing.T) {
	inScript := regexp.MustCompile(`"[^"\n]*\p{Han}[^"\n]*"`)
	inMarkup := regexp.MustCompile(`"[^"\n]*\p{Han}[^"\n]*"|>[^<]*\p{Han}[^<]*<`)
	count := 0
	for name, file := range pages() {
		texts := inScript
		if strings.HasSuffix(name, ".html") {
			texts = inMarkup
		}
		for _, text := range texts.FindAllString(string(file.content), -1) {
			count++
			if found := ofFiles.FindString(text); found != "" && !strings.Contains(text, ".json") { // what a saved file is called
				t.Errorf("%s: %s in %s", name, found, text)
			}
		}
	}
	if count < 200 {
		t.Errorf("only %d texts were looked at", count)
	}
}
