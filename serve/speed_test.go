package serve_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"

	"nianbao/fixtures"
)

// TestAsFastAsTyping measures, from the keystroke to the change in the page, how
// soon a cell is marked and how soon the printed page is renewed. It fails only
// where nothing happens at all: how fast a busy machine is proves nothing.
func TestAsFastAsTyping(t *testing.T) {
	for _, fixture := range []string{"minimal", "huaian-2024"} {
		v := visit(t, 1366, 768)
		v.open("#open", "report.json", fixtures.Named(t, fixture).JSON)
		v.until(`document.querySelector("#form h2, dialog[open]")`)
		v.dismissed()
		v.until(`document.querySelector("#form h2")`)
		v.settled()
		const cell = "requests.received.total"
		right := v.value(cell)
		v.do(chromedp.Focus(chromedp.CSS(field(cell))))
		script[bool](v, fmt.Sprintf(`(() => {
			const cell = document.querySelector(%q).parentElement;
			window.marks = [], window.pictures = [];
			let pressed = 0, old = false;
			window.onkeydown = (event) => { pressed = event.timeStamp, old = true; };
			new MutationObserver(() => requestAnimationFrame(() => marks.push(performance.now() - pressed))).observe(cell, { attributeFilter: ["data-mark"] });
			const isPicture = ({ addedNodes }) => Array.from(addedNodes).some((node) => node.tagName === "IMG");
			new MutationObserver((all) => {
				if (!old || !all.some(isPicture)) return; // the page in view is the first
				pictures.push(performance.now() - pressed);
				old = false;
			}).observe(document.getElementById("sheets"), { childList: true, subtree: true });
			return true;
		})()`, field(cell)))
		for range 10 {
			v.press("9")
			v.settled()
			script[bool](v, `document.activeElement.select() ?? true`)
			v.press(right)
			v.settled()
			script[bool](v, `document.activeElement.select() ?? true`)
		}
		for name, list := range map[string]string{"a cell is marked": "marks", "a page is renewed": "pictures"} {
			times := script[[]float64](v, list)
			if len(times) == 0 {
				t.Errorf("%s: never seen that %s", fixture, name)
				continue
			}
			slices.Sort(times)
			t.Logf("%s: %s %.0f ms after the keystroke (median of %d; the slowest %.0f)", fixture, name, times[len(times)/2], len(times), times[len(times)-1])
		}
	}
}
