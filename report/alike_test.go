package report

import (
	"strings"
	"testing"

	"nianbao/fixtures"
)

// A text with other years and numbers is alike; two offices' own texts are not.
func TestAlike(t *testing.T) {
	r, _ := Decode(fixtures.Named(t, "huaian-2024").JSON)
	old, _ := Decode(fixtures.Named(t, "huaian-2024").JSON)
	old.Year--
	for key, prose := range old.Prose {
		old.Prose[key] = Prose{Text: strings.NewReplacer("2024", "2023", "2025", "2024", "3119", "2875").Replace(prose.Text)}
	}
	problems := Alike(r, old)
	if len(problems) != 2 || problems[0].Path != "overview" || !strings.Contains(problems[0].Message, "100%") {
		t.Error(listed(problems))
	}
	laiyuan, _ := Decode(fixtures.Named(t, "laiyuan-2022").JSON)
	if problems := Alike(r, laiyuan); len(problems) > 0 {
		t.Error(listed(problems))
	}
	half := []rune(old.Prose["overview"].Text)
	old.Prose["overview"] = Prose{Text: string(half[:len(half)/2])}
	if problems := Alike(r, old); len(problems) != 1 || problems[0].Path != "problems" {
		t.Errorf("half a section: %s", listed(problems))
	}
}
