package main

import (
	"bytes"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// said is what a process says while it runs.
type said struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *said) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *said) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

// A worker tells that its server is away, once, and that it is back; when that does not
// know it any more, it ends.
func TestServerAwayBackAndOther(t *testing.T) {
	store, at := t.TempDir(), freeAddress(t)
	secret, other := filepath.Join(t.TempDir(), "secret"), filepath.Join(t.TempDir(), "other")
	write(t, secret, []byte("a long password\n"))
	write(t, other, []byte("another password\n"))
	queue := func(secret string) (stop func()) {
		c := process(t, "queue", "-store", store, "-addr", at, "-user", "office", "-password", "@"+secret)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		eventually(t, "the server listens", func() bool {
			l, err := net.Dial("tcp", at)
			if err == nil {
				l.Close()
			}
			return err == nil
		})
		return func() {
			c.Process.Signal(os.Interrupt)
			c.Wait()
		}
	}
	stop := queue(secret)
	worker := process(t, "work", "-nats", "nats://"+at, "-user", "office", "-password", "@"+secret)
	var out said
	worker.Stdout, worker.Stderr = &out, &out
	if err := worker.Start(); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(store, "in", "a.json"), read(t, "../../fixtures/minimal/report.json"))
	credentials := []string{"-nats", "nats://" + at, "-user", "office", "-password", "@" + secret}
	call(t, fine, append([]string{"submit", filepath.Join(store, "in")}, credentials...)...)
	eventually(t, "it is at work", func() bool { return stateOf(t, credentials...).Built == 1 })
	stop()
	eventually(t, "it says that the server is away", func() bool { return strings.Contains(out.String(), "断开了") })
	stop = queue(secret)
	eventually(t, "it says that the server is back", func() bool { return strings.Contains(out.String(), "又连上了") })
	if n := strings.Count(out.String(), "断开了"); n != 1 {
		t.Errorf("it says %d times that the server is away:\n%s", n, &out)
	}
	stop()
	stop = queue(other)
	defer stop()
	worker.Wait()
	if worker.ProcessState.ExitCode() != impossible || !strings.Contains(out.String(), "不认这个账号") {
		t.Errorf("%v\n%s", worker.ProcessState, &out)
	}
}
