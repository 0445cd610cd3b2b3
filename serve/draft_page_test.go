package serve_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"nianbao/serve"
)

// TestDraftsOnDisk: what was typed in one browser is there in another, at another
// port; of two that write, the later wins and the other stays as an old version.
func TestDraftsOnDisk(t *testing.T) {
	needsBrowser(t)
	folder := filepath.Join(t.TempDir(), "nianbao", "drafts")
	first := browse(t, serving(t, serve.Options{Drafts: folder}), 1366, 768)
	first.begun("某某县", "2025")
	first.do(chromedp.Focus(chromedp.CSS(field("disclosure.licensing"))))
	first.press("4711")
	first.settled()
	kept := first.onDisk(folder, `"4711"`)
	if info, err := os.Stat(kept); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the draft's rights: %v %v", info, err)
	}

	second := browse(t, serving(t, serve.Options{Drafts: folder}), 1366, 768)
	second.until(`!document.getElementById("drafts").hidden`)
	if said := script[string](second, `document.getElementById("start").textContent`); !strings.Contains(said, "某某县2025年") || !strings.Contains(said, folder) || !strings.Contains(said, second.url[:len(second.url)-1]) {
		t.Errorf("the first page says %q", said)
	}
	second.click("#draft-list button.main")
	second.until(`document.querySelector("#form h2")`)
	second.settled()
	if got := second.value("disclosure.licensing"); got != "4711" {
		t.Errorf("the draft has %q", got)
	}
	second.do(chromedp.Focus(chromedp.CSS(field("disclosure.penalties"))))
	second.press("22")
	second.onDisk(folder, `"22"`)

	first.do(chromedp.Focus(chromedp.CSS(field("disclosure.coercion"))))
	first.press("33")
	first.onDisk(folder, `"33"`)
	first.until(`document.getElementById("message").textContent.includes("旧版本")`)
	old, _ := filepath.Glob(filepath.Join(folder, "old", "*.json"))
	found := false
	for _, name := range old {
		content, err := os.ReadFile(name)
		found = found || err == nil && strings.Contains(string(content), `"22"`)
	}
	if !found {
		t.Errorf("what the other browser wrote is in none of %d old versions", len(old))
	}
	first.reloadedAgain()
	if got := first.value("disclosure.coercion"); got != "33" {
		t.Errorf("after a reload the cell has %q", got)
	}
}

// onDisk waits until a draft in a folder holds a text.
func (v *visitor) onDisk(folder, text string) string {
	v.t.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		names, _ := filepath.Glob(filepath.Join(folder, "*.json"))
		for _, name := range names {
			if content, err := os.ReadFile(name); err == nil && strings.Contains(string(content), text) {
				return name
			}
		}
	}
	v.t.Fatalf("no draft on disk holds %s", text)
	return ""
}
