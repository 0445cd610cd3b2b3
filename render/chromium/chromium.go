// Package chromium starts a real browser for tests.
package chromium

import (
	"context"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// Needs skips a test where there is no browser, saying what is then not looked at.
func Needs(t *testing.T, skipped string) {
	t.Helper()
	if program() == "" {
		t.Skip("no chromium on this machine: " + skipped)
	}
}

// Start is the context of a browser that is up and lasts as long as the test, which
// skips where there is none, saying what is then not looked at.
func Start(t *testing.T, skipped string, more ...chromedp.ExecAllocatorOption) context.Context {
	t.Helper()
	Needs(t, skipped)
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program()), chromedp.DisableGPU)
	if os.Getuid() == 0 {
		options = append(options, chromedp.NoSandbox) // which root has to do without
	}
	options = append(options, more...)
	// One that does not come up is started anew: on a busy machine some never do.
	for try := 0; ; try++ {
		allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
		tab, end := chromedp.NewContext(allocator)
		up := make(chan error, 1)
		go func() { up <- chromedp.Do(tab) }()
		var err error
		select {
		case err = <-up:
		case <-time.After(2 * time.Minute):
			err = context.DeadlineExceeded
		}
		if err == nil {
			t.Cleanup(stop)
			t.Cleanup(end)
			return tab
		}
		go stop() // which waits for a browser that may never end
		if try == 2 {
			t.Fatal(err)
		}
	}
}

// program is where the browser is; "": nowhere.
func program() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}
