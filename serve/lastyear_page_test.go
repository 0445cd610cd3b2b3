package serve_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"nianbao/fixtures"
	"nianbao/templates"
)

// TestLastYear loads last year's report beside this year's: its numbers stand
// beside the cells, and what it carried over is copied when asked for.
func TestLastYear(t *testing.T) {
	published := fixtures.Named(t, "laiyuan-2022").JSON
	this := bytes.Replace(published, []byte(`"year": 2022`), []byte(`"year": 2023`), 1)
	last := bytes.Replace(published, []byte(`"carried_forward": {"natural_person": 0`), []byte(`"carried_forward": {"natural_person": 3`), 1)
	v := visit(t, 1366, 768)
	v.open("#choose", "report.json", this)
	v.until(`document.querySelector("#form h2")`)
	v.settled()
	v.open("#last", "last.json", last)
	v.until(`!document.getElementById("carry").hidden`)
	v.click("#carry-show")
	const cell = "requests.carried_in.natural_person"
	if said := script[string](v, `document.querySelector("dialog").textContent`); !strings.Contains(said, "自然人：0 → 3") {
		t.Errorf("the page offers %q", said)
	}
	v.click(`dialog button[value="copy"]`)
	v.settled()
	if got := v.value(cell); got != "3" {
		t.Errorf("copied: %q, want 3", got)
	}
	if beside := script[string](v, `document.getElementById("last-disclosure.licensing").textContent`); beside != "上年 9570" {
		t.Errorf("beside the cell stands %q", beside)
	}
	v.do(chromedp.Focus(chromedp.CSS(field("agency"))))
	v.press("z", chromedp.KeyModifiers(kb.ModifierCtrl))
	v.settled()
	if got := v.value(cell); got != "0" {
		t.Errorf("after undo: %q, want 0", got)
	}

	// A warning that has its reasons is accepted with them, and the reason is saved.
	v.until(`document.querySelector("#problems .warning .explain")`)
	v.click("#problems .warning .explain")
	v.until(`document.querySelector("dialog[open] textarea")`)
	v.do(chromedp.Focus(chromedp.CSS("dialog textarea")))
	v.enter("上年数据更正")
	v.click(`dialog button[value="keep"]`)
	v.until(`document.querySelector("#problems .accepted")`)
	v.press("s", chromedp.KeyModifiers(kb.ModifierCtrl))
	if saved := v.downloaded(".json"); !bytes.Contains(saved, []byte(`"reason":"上年数据更正"`)) {
		t.Error("the reason is not in the saved report")
	}
}

// TestClipboard pastes by the keys themselves, from the machine's clipboard.
func TestClipboard(t *testing.T) {
	v := visit(t, 1366, 768)
	v.open("#choose", "report.json", fixtures.Named(t, "minimal").JSON)
	v.until(`document.querySelector("#form h2")`)
	v.settled()
	// What is copied in one field and pasted in another goes over the same clipboard as a spreadsheet's.
	v.do(chromedp.Focus(chromedp.CSS(field("other_matters"))))
	script[bool](v, `document.activeElement.select() ?? true`)
	v.enter("1\t２\t3\n4\t5\t1,006\n")
	v.press("a", chromedp.KeyModifiers(kb.ModifierCtrl), command("selectAll"))
	v.press("c", chromedp.KeyModifiers(kb.ModifierCtrl), command("copy"))
	v.do(chromedp.Focus(chromedp.CSS(field("disclosure.rules.issued"))))
	v.press("v", chromedp.KeyModifiers(kb.ModifierCtrl), command("paste"))
	v.settled()
	for path, want := range map[string]string{
		"disclosure.rules.issued": "1", "disclosure.rules.repealed": "2", "disclosure.rules.in_force": "3",
		"disclosure.normative_documents.issued": "4", "disclosure.normative_documents.in_force": "1006",
	} {
		if got := v.value(path); got != want {
			t.Errorf("%s: %q pasted, want %q", path, got, want)
		}
	}
}

// TestNoLabel: the page's script and markup hold no label of the form.
func TestNoLabel(t *testing.T) {
	files, _ := filepath.Glob("page/*")
	if len(files) < 10 {
		t.Fatal("the page's files are gone")
	}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, edition := range templates.Editions() {
			form, err := templates.Load(edition)
			if err != nil {
				t.Fatal(err)
			}
			for _, label := range labels(form) {
				if utf8.RuneCountInString(label) > 2 && bytes.Contains(content, []byte(label)) {
					t.Errorf("%s holds the label %s", file, label)
				}
			}
		}
	}
}

func labels(form *templates.Template) []string {
	all := []string{form.Title}
	for _, section := range form.Sections {
		all = append(all, section.Heading)
		if section.Table == nil {
			continue
		}
		for _, part := range section.Table.Parts {
			all = append(all, part.Caption, part.Corner)
			for _, row := range part.Rows {
				all = append(all, row.Label...)
			}
			for _, column := range part.Columns {
				all = append(all, column.Label...)
			}
		}
	}
	return all
}
