package templates

import (
	"os"
	"strings"
	"testing"
)

// A phrase that names what is not there is refused when the template is loaded.
func TestPhraseRefusals(t *testing.T) {
	data, err := os.ReadFile("2021.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ old, new, want string }{
		{`"means": [["fees"]]`, `"means": [["licences"]]`, `"disclosure.licences" is no number`},
		{`"means": [["fees"]]`, `"means": [["fees", "fees"]]`, `stands in one sum twice`},
		{`"means": [["fees"]]`, `"means": []`, `says or means nothing`},
		{`{"topic": "fees"`, `{"topic": "licence"`, `"licence" is no topic`},
		{`{"topic": "fees"`, `{"topic": "elsewhere"`, `the topic "elsewhere" has no units`},
		{`"三安全一稳定#"`, `"三安全一稳定"`, `does not have one #`},
		{`"三安全一稳定#"`, `"三安全||一稳定#"`, `has an empty word`},
		{`"say": ["{收到}*{申请}#",`, `"say": ["{收倒}*{申请}#",`, `"收倒" are no synonyms`},
		{`"say": ["{收到}*{申请}#",`, `"say": ["{收到*{申请}#",`, `are no synonyms`},
		{`{"name": "收到", "words"`, `{"name": "申请", "words"`, `have the same name`},
		{`"words": ["废止"`, `"words": ["废*止"`, `is no plain word`},
		{`{"key": "rules", "words"`, `{"key": "rules", "within": "law", "words"`, `which is no topic`},
		{`"words": ["规章"]`, `"words": ["行政许可"]`, `have the same word`},
		{`"name": "平台建设", "words"`, `"name": "", "words"`, `needs a name`},
	} {
		if n := strings.Count(string(data), c.old); n != 1 {
			t.Errorf("%s stands %d times", c.old, n)
			continue
		}
		_, err := read("2021", []byte(strings.Replace(string(data), c.old, c.new, 1)), Load)
		if err == nil || !strings.Contains(err.Error(), strings.TrimPrefix(c.want, `"disclosure.licences" `)) {
			t.Errorf("%s: %v, want %s", c.new, err, c.want)
		}
	}
}
