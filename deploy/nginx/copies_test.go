package nginx

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"nianbao/deploy/copies"
)

// Copies are killed, come back, and are restarted one after the other, as for a new
// version: whoever asks meanwhile gets every answer.
func TestCopiesComeAndGo(t *testing.T) {
	a, b := two(t)
	g := start(t, []string{a.Port, b.Port})
	src := report(t)
	asks := []string{"/api/check", "/api/build?format=docx", "/api/build?format=pdf"}
	want := map[string][]byte{}
	for _, path := range asks {
		answer, content, err := g.ask(g.client("127.0.0.1"), "POST", path, bytes.NewReader(src))
		if err != nil || answer.StatusCode != http.StatusOK {
			t.Fatal(path, answer, err)
		}
		want[path] = content
	}

	var answered, torn atomic.Int64
	done := make(chan struct{})
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			c := g.client(fmt.Sprintf("127.0.0.%d", 10+i))
			for n := i; ; n++ {
				select {
				case <-done:
					return
				default:
				}
				path := asks[n%len(asks)]
				answer, content, err := g.ask(c, "POST", path, bytes.NewReader(src))
				switch {
				case errors.Is(err, io.ErrUnexpectedEOF): // its copy was killed while it sent the answer
					torn.Add(1)
				case err != nil:
					t.Error(err)
				case answer.StatusCode != http.StatusOK || !bytes.Equal(content, want[path]):
					t.Errorf("%s: %d, %.300s", path, answer.StatusCode, content)
				default:
					answered.Add(1)
				}
			}
		})
	}
	more := func() { // everybody is in the middle of something
		until := answered.Load() + 60
		for answered.Load() < until && !t.Failed() {
			time.Sleep(10 * time.Millisecond)
		}
	}
	more()
	for range 3 {
		a.End(syscall.SIGKILL)
		more()
		a.Again()
		more()
	}
	killed := torn.Load()
	for range 3 { // the upgrade
		for _, c := range []*copies.Copy{a, b} {
			c.End(syscall.SIGTERM)
			c.Again()
			more()
		}
	}
	close(done)
	group.Wait()
	if torn.Load() != killed || killed > 3 {
		t.Errorf("%d answers were torn by three kills, %d by restarts", killed, torn.Load()-killed)
	}
	t.Logf("%d answers, %d torn by three kills, none by six restarts", answered.Load(), killed)
	if strings.Count(a.Log.String(), "path=/api/build") < 10 {
		t.Error("the copy that came back is not asked again")
	}
}

// A client's share goes by its own address: one that fills its share has nobody else
// refused. It would be everybody's, were the gateway not named (-proxy).
func TestSharesBehindTheGateway(t *testing.T) {
	a, _ := two(t)
	g := start(t, []string{a.Port, a.Port})
	greedy, modest := g.client("127.0.0.3"), g.client("127.0.0.4")
	full := append(report(t), bytes.Repeat([]byte(" "), 8<<20)...)[:8<<20]
	var refused, others atomic.Int64
	for round := 0; round < 50 && refused.Load() == 0; round++ {
		var group sync.WaitGroup
		for range 8 {
			group.Go(func() {
				answer, content, err := g.ask(greedy, "POST", "/api/check", bytes.NewReader(full))
				switch {
				case err != nil:
					t.Error(err)
				case answer.StatusCode == http.StatusServiceUnavailable:
					refused.Add(1)
					if len(answer.Header.Values("Retry-After")) != 1 || !isSaid(content) {
						t.Errorf("%v %s", answer.Header, content)
					}
				case answer.StatusCode != http.StatusOK:
					t.Errorf("%d %.300s", answer.StatusCode, content)
				}
			})
		}
		group.Go(func() {
			for range 8 {
				answer, content, err := g.ask(modest, "POST", "/api/check", bytes.NewReader(report(t)))
				if err != nil || answer.StatusCode != http.StatusOK {
					t.Errorf("another is refused: %v %v %.300s", answer, err, content)
				}
				others.Add(1)
			}
		})
		group.Wait()
	}
	if refused.Load() == 0 {
		t.Error("nobody filled a share")
	}
	t.Logf("%d of one address refused, %d of another answered", refused.Load(), others.Load())
}
