package serve_test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"nianbao/filing"
	"nianbao/fixtures"
	"nianbao/render/font"
	"nianbao/render/html"
)

// TestCopiedPage copies the report with the page's button and pastes it into an
// editor, as a website's is.
func TestCopiedPage(t *testing.T) {
	v := visit(t, 1366, 768)
	v.filled()
	v.click("#copy-html")
	v.until(`document.getElementById("message").textContent.startsWith("已复制")`)
	v.do(chromedp.Navigate("about:blank")) // the page's own policy allows no styles in text
	script[bool](v, `(() => { const editor = document.createElement("div"); editor.id = "editor"; editor.contentEditable = "true";
		window.pasted = {};
		editor.addEventListener("paste", (event) => { for (const kind of event.clipboardData.types) window.pasted[kind] = event.clipboardData.getData(kind); });
		document.body.append(editor); editor.focus(); return true; })()`)
	v.do(chromedp.Focus(chromedp.CSS("#editor")))
	v.press("v", chromedp.KeyModifiers(kb.ModifierCtrl), command("paste"))
	v.until(`window.pasted["text/plain"]`)
	faces, err := font.Embedded()
	v.check(err)
	d := filing.Lay(fixtures.Named(t, "huaian-2024").JSON, filing.Options{Faces: faces}).Document
	if got := script[string](v, `window.pasted["text/plain"].replaceAll("\r\n", "\n")`); got != string(html.Plain(d)) {
		t.Errorf("pasted as text: %.300q", got)
	}
	if got := script[string](v, `window.pasted["text/html"]`); !strings.Contains(got, "<h2") || strings.Count(got, "<table") != 3 || strings.Contains(got, "class=") {
		t.Errorf("pasted: %.500q", got)
	}
	if rows := script[int](v, `document.querySelectorAll("#editor tr").length`); rows < 30 {
		t.Errorf("the editor has %d rows", rows)
	}
}
