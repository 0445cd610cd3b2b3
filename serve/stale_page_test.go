package serve_test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestStaleFindings: while the program does not answer, what was found before is
// grey and says since when; it goes on by itself.
func TestStaleFindings(t *testing.T) {
	v := visit(t, 1366, 768)
	v.filled()
	script[bool](v, `(() => {
		window.plain = window.fetch;
		window.fetch = (path) => path.startsWith("/api/") ? Promise.reject(new TypeError("gone")) : plain(path);
		return true;
	})()`)
	v.do(chromedp.Focus(chromedp.CSS(field("requests.received.total"))))
	v.press("999")
	v.until(`!document.getElementById("stale").hidden`)
	if said := script[string](v, `document.getElementById("stale").textContent`); !strings.Contains(said, "起没有核对") {
		t.Errorf("the page says %q", said)
	}
	if grey := script[string](v, `getComputedStyle(document.getElementById("problems")).opacity`); grey == "1" {
		t.Error("the old findings look valid")
	}
	script[bool](v, `(window.fetch = window.plain, true)`)
	v.until(`document.getElementById("stale").hidden && document.querySelector('td[data-mark="error"]')`)
	v.settled()
}
