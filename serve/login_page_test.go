package serve_test

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"nianbao/serve"
)

// TestTokenIsTypedIn: who has no token sees where to type it, and comes to the page by it.
func TestTokenIsTypedIn(t *testing.T) {
	const token = "0123456789abcdef"
	v := launch(t, serving(t, serve.Options{Token: token}), 1366, 768)
	v.until(`document.getElementById("token") === document.activeElement`)
	if axe := axeCore(t); axe != "" {
		_, err := chromedp.Run(v.ctx, chromedp.Evaluate[chromedp.Void](axe))
		v.check(err)
		v.flawless("the page for the token")
	}
	v.press("wrong" + kb.Enter)
	v.until(`document.querySelector("[role=alert]")?.textContent.includes("口令不对")`)
	v.until(`document.getElementById("token") === document.activeElement`)
	v.press(token + kb.Enter)
	v.ready()
	if at := script[string](v, `location.pathname + location.search`); at != "/" {
		t.Errorf("the page stands at %s", at)
	}
	v.do(chromedp.Reload())
	v.ready()
}
