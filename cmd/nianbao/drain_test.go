package main

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// While reports flow through a gateway that asks now and then how its copies are,
// one copy is asked to end: no request is refused, broken off or sent in vain.
func TestNoRequestIsLostWhenACopyEnds(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows sends no SIGTERM")
	}
	first := start(t, program("program", "serve", "-service", "-addr", "127.0.0.1:0", "-drain", "8"))
	second := start(t, program("program", "serve", "-service", "-addr", "127.0.0.1:0"))
	body := minimal(t)
	_, want := second.post(t, "api/build?format=docx", body)

	var to atomic.Pointer[running] // the copy that the gateway sends requests to
	to.Store(first)
	var before, during, after atomic.Int64
	var asked atomic.Bool
	failed := make(chan error, 1)
	done := make(chan struct{})
	var clients sync.WaitGroup
	for range 8 {
		clients.Go(func() {
			client := &http.Client{Transport: &http.Transport{}} // with connections of its own, kept open
			for {
				select {
				case <-done:
					return
				default:
				}
				copy, ending := to.Load(), asked.Load()
				if err := sendOnce(client, copy.url, body, want); err != nil {
					select {
					case failed <- err:
					default:
					}
					return
				}
				switch {
				case copy == second:
					after.Add(1)
				case ending:
					during.Add(1)
				default:
					before.Add(1)
				}
			}
		})
	}
	until(t, "requests flow", failed, func() bool { return before.Load() >= 50 })
	if err := first.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	asked.Store(true)
	until(t, "it still answers", failed, func() bool { return during.Load() >= 20 })
	until(t, "its health says that it ends", failed, func() bool {
		answer, err := http.Get(first.url + "healthz")
		if err != nil {
			t.Fatal(err)
		}
		defer answer.Body.Close()
		said, _ := io.ReadAll(answer.Body)
		return answer.StatusCode == http.StatusServiceUnavailable && strings.Contains(string(said), `"ending"`)
	})
	to.Store(second)
	until(t, "the other has taken over", failed, func() bool { return after.Load() >= 50 })
	if err := first.cmd.Wait(); err != nil {
		t.Errorf("it ended with %v: %s", err, first.log)
	}
	close(done)
	clients.Wait()
	select {
	case err := <-failed:
		t.Error(err)
	default:
	}
	t.Logf("%d requests before, %d while it was ending, %d by the other copy", before.Load(), during.Load(), after.Load())
}

// Who does not wait for the end of -drain asks a second time.
func TestSecondWishEndsTheService(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows sends no SIGTERM")
	}
	r := start(t, program("program", "serve", "-service", "-addr", "127.0.0.1:0", "-drain", "600"))
	answer, err := http.Get(r.url + "healthz") // who answers listens to signals
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	r.cmd.Process.Signal(syscall.SIGTERM) // a shell may have it ignore SIGINT
	until(t, "it has heard the first", nil, func() bool { return strings.Contains(r.log.String(), "shutdown") })
	ended := make(chan struct{})
	go func() { r.cmd.Wait(); close(ended) }()
	until(t, "it ends", nil, func() bool {
		r.cmd.Process.Signal(syscall.SIGTERM)
		select {
		case <-ended:
			return true
		default:
			return false
		}
	})
	if how := r.cmd.ProcessState.Sys().(syscall.WaitStatus); !how.Signaled() || how.Signal() != syscall.SIGTERM {
		t.Errorf("the second ended it with %v", r.cmd.ProcessState)
	}
}

// sendOnce asks for a file once; its body cannot be sent again, as a gateway's cannot.
func sendOnce(client *http.Client, url, body string, want []byte) error {
	answer, err := client.Post(url+"api/build?format=docx", "application/json", io.NopCloser(strings.NewReader(body)))
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	content, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK || !bytes.Equal(content, want) {
		return fmt.Errorf("%d, %d bytes, %v", answer.StatusCode, len(content), err)
	}
	return nil
}

// until waits for what must come, unless a request fails before.
func until(t *testing.T, what string, failed chan error, holds func() bool) {
	t.Helper()
	for start := time.Now(); !holds(); time.Sleep(10 * time.Millisecond) {
		select {
		case err := <-failed:
			t.Fatalf("until %s: %v", what, err)
		default:
		}
		if time.Since(start) > time.Minute {
			t.Fatalf("%s: not within a minute", what)
		}
	}
}
