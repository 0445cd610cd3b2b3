package serve_test

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestOneStopATable: Tab goes from part to part; the arrows move inside a table
// and pass over sums that are worked out.
func TestOneStopATable(t *testing.T) {
	v := visit(t, 1366, 768)
	v.filled()
	v.do(chromedp.Focus(chromedp.CSS(field("overview"))))
	stops := 0
	for ; v.focused() != "problems"; stops++ {
		if stops > 20 {
			t.Fatalf("after %d Tabs the focus is at %s", stops, v.focused())
		}
		v.press(kb.Tab)
	}
	t.Logf("from section one to section five: %d Tabs", stops)

	for _, sum := range []string{"requests.outcome.total.natural_person", "disputes.reconsideration.total"} {
		v.do(chromedp.Focus(chromedp.CSS(field(sum))))
		v.press(kb.Delete + kb.Tab)
		v.settled()
	}
	v.do(chromedp.Focus(chromedp.CSS(field("requests.carried_forward.natural_person"))))
	v.press(kb.ArrowUp)
	if at := v.focused(); !strings.HasPrefix(at, "requests.outcome.other_handling.") {
		t.Errorf("above the sum the arrow led to %s", at)
	}
	v.do(chromedp.Focus(chromedp.CSS(field("disputes.reconsideration.pending"))))
	v.press(kb.ArrowRight)
	if at := v.focused(); at != "disputes.litigation_direct.upheld" {
		t.Errorf("beyond the sum the arrow led to %s", at)
	}
}

// TestOutline: the parts, their counts and the keys that lead to them.
func TestOutline(t *testing.T) {
	v := visit(t, 1366, 768)
	v.filled()
	if parts := script[int](v, `document.querySelectorAll("#outline button").length`); parts != 8 {
		t.Errorf("the outline has %d parts, want 8", parts)
	}
	v.press("3", chromedp.KeyModifiers(kb.ModifierAlt))
	if at := v.focused(); at != "requests.received.natural_person" {
		t.Errorf("Alt+3 led to %s", at)
	}
	v.do(chromedp.Focus(chromedp.CSS(field("requests.received.total"))))
	v.press("9999")
	v.until(`document.querySelector("#o-requests .wrong.error")?.textContent.startsWith("✖")`)
	v.press("7", chromedp.KeyModifiers(kb.ModifierAlt))
	if at := v.focused(); at != "check-title" {
		t.Errorf("Alt+7 led to %s", at)
	}
	v.click("#o-problems")
	if at := v.focused(); at != "problems" {
		t.Errorf("五 led to %s", at)
	}
}

// TestFocusStays: where what had the focus goes, something near takes it.
func TestFocusStays(t *testing.T) {
	v := visit(t, 1366, 768)
	v.filled()
	v.do(chromedp.Focus(chromedp.CSS(field("requests.received.total"))))
	v.press("9999")
	v.until(`document.querySelector("#problems .error .go")`)
	v.do(chromedp.Focus(chromedp.CSS("#undo")))
	v.press(" ")
	v.settled()
	if body := script[bool](v, `document.activeElement === document.body`); body {
		t.Error("after undo the focus is nowhere")
	}
	v.do(chromedp.Focus(chromedp.CSS(field("requests.received.total"))))
	v.press("9999")
	v.until(`document.querySelector("#problems .error .go")`)
	v.do(chromedp.Focus(chromedp.CSS("#problems .error .go")))
	v.undo()
	v.until(`!document.querySelector("#problems .error")`)
	if body := script[bool](v, `document.activeElement === document.body`); body {
		t.Error("the row went, and the focus with it")
	}
}

// TestFocusOnEmptyGround: a click on what is no control leaves the focus in its
// cell, and one on a text that can be marked never on nothing.
func TestFocusOnEmptyGround(t *testing.T) {
	v := visit(t, 1366, 768)
	if script[bool](v, `document.activeElement === document.body`) {
		t.Error("on the first page the focus is nowhere")
	}
	v.do(chromedp.Click(chromedp.CSS("#start-title")))
	if at := v.focused(); at != "begin-agency" {
		t.Errorf("a click on the first page's title led to %q", at)
	}
	v.filled()
	const cell = "requests.received.total"
	v.do(chromedp.Focus(chromedp.CSS(field(cell))))
	v.press("9999")
	v.until(`document.querySelector("#problems .error .said")`)
	for _, ground := range []string{"#name", "#h-requests", "#h-requests ~ .scroll th", "#counts", "#page-count", "#outline", "#kept"} {
		v.do(chromedp.Focus(chromedp.CSS(field(cell))))
		x, y := v.middle(ground)
		v.do(chromedp.MouseClickXY(x, y))
		if at := v.focused(); at != cell {
			t.Errorf("a click on %s led to %q", ground, at)
		}
	}
	v.click("#reading-overview summary")
	for _, text := range []string{"#reading-overview p", "#problems .error .place"} {
		v.do(chromedp.Click(chromedp.CSS(text)))
		if script[bool](v, `document.activeElement === document.body`) {
			t.Errorf("after a click on %s the focus is nowhere", text)
		}
	}
}

// TestBlocks marks cells with Shift and the arrows and with the mouse, copies
// them out, clears them, fills them.
func TestBlocks(t *testing.T) {
	v := visit(t, 1366, 768)
	v.filled()
	const first = "requests.outcome.granted."
	v.do(chromedp.Focus(chromedp.CSS(field(first + "natural_person"))))
	v.press("7")
	v.press(kb.ArrowRight + "8")
	v.do(chromedp.Focus(chromedp.CSS(field(first + "natural_person"))))
	v.press(kb.ArrowRight, chromedp.KeyModifiers(kb.ModifierShift))
	v.press(kb.ArrowDown, chromedp.KeyModifiers(kb.ModifierShift))
	if marked := script[int](v, `document.querySelectorAll("td.marked").length`); marked != 4 {
		t.Fatalf("%d cells are marked, want 4", marked)
	}
	copied := script[string](v, `(() => {
		const clipboardData = new DataTransfer();
		document.activeElement.dispatchEvent(new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }));
		return clipboardData.getData("text/plain");
	})()`)
	if !strings.HasPrefix(copied, "7\t8\r\n") || strings.Count(copied, "\t") != 2 {
		t.Errorf("copied: %q", copied)
	}
	v.press("d", chromedp.KeyModifiers(kb.ModifierCtrl))
	const second = "requests.outcome.granted_in_part."
	if a, b := v.value(second+"natural_person"), v.value(second+"business"); a != "7" || b != "8" {
		t.Errorf("Ctrl+D filled %q and %q", a, b)
	}
	v.undo()
	v.do(chromedp.Focus(chromedp.CSS(field(first + "natural_person"))))
	v.press(kb.ArrowRight, chromedp.KeyModifiers(kb.ModifierShift))
	v.press("r", chromedp.KeyModifiers(kb.ModifierCtrl))
	if b := v.value(first + "business"); b != "7" {
		t.Errorf("Ctrl+R filled %q", b)
	}
	v.press(kb.Delete)
	if a, b := v.value(first+"natural_person"), v.value(first+"business"); a != "" || b != "" {
		t.Errorf("Delete left %q and %q", a, b)
	}
	v.undo()
	if a := v.value(first + "natural_person"); a != "7" {
		t.Errorf("undo brought back %q", a)
	}

	v.drag(field(first+"natural_person"), field(second+"research"))
	if marked := script[int](v, `document.querySelectorAll("td.marked").length`); marked != 6 {
		t.Errorf("the mouse marked %d cells, want 6", marked)
	}
}

// drag moves the mouse from one element to another with its button down.
func (v *visitor) drag(from, to string) {
	v.t.Helper()
	middle := func(selector string) []float64 {
		return script[[]float64](v, `(() => { const r = document.querySelector(`+quoted(selector)+`).getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; })()`)
	}
	a, b := middle(from), middle(to)
	send := func(kind input.DispatchMouseEventType, at []float64, buttons int64) {
		_, err := chromedp.Call(v.ctx, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: kind, X: at[0], Y: at[1], Button: "left", Buttons: buttons, ClickCount: 1})
		v.check(err)
	}
	send("mouseMoved", a, 0)
	send("mousePressed", a, 1)
	send("mouseMoved", []float64{(a[0] + b[0]) / 2, (a[1] + b[1]) / 2}, 1)
	send("mouseMoved", b, 1)
	send("mouseReleased", b, 0)
}

// TestDraggingIsNoClick: words of a problem are marked to be copied, and the form stays.
func TestDraggingIsNoClick(t *testing.T) {
	v := visit(t, 1366, 768)
	v.filled()
	v.do(chromedp.Focus(chromedp.CSS(field("requests.received.total"))))
	v.press("9999")
	v.until(`document.querySelector("#problems .error .said")`)
	v.settled()
	v.do(chromedp.Focus(chromedp.CSS(field("agency"))))
	v.drag("#problems .error .place", "#problems .error .fix, #problems .error .said")
	if marked := script[string](v, `getSelection().toString()`); marked == "" {
		t.Error("no words of a problem can be marked")
	}
	if at := v.focused(); strings.HasPrefix(at, "requests.") {
		t.Errorf("dragging led to %s", at)
	}
	if shown := script[bool](v, `!document.getElementById("copy-problems").hidden`); !shown {
		t.Error("the problems cannot be copied")
	}
}

// TestARowThatStaysIsNotMoved: when the first of the findings is mended, the
// focus, and a click that is half done, stay in the next.
func TestARowThatStaysIsNotMoved(t *testing.T) {
	v := visit(t, 1366, 768)
	v.ready()
	if stays := script[bool](v, `import("/keyed.js").then(({ listRows }) => {
		const list = document.body.appendChild(document.createElement("ul"));
		const make = ({ key }) => {
			const row = document.createElement("li");
			row.append(document.createElement("button"), key);
			return row;
		};
		const show = (...keys) => listRows(list, keys.map((key) => ({ key })), ({ key }) => key, make);
		show("甲", "乙", "丙");
		list.children[1].firstChild.focus();
		show("乙", "丁", "丙");
		return list.textContent === "乙丁丙" && document.activeElement === list.children[0].firstChild;
	})`); !stays {
		t.Error("the focus is lost when the row before it goes")
	}
}
