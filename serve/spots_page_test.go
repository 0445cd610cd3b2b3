package serve_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// caretSeen: the place of the caret in print is marked, and in view.
const caretSeen = `(() => {
	const sheets = document.getElementById("sheets").getBoundingClientRect(), mark = document.querySelector(".leaf .caret")?.getBoundingClientRect();
	return mark && mark.height > 0 && mark.top >= sheets.top && mark.bottom <= sheets.bottom;
})()`

// TestPageFollowsTheCaret: the printed page shows the cell that one is in, and of a
// text the caret's line.
func TestPageFollowsTheCaret(t *testing.T) {
	v := visit(t, 1366, 768)
	v.filled()
	v.settled()
	for _, path := range []string{"disputes.reconsideration.upheld", "requests.received.natural_person", "disclosure.fees"} {
		v.do(chromedp.Focus(chromedp.CSS(field(path))))
		v.until(caretSeen)
	}
	v.do(chromedp.Focus(chromedp.CSS(field("overview"))))
	places := map[string]bool{}
	for _, at := range []int{0, 200, 600} {
		v.caretTo(at)
		v.until(caretSeen)
		places[script[string](v, `(({ style, parentElement }) => style.top + Array.from(parentElement.parentElement.children).indexOf(parentElement))(document.querySelector(".leaf .caret"))`)] = true
	}
	if len(places) != 3 {
		t.Errorf("three places of a text stand in %d lines", len(places))
	}
}

// TestClickOnThePage: a click on a number of the printed page leads to its cell, on
// a line of text to that place in it.
func TestClickOnThePage(t *testing.T) {
	v := visit(t, 1366, 768)
	v.filled()
	v.settled()
	for _, path := range []string{"requests.outcome.granted.business", "disputes.litigation_direct.upheld"} {
		v.do(chromedp.Focus(chromedp.CSS(field(path))))
		v.until(caretSeen)
		x, y := v.middle(".leaf .caret")
		script[bool](v, `(document.activeElement.blur(), true)`)
		v.do(chromedp.MouseClickXY(x, y))
		if at := v.focused(); at != path {
			t.Errorf("a click on %s led to %s", path, at)
		}
	}
	v.do(chromedp.Focus(chromedp.CSS(field("overview"))))
	v.caretTo(300)
	v.until(caretSeen)
	x, y := v.middle(".leaf .caret")
	script[bool](v, `(document.activeElement.blur(), document.querySelector("[data-path=overview]").setSelectionRange(0, 0), true)`)
	v.do(chromedp.MouseClickXY(x, y))
	if at := script[int](v, `document.activeElement.dataset.path === "overview" ? document.activeElement.selectionStart : -1`); at < 270 || at > 330 {
		t.Errorf("a click on the line of character 300 led to %d", at)
	}
}

// TestChangeIsMarked: what has changed on the printed page is marked for a moment,
// and nothing else.
func TestChangeIsMarked(t *testing.T) {
	v := visit(t, 1366, 768)
	v.filled()
	v.settled()
	script[bool](v, `(() => {
		window.marked = [];
		new MutationObserver((all) => { for (const { addedNodes } of all) for (const node of addedNodes) if (node.className === "changed") marked.push(node.style.top); })
			.observe(document.getElementById("sheets"), { childList: true, subtree: true });
		return true;
	})()`)
	v.press("7" + kb.Enter)
	v.settled()
	if n := script[int](v, `marked.length`); n != 1 {
		t.Errorf("%d places are marked for one number", n)
	}
	v.do(chromedp.Focus(chromedp.CSS(field("overview"))))
	v.caretTo(300)
	script[bool](v, `(marked.length = 0, true)`)
	v.enter("又")
	v.settled()
	if n := script[int](v, `new Set(marked).size`); n < 1 || n > 2 {
		t.Errorf("%d lines are marked for one letter", n)
	}
	if faded := script[string](v, `getComputedStyle(document.querySelector(".changed")).animationName`); !strings.Contains(faded, "fade") {
		t.Errorf("the mark stays: %q", faded)
	}
}

// caretTo puts the caret of the text that has the focus behind so many characters.
func (v *visitor) caretTo(at int) {
	v.t.Helper()
	script[bool](v, fmt.Sprintf(`new Promise((done) => {
		document.addEventListener("selectionchange", () => requestAnimationFrame(() => done(true)), { once: true });
		document.activeElement.setSelectionRange(%d, %d);
	})`, at, at))
}

// middle is the middle of an element on the screen.
func (v *visitor) middle(selector string) (x, y float64) {
	v.t.Helper()
	at := script[[]float64](v, `(() => { const r = document.querySelector(`+quoted(selector)+`).getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; })()`)
	return at[0], at[1]
}
