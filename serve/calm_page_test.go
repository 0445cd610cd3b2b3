package serve_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"nianbao/filing"
	"nianbao/fixtures"
	"nianbao/render"
	"nianbao/render/font"
	"nianbao/render/pdf"
)

// begun starts a new report.
func (v *visitor) begun(agency, year string) {
	v.t.Helper()
	v.do(chromedp.Focus(chromedp.CSS("#begin-agency")))
	v.enter(agency)
	v.press(kb.Tab + year + kb.Enter)
	v.until(`document.querySelector("#form h2")`)
	v.settled()
}

// TestNothingRedAtFirst: a new report has nothing wrong, only parts to fill in.
func TestNothingRedAtFirst(t *testing.T) {
	v := visit(t, 1366, 768)
	v.begun("某某县", "2025")
	if wrong := script[int](v, `document.querySelectorAll("[data-mark=error], #problems .error, [aria-invalid]").length`); wrong > 0 {
		t.Errorf("%d errors before the first key: %s", wrong, script[string](v, `document.getElementById("problems").innerText`))
	}
	if said := script[string](v, `document.getElementById("blank-count").textContent`); !regexp.MustCompile(`^还没有写 3 部分、还有 \d+ 格$`).MatchString(said) {
		t.Errorf("the page says %q", said)
	}
	v.click("#first-text")
	if at := v.focused(); at != "overview" {
		t.Errorf("the first part to write is %s", at)
	}
}

// TestGoodNewsIsNoDialog: what was noticed in a file that was read stays where
// it can be read again, also after a reload.
func TestGoodNewsIsNoDialog(t *testing.T) {
	v := visit(t, 1366, 768)
	v.open("#choose", "report.docx", word(t, "huaian-2024"))
	v.until(`document.querySelector("#form h2, dialog")`)
	v.settled()
	if open := script[bool](v, `document.querySelector("dialog") !== null`); open {
		t.Errorf("a dialog says %s", script[string](v, `document.querySelector("dialog").textContent`))
	}
	v.reloadedAgain()
	if said := script[string](v, `document.getElementById("notes").textContent`); !strings.Contains(said, "没有改过") {
		t.Errorf("noticed: %q", said)
	}
}

// word is a fixture's Word file.
func word(t *testing.T, fixture string) []byte {
	t.Helper()
	return wordOf(t, fixtures.Named(t, fixture).JSON)
}

// wordOf is the Word file of a report.
func wordOf(t *testing.T, src []byte) []byte {
	t.Helper()
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	paper := filing.Lay(src, filing.Options{Faces: faces})
	for _, format := range render.Formats {
		if format.Name == "docx" {
			content, err := format.Write(paper.Print(pdf.PDFA2a))
			if err != nil {
				t.Fatal(err)
			}
			return content
		}
	}
	t.Fatal("no Word")
	return nil
}

// TestPrinting: the browser's own print gives the report, page for page.
func TestPrinting(t *testing.T) {
	pdfinfo, err := exec.LookPath("pdfinfo")
	if err != nil {
		t.Skip("no pdfinfo on this machine")
	}
	v := visit(t, 1366, 768)
	v.filled()
	script[bool](v, `Promise.all(Array.from(document.querySelectorAll("#sheets img"), (i) => i.decode())).then(() => true)`)
	sheets := script[int](v, `document.querySelectorAll("#sheets img").length`)
	yes := true
	printed, err := chromedp.Call(v.ctx, page.PrintToPDF, page.PrintToPDFParams{PreferCSSPageSize: &yes, PrintBackground: &yes})
	v.check(err)
	file := filepath.Join(t.TempDir(), "printed.pdf")
	v.check(os.WriteFile(file, printed.Data, 0o600))
	out, err := exec.Command(pdfinfo, file).Output()
	v.check(err)
	pages := regexp.MustCompile(`Pages:\s+(\d+)`).FindSubmatch(out)
	if string(pages[1]) != strconv.Itoa(sheets) {
		t.Errorf("%s pages are printed of a report of %d", pages[1], sheets)
	}
	v.do(chromedp.Focus(chromedp.CSS(field("disclosure.licensing"))))
	v.press("p", chromedp.KeyModifiers(kb.ModifierCtrl))
	v.until(`document.getElementById("paper")`)
}

// TestSmallScreens: on a telephone numbers are whole and no label has a letter a
// line; at 150 % the list and the printed page are a key away.
func TestSmallScreens(t *testing.T) {
	v := visit(t, 375, 667)
	v.filled()
	if cut := script[[]string](v, `Array.from(document.querySelectorAll("td input"), (i) => i.dataset.path).filter((path) => {
		const input = document.querySelector('[data-path="' + path + '"]'), before = input.value;
		input.value = "8888";
		const cut = input.scrollWidth > input.clientWidth;
		input.value = before;
		return cut;
	})`); len(cut) > 0 {
		t.Errorf("four figures do not fit %d cells: %.200v", len(cut), cut)
	}
	if thin := script[[]string](v, `Array.from(document.querySelectorAll("th, label, button, h2, h3")).filter((e) => e.offsetParent && !e.closest("#outline") && e.textContent.trim().length > 2).filter((e) => {
		const style = getComputedStyle(e);
		return e.getBoundingClientRect().width - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) < 2 * parseFloat(style.fontSize) - 1;
	}).map((e) => e.textContent)`); len(thin) > 0 {
		t.Errorf("one letter a line: %v", thin)
	}
	if over := script[int](v, `document.documentElement.scrollWidth - document.documentElement.clientWidth`); over > 0 {
		t.Errorf("the page is %d pixels wider than the screen", over)
	}
	v.do(chromedp.EmulateViewport(911, 512, chromedp.EmulateScale(1.5)))
	v.do(chromedp.Focus(chromedp.CSS(field("disclosure.licensing"))))
	for key, id := range map[string]string{"7": "check-title", "8": "sheets"} {
		v.press(key, chromedp.KeyModifiers(kb.ModifierAlt))
		if seen := script[bool](v, `(({ top }) => top >= 0 && top < innerHeight - 40)(document.getElementById("`+id+`").getBoundingClientRect())`); !seen {
			t.Errorf("Alt+%s does not show %s", key, id)
		}
	}
}

// TestOtherForm changes a locality's variant for the national form: what has no
// place is listed, and undo brings all of it back.
func TestOtherForm(t *testing.T) {
	v := visit(t, 1366, 768)
	const own = "requests.outcome.other_handling.natural_person"
	v.open("#choose", "report.json", bytes.Replace(fixtures.Named(t, "laiyuan-2022").JSON,
		[]byte(`"other_handling": {"natural_person": 0`), []byte(`"other_handling": {"natural_person": 4`), 1))
	v.dismissed()
	v.settled()
	if got := v.value(own); got != "4" {
		t.Skipf("the fixture has changed: %q", got)
	}
	v.click(`#form details:not(.reading) summary`)
	v.click("#f-edition")
	v.until(`document.querySelector("dialog select")`)
	v.click(`dialog button[value="next"]`)
	v.until(`document.querySelector('dialog button[value="drop"]')`)
	if said := script[string](v, `document.querySelector("dialog").textContent`); !strings.Contains(said, "：4") {
		t.Errorf("before 4 is given up the page says %q", said)
	}
	v.click(`dialog button[value="drop"]`)
	v.until(`document.querySelector("#form .source").dataset.edition === "2021"`)
	v.settled()
	if got := v.value("requests.received.natural_person"); got != "6" {
		t.Errorf("what both forms have became %q", got)
	}
	v.undo()
	v.until(`document.querySelector("#form .source").dataset.edition === "2021-single-other"`)
	if got := v.value(own); got != "4" {
		t.Errorf("undo brought back %q", got)
	}
}

// TestDates: a date is written as people do, and saved as a report has it.
func TestDates(t *testing.T) {
	v := visit(t, 1366, 768)
	v.filled()
	v.do(chromedp.Focus(chromedp.CSS(field("date"))))
	script[bool](v, `document.activeElement.select() ?? true`)
	v.enter("二〇二五年元月十八日")
	v.press(kb.Tab)
	if got := v.value("date"); got != "2025年1月18日" {
		t.Errorf("the page shows %q", got)
	}
	v.press("s", chromedp.KeyModifiers(kb.ModifierCtrl))
	if saved := v.downloaded(".json"); !bytes.Contains(saved, []byte(`"date": "2025-01-18"`)) {
		t.Error("the date is not saved as a report has it")
	}
	if said := script[string](v, `document.getElementById("kept").textContent`); !strings.HasPrefix(said, "已保存") {
		t.Errorf("after saving the page says %q", said)
	}
	v.do(chromedp.Focus(chromedp.CSS(field("disclosure.licensing"))))
	v.press("1")
	if said := script[string](v, `document.getElementById("kept").textContent`); !strings.HasPrefix(said, "草稿已存") {
		t.Errorf("after a key the page says %q", said)
	}
}

// TestArchivePDF: the kind of PDF is chosen beside the button.
func TestArchivePDF(t *testing.T) {
	v := visit(t, 1366, 768)
	v.filled()
	script[bool](v, `(document.getElementById("pdf-kind").value = "1a", true)`)
	v.click("#pdf")
	if made := v.downloaded(".pdf"); !bytes.HasPrefix(made, []byte("%PDF-1.4")) {
		t.Error("it is no PDF for an archive")
	}
}
