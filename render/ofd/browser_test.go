package ofd_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"nianbao/render/ofd"

	"nianbao/render/chromium"
)

// ofd.js 0.2.6, the reader of many websites, opens every fixture in a browser and gives
// its text back, page by page and in its order. What it draws is not compared: it takes
// the machine's faces for those in the file, and draws the two halves of a letter beyond
// U+FFFF as two letters, which only the copied text joins again.
func TestOFDJS(t *testing.T) {
	root, err := exec.Command("npm", "root", "-g").Output()
	library := filepath.Join(strings.TrimSpace(string(root)), "ofd.js", "lib", "ofd.umd.min.js")
	if _, missing := os.Stat(library); err != nil || missing != nil {
		t.Skip("ofd.js (npm: ofd.js@0.2.6) is not installed: no other reader opened the files")
	}
	papers := cases(t)
	ctx := browser(t, library, func(w http.ResponseWriter, r *http.Request) {
		w.Write(written(t, papers[strings.TrimPrefix(r.URL.Path, "/file/")].Layout, ofd.Options{}))
	})
	for name, p := range papers {
		pages := run[[]string](t, ctx, fmt.Sprintf(`fetch("/file/%s").then(r => r.arrayBuffer()).then(data => new Promise((success, fail) => ofd.parseOfdDocument({ofd: data, success, fail})))
			.then(list => ofd.renderOfd(800, list[0]).map(page => [...page.querySelectorAll("text")].map(e => e.textContent).join("")))`, name))
		if len(pages) != len(p.Layout.Pages) {
			t.Errorf("%s: %d pages, want %d", name, len(pages), len(p.Layout.Pages))
			continue
		}
		for i, page := range pages {
			var want strings.Builder
			for _, m := range p.Layout.Pages[i].Marks {
				if m.Text != nil {
					want.WriteString(string(m.Text.Runes) + string(m.Text.Unseen))
				}
			}
			if page != want.String() {
				t.Errorf("%s page %d: %.40q, want %.40q", name, i+1, page, want.String())
			}
		}
	}
}

// A browser, which refuses faces with faults, takes those that the files carry, and has
// every letter from them.
func TestFacesInBrowser(t *testing.T) {
	papers := cases(t)
	ctx := browser(t, "", func(w http.ResponseWriter, r *http.Request) {
		name, part, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/file/"), "/")
		w.Write(open(t, written(t, papers[name].Layout, ofd.Options{})).parts[part])
	})
	for _, name := range []string{"laiyuan-2022", "beyond-bmp", "draft-with-blanks", "edition-2019"} {
		for part := range open(t, written(t, papers[name].Layout, ofd.Options{})).parts {
			if filepath.Ext(part) != ".ttf" {
				continue
			}
			said := run[string](t, ctx, fmt.Sprintf(`new FontFace("cut", "url(/file/%s/%s)").load().then(f => f.status, e => String(e))`, name, part))
			if said != "loaded" {
				t.Errorf("%s %s: %s", name, part, said)
			}
		}
	}
}

// browser is a browser on an empty page, which has a script and the files that are given.
func browser(t *testing.T, script string, file http.HandlerFunc) context.Context {
	t.Helper()
	mux := http.NewServeMux()
	mux.HandleFunc("/file/", file)
	mux.HandleFunc("/script.js", func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, script) })
	mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		if script != "" {
			w.Write([]byte(`<script src="/script.js"></script>`))
		}
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	ctx := chromium.Start(t, "no OFD was opened")
	if err := chromedp.Do(ctx, chromedp.Navigate(server.URL)); err != nil {
		t.Fatal(err)
	}
	return ctx
}

// run is what a script's promise comes to.
func run[T any](t *testing.T, ctx context.Context, script string) T {
	t.Helper()
	said, err := chromedp.Run(ctx, chromedp.Evaluate[string]("("+script+").then(JSON.stringify)", chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%.80s: %v", script, err)
	}
	var value T
	if err := json.NewDecoder(bytes.NewReader([]byte(said))).Decode(&value); err != nil {
		t.Fatal(err)
	}
	return value
}
