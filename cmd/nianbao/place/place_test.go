package place

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
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

// A second double-click finds the first, and nobody else: neither a stranger that
// answers as the program does, nor one that passes the question on to it, nor
// another user's program.
func TestTheProgramKnowsItself(t *testing.T) {
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "nianbao", "secret")
	self := findSecret(file)
	if again := findSecret(file); !bytes.Equal(self, again) || len(self) != secretBytes {
		t.Fatalf("%x, then %x", self, again)
	}
	if info, err := os.Stat(file); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info, err)
	}
	proving := func(by Secret) *Place {
		var address string
		server := httptest.NewServer(serve.New(serve.Options{Faces: faces, Prove: func(nonce string) string { return by.Proof(address, nonce) }}))
		t.Cleanup(server.Close)
		address = server.Listener.Addr().String()
		return &Place{Address: address}
	}
	answering := func(answer func(w http.ResponseWriter, r *http.Request)) *Place {
		server := httptest.NewServer(http.HandlerFunc(answer))
		t.Cleanup(server.Close)
		return &Place{Address: server.Listener.Addr().String()}
	}
	own := proving(self)
	for name, c := range map[string]struct {
		by   Secret
		at   *Place
		want bool
	}{
		"the program":           {self, own, true},
		"another user's":        {self, proving(findSecret(filepath.Join(t.TempDir(), "secret"))), false},
		"without a place":       {nil, own, false},
		"another program":       {self, answering(http.NotFound), false},
		"one that calls itself": {self, answering(func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, `{"program":"nianbao","proof":""}`) }), false},
		"one that passes it on": {self, answering(func(w http.ResponseWriter, r *http.Request) {
			answer, err := http.Get(own.URL() + strings.TrimPrefix(r.URL.String(), "/"))
			if err != nil {
				return
			}
			defer answer.Body.Close()
			io.Copy(w, answer.Body)
		}), false},
	} {
		if got := c.by.isRunning(c.at); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
	if err := os.WriteFile(file, []byte("cut"), 0o600); err != nil {
		t.Fatal(err)
	}
	if mended := findSecret(file); len(mended) != secretBytes {
		t.Errorf("a secret that was cut off stays so: %x", mended)
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
