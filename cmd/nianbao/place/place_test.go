package place

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"

	"nianbao/render/font"
	"nianbao/serve"
)

// Whoever opens the page to others is told what that means.
func TestOthersMayCome(t *testing.T) {
	var out bytes.Buffer
	p, err := Of("0.0.0.0:1", "0123456789abcdef")
	if err != nil {
		t.Fatal(err)
	}
	if p.Announce(&out, false); !strings.Contains(out.String(), "网络里别的电脑也能连到这里") {
		t.Errorf("it says %q", out.String())
	}
}

// A second double-click finds the first.
func TestTheProgramKnowsItself(t *testing.T) {
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	self := httptest.NewServer(serve.New(serve.Options{Faces: faces}))
	defer self.Close()
	other := httptest.NewServer(http.NotFoundHandler())
	defer other.Close()
	if !isRunning(self.URL+"/") || isRunning(other.URL+"/") {
		t.Error("the program is not told from others")
	}
}

func TestNoDesktopNoBrowser(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only here a desktop may be missing")
	}
	t.Setenv("DISPLAY", "")
	t.Setenv("WAYLAND_DISPLAY", "")
	if cmd := browser("http://127.0.0.1/"); cmd != nil {
		t.Errorf("%v", cmd)
	}
	t.Setenv("DISPLAY", ":0")
	if cmd := browser("http://127.0.0.1/"); cmd == nil || cmd.Args[0] != "xdg-open" {
		t.Errorf("%v", cmd)
	}
}
