package check

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"nianbao/check/prose"
	"nianbao/fixtures"
	"nianbao/report"
	"nianbao/report/jsonfile"
	"nianbao/templates"
)

// In two reports that were really published, the prose contradicts the tables
// once: Laiyuan's 1 application where table three says 7.
func TestPublishedReports(t *testing.T) {
	laiyuan, _ := jsonfile.Decode(fixtures.Named(t, "laiyuan-2022").JSON)
	problems := proseAgainstTables(laiyuan)
	if len(problems) != 1 || !strings.Contains(problems[0].Message, "“1项”") || !strings.Contains(problems[0].Message, "总计 7") {
		t.Errorf("laiyuan-2022: %s", fixtures.Listed(problems))
	}
	huaian, _ := jsonfile.Decode(fixtures.Named(t, "huaian-2024").JSON)
	huaian.Prose = publishedProse(t, "huaian-2024.txt")
	if problems := proseAgainstTables(huaian); len(problems) > 0 {
		t.Errorf("huaian-2024: %s", fixtures.Listed(problems))
	}
	held := 0
	for _, m := range prose.Mentions(huaian) {
		if m.Reason == "" {
			held++
		}
	}
	if held < 14 {
		t.Errorf("huaian-2024: only %d numbers were held against the tables", held)
	}
}

// publishedProse is the prose of a report as it was published, from the folder
// of such reports that may lie beside this checkout.
func publishedProse(t *testing.T, name string) map[string]report.Prose {
	t.Helper()
	file := ""
	for dir, _ := os.Getwd(); dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if f := filepath.Join(dir, "shared", "reports", name); fileExists(f) {
			file = f
			break
		}
	}
	if file == "" {
		t.Skip("the published reports are not beside this checkout")
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	sections := map[string]report.Prose{}
	key := templates.PreambleKey
	keys := map[string]string{"一、总体情况": "overview", "二、": "", "五、存在": "problems", "六、其他": "other_matters"}
	var text strings.Builder
	flush := func() {
		if key != "" {
			sections[key] = report.Prose{Text: strings.TrimSpace(text.String())}
		}
		text.Reset()
	}
lines:
	for line := range strings.SplitSeq(string(data), "\n") {
		plain := strings.TrimSpace(strings.ReplaceAll(line, "\f", ""))
		if plain == "" || regexp.MustCompile(`^-\d+-$`).MatchString(plain) {
			continue
		}
		for start, next := range keys {
			if strings.HasPrefix(plain, start) {
				flush()
				key = next
				continue lines
			}
		}
		if strings.HasPrefix(line, "   ") {
			text.WriteString("\n")
		}
		text.WriteString(plain)
	}
	flush()
	return sections
}

func fileExists(file string) bool {
	_, err := os.Stat(file)
	return err == nil
}
