package serve_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"nianbao/fixtures"
	"nianbao/render/chromium"
	"nianbao/render/font"
	"nianbao/serve"
)

// patience is how long a test waits for what it wants: nothing fails for being
// slow, and what never comes is reported before the whole run is given up.
const patience = 2 * time.Minute

// A visitor is a real browser with the page open.
type visitor struct {
	t         *testing.T
	ctx       context.Context
	url       string
	downloads string

	mu      sync.Mutex
	dialogs []string // alerts and the like that the browser showed
	faults  []string // what went wrong in script, or against the policy
}

// visit opens the page in a browser of its own; the test skips where there is none.
func visit(t *testing.T, width, height int) *visitor {
	t.Helper()
	needsBrowser(t)
	return browse(t, serving(t, serve.Options{}), width, height)
}

// serving is the address of a service.
func serving(t *testing.T, o serve.Options) string {
	t.Helper()
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	o.Faces = faces
	server := httptest.NewServer(serve.New(o))
	t.Cleanup(server.Close)
	return server.URL + "/"
}

// browse opens the page at an address in a browser of its own.
func browse(t *testing.T, url string, width, height int) *visitor {
	t.Helper()
	v := launch(t, url, width, height)
	v.ready()
	return v
}

// launch opens whatever stands at an address.
func launch(t *testing.T, url string, width, height int) *visitor {
	t.Helper()
	ctx := chromium.Start(t, "the page was not opened", chromedp.WindowSize(width, height))
	v := &visitor{t: t, ctx: ctx, url: url, downloads: t.TempDir()}
	v.listen()
	_, err := chromedp.CallBrowser(ctx, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{
		Behavior: browser.SetDownloadBehaviorBehaviorAllow, DownloadPath: v.downloads,
	})
	v.check(err)
	v.do(chromedp.EmulateViewport(int64(width), int64(height)), chromedp.Navigate(v.url))
	t.Cleanup(func() {
		if faults := v.heard(&v.faults); len(faults) > 0 {
			t.Errorf("faults in the browser:\n%s", strings.Join(faults, "\n"))
		}
	})
	return v
}

// needsBrowser skips the test where there is none.
func needsBrowser(t *testing.T) {
	t.Helper()
	chromium.Needs(t, "the page was not opened")
}

// listen notes what the browser complains of, and lets the page be left.
func (v *visitor) listen() {
	note := func(list *[]string, format string, args ...any) {
		v.mu.Lock()
		defer v.mu.Unlock()
		*list = append(*list, fmt.Sprintf(format, args...))
	}
	v.check(chromedp.Listen(v.ctx, func(event any) {
		switch event := event.(type) {
		case *runtime.EventExceptionThrown:
			note(&v.faults, "%s %s", event.ExceptionDetails.Text, event.ExceptionDetails.Exception.Description)
		case *log.EventEntryAdded:
			// A refused report is an answer of 422, a missing token one of 401, which the browser logs and the page handles.
			if !strings.Contains(event.Entry.Text, "422") && !strings.Contains(event.Entry.Text, "401") {
				note(&v.faults, "%s: %s %s", event.Entry.Level, event.Entry.Text, event.Entry.URL)
			}
		case *page.EventJavascriptDialogOpening:
			note(&v.dialogs, "%s", event.Type)
			go chromedp.Call(v.ctx, page.HandleJavaScriptDialog, page.HandleJavaScriptDialogParams{Accept: true})
		}
	}))
	_, err := chromedp.Call(v.ctx, log.Enable, cdp.Empty{})
	v.check(err)
}

func (v *visitor) heard(list *[]string) []string {
	v.mu.Lock()
	defer v.mu.Unlock()
	return append([]string(nil), *list...)
}

func (v *visitor) check(err error) {
	v.t.Helper()
	if err != nil {
		v.t.Fatal(err)
	}
}

func (v *visitor) do(steps ...chromedp.Action[chromedp.Void]) {
	v.t.Helper()
	ctx, stop := context.WithTimeout(v.ctx, patience)
	defer stop()
	v.check(chromedp.Do(ctx, steps...))
}

func (v *visitor) ready() {
	v.t.Helper()
	v.until(`document.documentElement.dataset.ready === "true"`)
}

// until waits for what a script says to become true.
func (v *visitor) until(condition string) {
	v.t.Helper()
	for {
		_, err := chromedp.Run(v.ctx, chromedp.Poll[bool]("!!("+condition+")", chromedp.WithPollingTimeout(patience)))
		if err == nil {
			return
		}
		if !strings.Contains(err.Error(), "navigated") && !strings.Contains(err.Error(), "find context") { // else another page has come meanwhile
			v.t.Fatalf("%s: %v", condition, err)
		}
	}
}

// script is the value of an expression; of a promise, what it comes to.
func script[T any](v *visitor, expression string) T {
	v.t.Helper()
	ctx, stop := context.WithTimeout(v.ctx, patience)
	defer stop()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		v.t.Fatalf("%.200s: %v", expression, err)
	}
	return value
}

// press presses keys, one after the other; keys that print nothing are those of package kb.
func (v *visitor) press(keys string, options ...chromedp.KeyOption) {
	v.t.Helper()
	v.do(chromedp.KeyEvent(keys, options...))
}

// enter puts text where the caret is, as an input method does.
func (v *visitor) enter(text string) {
	v.t.Helper()
	_, err := chromedp.Call(v.ctx, input.InsertText, input.InsertTextParams{Text: text})
	v.check(err)
}

// click clicks at what has stopped moving: nobody hits what a list that is being
// renewed pushes away, and the click would go to what comes to lie there.
func (v *visitor) click(selector string) {
	v.t.Helper()
	script[bool](v, fmt.Sprintf(`new Promise((still) => {
		let last = "";
		const look = () => {
			const rect = document.querySelector(%q)?.getBoundingClientRect();
			const now = rect ? [rect.x, rect.y, rect.width, rect.height].join() : "";
			if (now && now === last) return still(true);
			last = now;
			setTimeout(() => requestAnimationFrame(look), 20);
		};
		look();
	})`, selector))
	v.do(chromedp.Click(chromedp.CSS(selector)))
}

// field is the CSS selector of the input of a path.
func field(path string) string { return fmt.Sprintf(`[data-path="%s"]`, path) }

func (v *visitor) value(path string) string {
	v.t.Helper()
	return script[string](v, fmt.Sprintf("document.querySelector(%q).value", field(path)))
}

// focused is the path of the field that has the focus.
func (v *visitor) focused() string {
	v.t.Helper()
	return script[string](v, `document.activeElement.dataset.path ?? document.activeElement.id ?? ""`)
}

// settled waits until what was answered in a dialog is done, and the checks and
// the pages have caught up.
func (v *visitor) settled() {
	v.t.Helper()
	v.until(`document.querySelector("[aria-busy=true], dialog:not([open])") === null`)
}

// open opens a file on the page by the button with a selector.
func (v *visitor) open(selector, name string, content []byte) {
	v.t.Helper()
	v.openSome(selector, map[string][]byte{name: content})
}

// openSome opens files, by name, at once.
func (v *visitor) openSome(selector string, files map[string][]byte) {
	v.t.Helper()
	folder := v.t.TempDir()
	var paths []string
	for name, content := range files {
		paths = append(paths, filepath.Join(folder, name))
		v.check(os.WriteFile(filepath.Join(folder, name), content, 0o600))
	}
	_, err := chromedp.Call(v.ctx, page.SetInterceptFileChooserDialog, page.SetInterceptFileChooserDialogParams{Enabled: true})
	v.check(err)
	v.click(selector)
	root, err := chromedp.Call(v.ctx, runtime.Evaluate, runtime.EvaluateParams{Expression: `document.getElementById("file")`})
	v.check(err)
	_, err = chromedp.Call(v.ctx, dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: paths, ObjectID: root.Result.ObjectID})
	v.check(err)
}

// downloaded waits for a file that the page has the browser save.
func (v *visitor) downloaded(extension string) []byte {
	v.t.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		found, _ := filepath.Glob(filepath.Join(v.downloads, "*"+extension))
		if len(found) == 0 {
			continue
		}
		if partial, _ := filepath.Glob(filepath.Join(v.downloads, "*.crdownload")); len(partial) > 0 {
			continue
		}
		content, err := os.ReadFile(found[0])
		v.check(err)
		v.t.Logf("downloaded %s, %d bytes", filepath.Base(found[0]), len(content))
		v.check(os.Remove(found[0]))
		return content
	}
	v.t.Fatalf("no %s was downloaded", extension)
	return nil
}

// quoted is text as a script's string.
func quoted(text string) string {
	b, _ := json.Marshal(text)
	return string(b)
}

// command is what an editing key does: a browser without a window knows no key
// bindings of a desktop.
func command(name string) chromedp.KeyOption {
	return func(p *input.DispatchKeyEventParams) { p.Commands = []string{name} }
}

// filled opens a whole report and goes to one of its cells.
func (v *visitor) filled() {
	v.t.Helper()
	v.open("#choose", "report.json", fixtures.Named(v.t, "huaian-2024").JSON)
	v.dismissed()
	v.until(`document.querySelector("#form h2")`)
	v.settled()
	v.do(chromedp.Focus(chromedp.CSS(field("disclosure.licensing"))))
}
