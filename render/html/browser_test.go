package html_test

import (
	"context"
	"encoding/base64"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"nianbao/document"
	"nianbao/render/chromium"
	writer "nianbao/render/html"
)

// browser is a real one; the test skips where there is none.
func browser(t *testing.T) context.Context {
	t.Helper()
	return chromium.Start(t, "pages were not looked at")
}

// show opens a page on a screen of so many pixels.
func show(t *testing.T, ctx context.Context, content []byte, width, height int64) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, content, 0o600); err != nil {
		t.Fatal(err)
	}
	address := url.URL{Scheme: "file", Path: file}
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, height), chromedp.Navigate(address.String())); err != nil {
		t.Fatal(err)
	}
}

func script[T any](t *testing.T, ctx context.Context, expression string) T {
	t.Helper()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%.200s: %v", expression, err)
	}
	return value
}

// axe-core finds nothing on any page, nor on a small screen.
func TestPagesAreAccessible(t *testing.T) {
	root, err := exec.Command("npm", "root", "-g").Output()
	if err != nil {
		t.Skip("no npm on this machine, where axe-core would be found")
	}
	axe, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "axe-core", "axe.min.js"))
	if err != nil {
		t.Skip("no axe-core on this machine (npm install -g axe-core)")
	}
	ctx := browser(t)
	pages := others()
	for name, d := range documents(t) {
		pages[name] = writer.Page(d, writer.Link{File: "报告.docx", Text: "Word"})
	}
	for name, content := range pages {
		for _, width := range []int64{1366, 320} {
			if width == 320 && name != "laiyuan-2022" && name != "hostile" {
				continue // alike but for the text
			}
			show(t, ctx, content, width, 700)
			if err := chromedp.Do(ctx, chromedp.Evaluate[chromedp.Void](string(axe))); err != nil {
				t.Fatal(err)
			}
			for _, flaw := range script[[]string](t, ctx, `axe.run(document, { resultTypes: ["violations"] }).then((found) =>
				found.violations.map((v) => v.id + ": " + v.help + "\n\t" + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 200) + " " + n.failureSummary).join("\n\t")))`) {
				t.Errorf("%s, %d pixels: %s", name, width, flaw)
			}
		}
	}
}

// At 320 pixels, which is also 1280 at 400 %, nothing but the wide tables is wider
// than the screen, and those scroll by the keyboard.
func TestSmallScreens(t *testing.T) {
	ctx := browser(t)
	for name, d := range documents(t) {
		show(t, ctx, writer.Page(d), 320, 256)
		if over := script[int](t, ctx, `document.documentElement.scrollWidth - document.documentElement.clientWidth`); over > 0 {
			t.Errorf("%s: the page is %d pixels wider than the screen", name, over)
		}
		if narrow := script[int](t, ctx, `Math.min(...[...document.querySelectorAll("p, td, th")].filter((e) => e.textContent.length > 1).map((e) => e.clientWidth))`); narrow < 30 {
			t.Errorf("%s: a text has %d pixels", name, narrow)
		}
		broken := script[string](t, ctx, `[...document.querySelectorAll(".wide td")].filter((e) => { const r = document.createRange(); r.selectNodeContents(e);
			return /^[0-9.]+$/.test(e.textContent) && r.getBoundingClientRect().height > 30; }).map((e) => e.textContent).join(" ")`)
		if broken != "" {
			t.Errorf("%s: numbers break between digits: %s", name, broken)
		}
		for region := range script[int](t, ctx, `document.querySelectorAll(".wide").length`) {
			moved := script[bool](t, ctx, fmt.Sprintf(`(() => { const r = document.querySelectorAll(".wide")[%d]; r.focus(); r.scrollLeft = 1e6;
				return document.activeElement === r && r.scrollLeft > 0 && r.getAttribute("aria-label") !== ""; })()`, region))
			if !moved {
				t.Errorf("%s: region %d takes no keys or does not scroll", name, region+1)
			}
		}
	}
}

// Printed, nothing is cut off: the last column and the last row of each table are
// on the paper.
func TestPrintedPage(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("no pdftotext on this machine: the printed page was not read")
	}
	ctx := browser(t)
	for _, name := range []string{"laiyuan-2022", "edition-2019", "wide-numbers", "draft-with-blanks"} {
		d := documents(t)[name]
		show(t, ctx, writer.Page(d), 1366, 700)
		printed, err := chromedp.Call(ctx, page.PrintToPDF, page.PrintToPDFParams{PreferCSSPageSize: new(true)})
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(t.TempDir(), "page.pdf")
		content, err := base64.StdEncoding.DecodeString(string(printed.Data))
		if err != nil {
			content = []byte(printed.Data)
		}
		if err := os.WriteFile(file, content, 0o600); err != nil {
			t.Fatal(err)
		}
		// Within the margins alone: what is beyond would be cut off.
		out, err := exec.Command("pdftotext", "-r", "72", "-x", "70", "-y", "100", "-W", "455", "-H", "650", file, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		text := strings.Join(strings.Fields(string(out)), "")
		for label, n := range lastLabels(d) {
			if on := strings.Count(text, label); on < n {
				t.Errorf("%s: %s stands %d times on the paper, in the tables %d", name, label, on, n)
			}
		}
		if size, err := exec.Command("pdfinfo", file).Output(); err != nil || !strings.Contains(string(size), "(A4)") {
			t.Errorf("%s: not on A4", name)
		}
	}
}

// lastLabels are the labels at the right edge and in the last row of the tables, with
// how often they stand anywhere: what a page that is too narrow or too short loses.
// Long ones break in lines, between which their neighbours stand.
func lastLabels(d *document.Document) map[string]int {
	edge, all := map[string]bool{}, map[string]int{}
	for _, block := range d.Blocks {
		table, ok := block.(document.Table)
		if !ok || table.Prose {
			continue
		}
		for i, row := range table.Rows {
			for _, c := range row {
				if c.Kind == document.Number || c.Kind == document.Blank || len(c.Text) > 30 {
					continue
				}
				all[c.Text]++
				edge[c.Text] = edge[c.Text] || c.Column+c.ColSpan >= len(table.Widths)-1 || i == len(table.Rows)-1
			}
		}
	}
	for label := range all {
		if !edge[label] {
			delete(all, label)
		}
	}
	return all
}
