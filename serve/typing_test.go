package serve_test

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"nianbao/check"
	"nianbao/filing"
	"nianbao/fixtures"
	"nianbao/render"
	"nianbao/render/font"
	"nianbao/render/pdf"
	"nianbao/report"
	"nianbao/report/jsonfile"
	"nianbao/templates"
)

// laiyuan is the published report, and its numbers on the national form, which
// has three rows where the report's own has one.
func laiyuan(t *testing.T) (*report.Report, map[string]string, *templates.Template) {
	t.Helper()
	published, _ := jsonfile.Decode(fixtures.Named(t, "laiyuan-2022").JSON)
	form, err := templates.Load("2021")
	if err != nil {
		t.Fatal(err)
	}
	numbers := map[string]string{}
	for _, leaf := range form.Leaves() {
		numbers[leaf.Path] = "0"
		if number, ok := published.Numbers[leaf.Path]; ok {
			numbers[leaf.Path] = number.Text
		}
	}
	return published, numbers, form
}

// TestTypedIn makes a report from nothing as a clerk does: by keyboard and one
// pasted block, with a slip that is found and mended and a reload in between.
// The files are those of the command.
func TestTypedIn(t *testing.T) {
	published, numbers, form := laiyuan(t)
	v := visit(t, 1366, 768)

	v.do(chromedp.Focus(chromedp.CSS("#begin-agency")))
	v.enter("涞源县")
	v.press(kb.Tab)
	v.press("2022") // the caret's text is marked by Tab, so this replaces it
	v.press(kb.Enter)
	v.until(`document.querySelector("#form h2")`)
	v.settled()

	for _, key := range []string{"preamble", "overview", "problems", "other_matters"} {
		v.do(chromedp.Focus(chromedp.CSS(field(key))))
		v.enter(published.Prose[key].Text)
	}

	// Table two: Enter goes down a column, an arrow to the next cell, a comma and
	// full-width digits are understood.
	v.do(chromedp.Focus(chromedp.CSS(field("disclosure.rules.issued"))))
	v.press("0" + kb.ArrowRight + "0" + kb.ArrowRight + "0" + kb.ArrowDown)
	v.do(chromedp.Focus(chromedp.CSS(field("disclosure.normative_documents.issued"))))
	v.press("4" + kb.ArrowRight + "0" + kb.ArrowRight)
	v.enter("７")
	v.press(kb.Enter)
	v.press("9,570" + kb.Enter + "2546" + kb.ArrowDown + "198" + kb.ArrowDown)
	v.press("18350000")
	v.enter("元")
	if at := v.focused(); at != "disclosure.fees" {
		t.Errorf("Enter and the arrows led to %s", at)
	}

	// Table three, first row by arrows; its sum is left to the program.
	v.do(chromedp.Focus(chromedp.CSS(field("requests.received.natural_person"))))
	v.press("6" + kb.ArrowRight + "0" + kb.ArrowRight + "0" + kb.ArrowRight + "1" + kb.ArrowRight + "0" + kb.ArrowRight + "0" + kb.ArrowDown)
	v.settled()
	if sum := v.value("requests.received.total"); sum != "7" {
		t.Errorf("the sum left to the program shows %q, want 7", sum)
	}
	if at := v.focused(); at != "requests.carried_in.other_applicant" {
		t.Errorf("the arrows led to %s", at)
	}

	v.reloaded()
	for path, want := range map[string]string{"disclosure.licensing": "9570", "disclosure.fees": "1835", "disclosure.normative_documents.in_force": "7", "requests.received.natural_person": "6"} {
		if got := v.value(path); got != want {
			t.Errorf("after a reload %s is %q, want %q", path, got, want)
		}
	}

	// The rest of table three comes from a spreadsheet, labels and all.
	v.do(chromedp.Focus(chromedp.CSS(field("requests.carried_in.natural_person"))))
	v.paste(block(form, numbers))
	v.settled()
	if got := v.value("requests.outcome.granted.nonprofit"); got != "1" {
		t.Errorf("the block put %q where 1 belongs", got)
	}
	v.press("z", chromedp.KeyModifiers(kb.ModifierCtrl))
	v.settled()
	if got := v.value("requests.outcome.granted.nonprofit"); got != "" {
		t.Errorf("undo left %q of the block", got)
	}
	v.press("y", chromedp.KeyModifiers(kb.ModifierCtrl))
	v.settled()

	v.click("#fill")
	v.click(`dialog button[value="fill"]`)
	v.settled()

	v.slipAndMend()

	name := v.saved(numbers, published)
	v.built(name)
}

// reloaded reloads the page in the middle of work; the browser asks first.
func (v *visitor) reloaded() {
	v.t.Helper()
	v.do(chromedp.Reload())
	v.ready()
	v.until(`document.querySelector("#form h2")`)
	v.settled()
	if !slices.Contains(v.heard(&v.dialogs), "beforeunload") {
		v.t.Error("nobody was asked before unsaved work was left")
	}
}

// block is table three without its first row, as a spreadsheet copies it.
func block(form *templates.Template, numbers map[string]string) string {
	var out strings.Builder
	section := form.Sections[slices.IndexFunc(form.Sections, func(s templates.Section) bool { return s.Key == "requests" })]
	for _, row := range section.Table.Parts[0].Rows[1:] {
		labels := append(slices.Clone(row.Label), "", "")[:3]
		out.WriteString(strings.Join(labels, "\t"))
		for _, column := range section.Table.Parts[0].Columns {
			out.WriteString("\t" + numbers[templates.Path(section, row, column)])
		}
		out.WriteString("\r\n")
	}
	return out.String()
}

// paste puts text on the clipboard and presses Ctrl+V.
func (v *visitor) paste(text string) {
	v.t.Helper()
	script[bool](v, fmt.Sprintf(`(() => {
		const clipboardData = new DataTransfer();
		clipboardData.setData("text/plain", %s);
		return document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
	})()`, quoted(text)))
}

// slipAndMend makes one number wrong, follows the problem to the cell and mends it.
func (v *visitor) slipAndMend() {
	v.t.Helper()
	const wrong = "requests.received.total"
	v.do(chromedp.Focus(chromedp.CSS(field(wrong))))
	v.press("8")
	v.until(fmt.Sprintf(`document.querySelector(%q).closest('td[data-mark="error"]')`, field(wrong)))
	v.do(chromedp.Focus(chromedp.CSS(field("agency"))))
	v.click("#problems .error button")
	if at := v.focused(); at != wrong {
		v.t.Errorf("a click on the problem led to %s", at)
	}
	v.until(`!document.getElementById("note").hidden`)
	if said := script[string](v, `document.getElementById("note").textContent`); !strings.Contains(said, "应填 7") {
		v.t.Errorf("the cell says %q", said)
	}
	v.press("7")
	v.until(fmt.Sprintf(`!document.querySelector(%q).closest("[data-mark]")`, field(wrong)))
}

// saved is the report that 保存 writes; it holds what was typed.
func (v *visitor) saved(numbers map[string]string, published *report.Report) []byte {
	v.t.Helper()
	v.press("s", chromedp.KeyModifiers(kb.ModifierCtrl))
	json := v.downloaded(".json")
	r, problems := jsonfile.Decode(json)
	if len(problems) > 0 {
		v.t.Errorf("the saved report has problems: %v", problems)
	}
	check.Check(r) // computes the sums that were left out
	for _, path := range slices.Sorted(maps.Keys(numbers)) {
		if got := r.Numbers[path].Text; got != numbers[path] {
			v.t.Errorf("saved: %s is %q, want %q", path, got, numbers[path])
		}
	}
	for key, prose := range published.Prose {
		if r.Prose[key].Text != prose.Text {
			v.t.Errorf("saved: %s differs", key)
		}
	}
	return json
}

// built has files made, of all formats where none is named; they are the command's,
// byte for byte.
func (v *visitor) built(json []byte, names ...string) {
	v.t.Helper()
	faces, err := font.Embedded()
	v.check(err)
	paper := filing.Lay(json, filing.Options{Faces: faces})
	for _, format := range render.Formats {
		if len(names) > 0 && !slices.Contains(names, format.Name) {
			continue
		}
		want, err := format.Write(paper.Print(pdf.PDFA2a))
		v.check(err)
		v.click("#" + format.Name)
		if got := v.downloaded(format.Extension); !bytes.Equal(got, want) {
			v.t.Errorf("the page's %s has %d bytes, the command's %d, and they differ", format.Name, len(got), len(want))
		}
	}
}

// TestEscapeLeavesASumToTheProgram: what is typed into a computed sum and taken
// back leaves nothing behind.
func TestEscapeLeavesASumToTheProgram(t *testing.T) {
	v := visit(t, 1366, 768)
	v.filled()
	const sum, part = "requests.received.total", "requests.received.natural_person"
	set := func(path, text string) {
		v.do(chromedp.Focus(chromedp.CSS(field(path))))
		v.press(text)
		v.press(kb.Tab)
		v.settled()
	}
	set(sum, kb.Delete)
	set(part, "6")
	before := v.value(sum)
	v.do(chromedp.Focus(chromedp.CSS(field(sum))))
	v.press("8")
	v.press(kb.Escape)
	v.press(kb.Tab)
	v.settled()
	if after := v.value(sum); after != before || before == "" {
		t.Errorf("the sum was %q and is %q", before, after)
	}
	set(part, "7")
	if after := v.value(sum); after == before {
		t.Errorf("the sum stays %q", after)
	}
}
