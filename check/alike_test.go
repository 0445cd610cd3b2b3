package check

import (
	"strings"
	"testing"

	"nianbao/fixtures"
	"nianbao/report"
	"nianbao/report/jsonfile"
)

// A text with other years and numbers is alike; two offices' own texts are not.
func TestAlike(t *testing.T) {
	r, _ := jsonfile.Decode(fixtures.Named(t, "huaian-2024").JSON)
	old, _ := jsonfile.Decode(fixtures.Named(t, "huaian-2024").JSON)
	old.Year--
	for key, prose := range old.Prose {
		old.Prose[key] = report.Prose{Text: strings.NewReplacer("2024", "2023", "2025", "2024", "3119", "2875").Replace(prose.Text)}
	}
	problems := Alike(TextsOf(r), TextsOf(old))
	if len(problems) != 2 || problems[0].Path != "overview" || !strings.Contains(problems[0].Message, "100%") {
		t.Error(fixtures.Listed(problems))
	}
	laiyuan, _ := jsonfile.Decode(fixtures.Named(t, "laiyuan-2022").JSON)
	if problems := Alike(TextsOf(r), TextsOf(laiyuan)); len(problems) > 0 {
		t.Error(fixtures.Listed(problems))
	}
	half := []rune(old.Prose["overview"].Text)
	old.Prose["overview"] = report.Prose{Text: string(half[:len(half)/2])}
	if problems := Alike(TextsOf(r), TextsOf(old)); len(problems) != 1 || problems[0].Path != "problems" {
		t.Errorf("half a section: %s", fixtures.Listed(problems))
	}
}

// Passages are quoted as they are written, with their years and names.
func TestAlikePassages(t *testing.T) {
	const text = "年，澄岭县水利局围绕农村饮水安全公开信息214条，办理依申请公开18件。全年没有发生因政府信息公开引起的行政复议和行政诉讼，也没有收取信息处理费，各项制度都已经落实到位，公众满意度保持在较高的水平。"
	report := func(year, agency string) *report.Report {
		return &report.Report{Agency: agency, Template: mustTemplate(t), Prose: map[string]report.Prose{"overview": {Text: year + strings.ReplaceAll(text, "澄岭县水利局", agency)}}}
	}
	problems := Alike(TextsOf(report("2024", "澄岭县水利局")), TextsOf(report("2023", "望溪县水利局")))
	if len(problems) != 1 || !strings.Contains(problems[0].Message, "“2024年，澄岭县水利局围绕农村饮水安全公开信息214条") {
		t.Error(fixtures.Listed(problems))
	}
}
