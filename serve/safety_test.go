package serve_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"nianbao/fixtures"
)

// attack would run in a page that took a report's words for markup or code.
const attack = `<script>window.attacked = 1</script><img src=x onerror="window.attacked = 2"><iframe srcdoc="<script>parent.attacked = 3</script>"></iframe>${window.attacked = 4}{{constructor.constructor('window.attacked = 5')()}}javascript:alert(1)`

// TestProseIsText opens a report whose every text tries to be more than text.
func TestProseIsText(t *testing.T) {
	report := fixtures.Named(t, "minimal").JSON
	for _, key := range []string{"agency", "overview", "problems", "other_matters"} {
		report = bytes.Replace(report, []byte(`"`+key+`": "`), []byte(`"`+key+`": `+strings.TrimSuffix(quoted(attack), `"`)), 1)
	}
	v := visit(t, 1366, 768)
	v.open("#choose", "report.json", report)
	v.until(`document.querySelector("#form h2, dialog[open]")`)
	v.dismissed()
	v.until(`document.querySelector("#form h2")`)
	v.settled()
	if got := v.value("overview"); !strings.Contains(got, attack) {
		t.Errorf("the prose became %q", got)
	}
	script[bool](v, `document.querySelectorAll("details").forEach((d) => { d.open = true; }) ?? true`)
	v.click("#problems button")
	v.press("1" + kb.Tab)
	v.settled()
	if found := script[int](v, `document.querySelectorAll("#work script, #work iframe, img[src='x'], header script").length`); found > 0 {
		t.Errorf("%d elements came out of the prose", found)
	}
	if done := script[bool](v, `"attacked" in window`); done {
		t.Error("something in the prose ran")
	}
	if dialogs := v.heard(&v.dialogs); len(dialogs) > 0 {
		t.Errorf("dialogs: %v", dialogs)
	}
	// After a reload the draft holds the same text, and is no more than text either.
	v.do(chromedp.Reload())
	v.ready()
	v.settled()
	if got := v.value("problems"); !strings.Contains(got, attack) {
		t.Errorf("after a reload the prose is %q", got)
	}
	if done := script[bool](v, `"attacked" in window`); done {
		t.Error("something in the draft ran")
	}
}

// TestCrash kills the tab; another one offers the draft with its time. A tab
// that is open keeps its draft to itself.
func TestCrash(t *testing.T) {
	v := visit(t, 1366, 768)
	v.do(chromedp.Focus(chromedp.CSS("#begin-agency")))
	v.enter("某某县")
	v.press(kb.Enter)
	v.until(`document.querySelector("#form h2")`)
	v.do(chromedp.Focus(chromedp.CSS(field("disclosure.licensing"))))
	v.press("4711")
	v.settled()

	second := v.beside()
	if offered := script[bool](second, `!document.getElementById("drafts").hidden`); offered {
		t.Error("a draft that is open in another tab is offered")
	}
	go chromedp.Call(v.ctx, page.Crash, cdp.Empty{})
	for end := time.Now().Add(patience); !script[bool](second, `navigator.locks.query().then(({ held }) => held.length === 0)`); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("the crashed tab keeps its lock")
		}
	}
	second.do(chromedp.Reload())
	second.ready()
	if said := script[string](second, `document.getElementById("draft-list").textContent`); !strings.Contains(said, "某某县") || !strings.Contains(said, "的草稿") || !strings.Contains(said, ":") {
		t.Errorf("after a crash the page offers %q", said)
	}
	second.click("#draft-list button.main")
	second.until(`document.querySelector("#form h2")`)
	if got := second.value("disclosure.licensing"); got != "4711" {
		t.Errorf("the draft has %q where 4711 was typed", got)
	}
}

// beside is the page in another tab of the same browser.
func (v *visitor) beside() *visitor {
	v.t.Helper()
	ctx, stop := chromedp.NewContext(v.ctx)
	v.t.Cleanup(stop)
	v.check(chromedp.Do(ctx)) // a tab lives as long as the context of its first step, so one without an end
	other := &visitor{t: v.t, ctx: ctx, url: v.url, downloads: v.downloads}
	other.do(chromedp.Navigate(v.url))
	other.ready()
	return other
}
