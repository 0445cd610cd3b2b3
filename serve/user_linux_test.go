package serve

import (
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

// Another user of the machine gets neither the drafts nor anything of the user's folders,
// however the request is dressed up; the rest of the page is for whoever comes.
func TestAnotherUserOfTheMachine(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root connects as another user")
	}
	folder := t.TempDir()
	address, _ := running(t, New(Options{Faces: embedded(t), Drafts: filepath.Join(folder, "drafts"), County: filepath.Join(folder, "county")}))
	as := func(uid int) *http.Client {
		return &http.Client{Transport: &http.Transport{DisableKeepAlives: true, DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
			runtime.LockOSThread() // a socket is of whom files are that its thread makes
			defer runtime.UnlockOSThread()
			syscall.RawSyscall(syscall.SYS_SETFSUID, uintptr(uid), 0, 0)
			defer syscall.RawSyscall(syscall.SYS_SETFSUID, 0, 0, 0)
			return new(net.Dialer).DialContext(ctx, network, address)
		}}}
	}
	for _, c := range []struct {
		method, path  string
		own, anothers int
	}{
		{"PUT", "/api/drafts/abcdef1", 200, 403},
		{"GET", "/api/drafts", 200, 403},
		{"GET", "/api/drafts/abcdef1", 200, 403},
		{"DELETE", "/api/drafts/abcdef1", 200, 403},
		{"POST", "/api/county/roster", 422, 403},
		{"PUT", "/api/county/files/reports?path=a.json", 200, 403},
		{"DELETE", "/api/county/files/reports", 200, 403},
		{"GET", "/api/county/results", 404, 403},
		{"GET", "/api/county/file?name=a", 404, 403},
		{"GET", "/api/county/job/1", 404, 403},
		{"DELETE", "/api/county/job/1", 404, 403},
		{"GET", "/api/templates", 200, 200},
		{"GET", "/", 200, 200},
	} {
		for uid, want := range map[int]int{0: c.own, 65534: c.anothers} {
			r, err := http.NewRequest(c.method, "http://"+address+c.path, strings.NewReader("{}"))
			if err != nil {
				t.Fatal(err)
			}
			r.Header.Set("Sec-Fetch-Site", "same-origin")
			answer, err := as(uid).Do(r)
			if err != nil {
				t.Fatal(err)
			}
			said, _ := io.ReadAll(answer.Body)
			answer.Body.Close()
			if answer.StatusCode != want || want == 403 && !strings.Contains(string(said), "另一个用户") {
				t.Errorf("%s %s by user %d: %d %s, want %d", c.method, c.path, uid, answer.StatusCode, clip(string(said), 200), want)
			}
		}
	}
}
