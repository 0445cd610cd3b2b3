package serve_test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"nianbao/fixtures"
	"nianbao/report/jsonfile"
	"nianbao/templates"
)

// mostActs are the clicks and keys that a report may take from last year's Word file
// to this year's documents, besides its numbers and its text.
const mostActs = 40

// TestFortyClicksAndKeys makes a report of usual size from last year's Word file: its
// text is written over, its tables are pasted from a spreadsheet, both documents made.
func TestFortyClicksAndKeys(t *testing.T) {
	published, numbers, form := laiyuan(t)
	v := visit(t, 1366, 768)
	acts := 0
	click := func(selector string) {
		acts++
		v.click(selector)
	}
	acts++ // a double-click on the file in the system's own dialog
	acts++ // and the button for that dialog
	v.open("#base", "last.docx", wordOf(t, fixtures.Edited(t, "laiyuan-2022", `"year": 2022`, `"year": 2021`)))
	v.until(`document.querySelector("#form h2, dialog[open]")`)
	v.settled()
	if script[bool](v, `document.querySelector("dialog[open]") !== null`) {
		click("dialog[open] button:last-child")
		v.until(`document.querySelector("#form h2")`)
		v.settled()
	}
	for _, key := range []string{"preamble", "overview", "problems", "other_matters"} {
		click(field(key))
		acts++
		v.press("a", chromedp.KeyModifiers(kb.ModifierCtrl), command("selectAll"))
		v.enter(published.Prose[key].Text)
	}
	for _, section := range form.Sections {
		if section.Table == nil {
			continue
		}
		for _, part := range section.Table.Parts {
			click(field(templates.Path(section, part.Rows[0], part.Columns[0])))
			acts++ // Ctrl+V
			var rows []string
			for _, row := range part.Rows {
				var cells []string
				for _, column := range part.Columns {
					cells = append(cells, numbers[templates.Path(section, row, column)])
				}
				rows = append(rows, strings.Join(cells, "\t"))
			}
			v.paste(strings.Join(rows, "\r\n") + "\r\n")
		}
	}
	click(field("date"))
	acts++
	v.press("a", chromedp.KeyModifiers(kb.ModifierCtrl), command("selectAll"))
	v.enter(published.Date)
	v.press(kb.Tab)
	acts++
	v.settled()
	if errors := script[int](v, `document.querySelectorAll("#problems .error").length`); errors != 0 {
		t.Fatalf("errors are left: %s", script[string](v, `document.getElementById("problems").textContent`))
	}
	v.press("s", chromedp.KeyModifiers(kb.ModifierCtrl))
	acts++
	json := v.downloaded(".json")
	acts += 2 // Word, PDF
	v.built(json, "docx", "pdf")
	t.Logf("%d clicks and keys besides numbers and text", acts)
	if acts > mostActs {
		t.Errorf("%d clicks and keys, and %d are allowed", acts, mostActs)
	}
	if r, problems := jsonfile.Decode(json); len(problems) > 0 || r.Year != published.Year || r.Prose["overview"].Text != published.Prose["overview"].Text {
		t.Errorf("%v %d", problems, r.Year)
	}
}
