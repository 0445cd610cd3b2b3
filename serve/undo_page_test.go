package serve_test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"nianbao/fixtures"
)

func (v *visitor) undo() { v.t.Helper(); v.press("z", chromedp.KeyModifiers(kb.ModifierCtrl)) }

// TestUndoInProse: undo takes back a sentence, and puts the caret where it was,
// in sight.
func TestUndoInProse(t *testing.T) {
	v := visit(t, 1366, 768)
	v.filled()
	long := strings.Repeat("这一段很长，占去许多行。", 150)
	v.do(chromedp.Focus(chromedp.CSS(field("overview"))))
	script[bool](v, `document.activeElement.select() ?? true`)
	v.enter("开头。" + long)
	script[bool](v, `(document.activeElement.setSelectionRange(3, 3), true)`)
	v.enter("新的一句。")
	v.enter("又一句")
	v.do(chromedp.Focus(chromedp.CSS(field("disclosure.licensing"))))
	v.undo()
	if got := v.value("overview"); !strings.HasPrefix(got, "开头。新的一句。这一段") {
		t.Errorf("undo left %.60q", got)
	}
	v.undo()
	if got := v.value("overview"); !strings.HasPrefix(got, "开头。这一段") {
		t.Errorf("the second undo left %.60q", got)
	}
	if at := script[int](v, `document.activeElement.dataset.path === "overview" ? document.activeElement.selectionStart : -1`); at != 3 {
		t.Errorf("the caret is at %d, want 3", at)
	}
	if seen := script[bool](v, `import("/caret.js").then(({ rectAt }) => {
		const rect = rectAt(document.activeElement, 3);
		return rect.top > 0 && rect.bottom < innerHeight;
	})`); !seen {
		t.Error("the caret is out of sight")
	}
}

// TestUndoAReason: a reason for a warning is taken back by undo.
func TestUndoAReason(t *testing.T) {
	this, last := carrying(t)
	v := visit(t, 1366, 768)
	v.open("#choose", "report.json", this)
	v.dismissed()
	v.settled()
	v.open("#last", "last.json", last)
	v.until(`document.getElementById("form").classList.contains("compared")`)
	v.settled()
	v.click("#problems .warning .explain")
	v.until(`document.querySelector("dialog[open] textarea")`)
	v.enter("有原因")
	v.click(`dialog button[value="keep"]`)
	v.until(`document.querySelector("#problems .accepted")`)
	v.undo()
	v.until(`!document.querySelector("#problems .accepted") && document.querySelector("#problems .warning .explain")`)
}

// TestAPasteIsAStep: what is pasted among what is typed is undone by itself.
func TestAPasteIsAStep(t *testing.T) {
	v := visit(t, 1366, 768)
	v.open("#choose", "report.json", fixtures.Named(t, "minimal").JSON)
	v.dismissed()
	v.settled()
	v.do(chromedp.Focus(chromedp.CSS(field("other_matters"))))
	script[bool](v, `document.activeElement.select() ?? true`)
	v.enter("甲乙")
	v.press("a", chromedp.KeyModifiers(kb.ModifierCtrl), command("selectAll"))
	v.press("c", chromedp.KeyModifiers(kb.ModifierCtrl), command("copy"))
	v.press(kb.ArrowRight)
	v.press("v", chromedp.KeyModifiers(kb.ModifierCtrl), command("paste"))
	v.enter("丙")
	v.undo()
	v.undo()
	if got := v.value("other_matters"); got != "甲乙" {
		t.Errorf("after two steps back stands %q", got)
	}
}
