package serve

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/rand"
	"net"
	"net/http"
	"os"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"nianbao/fixtures"
)

// hostileRequests are sent by TestHostileRequests; -short sends the first tenth.
const hostileRequests = 10000

// Whatever is sent, nothing falls over and nothing is a fault of the program.
// The requests follow from a seed: request n is the same in every run.
func TestHostileRequests(t *testing.T) {
	log := &counting{}
	s := New(Options{Faces: embedded(t), Log: slog.New(slog.NewTextHandler(log, nil))})
	address, stop := running(t, s)
	if _, err := exchange(address, []byte("GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")); err != nil {
		t.Fatal(err) // it is not running yet
	}
	time.Sleep(time.Second) // its own connection is over
	goroutines, descriptors := runtime.NumGoroutine(), openFiles()

	corpus := hostileCorpus(t)
	most := int64(hostileRequests)
	if testing.Short() {
		most /= 10
	}
	var answers [600]atomic.Int64
	var silent atomic.Int64
	var next atomic.Int64
	var group sync.WaitGroup
	for range 128 {
		group.Go(func() {
			for {
				n := next.Add(1)
				if n > most {
					return
				}
				raw := hostile(rand.New(rand.NewSource(n)), corpus)
				statuses, err := exchange(address, raw)
				if err != nil {
					t.Errorf("request %d: %v: %.200q", n, err, raw)
				}
				if len(statuses) == 0 {
					silent.Add(1)
				}
				for _, status := range statuses {
					answers[status].Add(1)
					if status >= 500 && status != http.StatusServiceUnavailable && status != http.StatusNotImplemented && status != http.StatusHTTPVersionNotSupported {
						t.Errorf("request %d is answered with %d: %.300q", n, status, raw)
					}
				}
			}
		})
	}
	group.Wait()
	var tally []string
	for status := range answers {
		if n := answers[status].Load(); n > 0 {
			tally = append(tally, fmt.Sprintf("%d: %d", status, n))
		}
	}
	t.Logf("%s; without an answer: %d", strings.Join(tally, ", "), silent.Load())
	for _, status := range []int{200, 400, 404, 405, 413, 421, 422, 431} {
		if answers[status].Load() == 0 {
			t.Errorf("no request was answered with %d: the test shows less than it should", status)
		}
	}
	if log.panics.Load() > 0 {
		t.Errorf("%d panics", log.panics.Load())
	}
	wantLeft(t, goroutines, descriptors)
	stop()
	wantIdle(t, s)
}

// counting is a log that is only looked at for panics.
type counting struct{ panics atomic.Int64 }

func (c *counting) Write(line []byte) (int, error) {
	if bytes.Contains(line, []byte("msg=panic")) {
		c.panics.Add(1)
	}
	return len(line), nil
}

// running has a service answer on a port of its own.
func running(t *testing.T, s *Service) (address string, stop func()) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Run(ctx, listener) }()
	stopped := false
	stop = func() {
		if stopped {
			return
		}
		stopped = true
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("it ended with %v", err)
		}
	}
	t.Cleanup(stop)
	return listener.Addr().String(), stop
}

// lull is how long a client waits before it closes its side: what it has sent
// whole is answered by then, and the service must not wait for the rest.
const lull = 700 * time.Millisecond

// exchange sends bytes as they are, closes its side after a while, and reads
// what comes back.
func exchange(address string, raw []byte) (statuses []int, err error) {
	c, err := net.Dial("tcp", address)
	if err != nil {
		return nil, err
	}
	c.SetDeadline(time.Now().Add(5 * time.Minute))
	sent := make(chan struct{})
	go func() {
		defer close(sent)
		c.Write(raw) // the service may have heard enough and closed
	}()
	closing := time.AfterFunc(lull, func() { c.(*net.TCPConn).CloseWrite() })
	defer func() { closing.Stop(); c.Close(); <-sent }()
	in := bufio.NewReader(c)
	for {
		answer, err := http.ReadResponse(in, nil)
		if err != nil {
			var slow net.Error
			if errors.As(err, &slow) && slow.Timeout() {
				return statuses, errors.New("no end came")
			}
			return statuses, nil // closed, by either side
		}
		statuses = append(statuses, answer.StatusCode)
		_, err = io.Copy(io.Discard, answer.Body)
		answer.Body.Close()
		if err != nil {
			return statuses, nil
		}
	}
}

// wantLeft fails unless goroutines and descriptors are as they were; some take
// a moment to end.
func wantLeft(t *testing.T, goroutines, descriptors int) {
	t.Helper()
	http.DefaultClient.CloseIdleConnections()
	var nowGoroutines, nowDescriptors int
	for range 2400 { // two minutes
		nowGoroutines, nowDescriptors = runtime.NumGoroutine(), openFiles()
		if nowGoroutines <= goroutines && nowDescriptors <= descriptors {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	stacks := make([]byte, 1<<20)
	t.Errorf("left: %d goroutines (%d before), %d descriptors (%d before)\n%s", nowGoroutines, goroutines,
		nowDescriptors, descriptors, stacks[:runtime.Stack(stacks, true)])
}

// openFiles counts this process's descriptors; 0 where the system does not tell.
func openFiles() int {
	entries, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		return 0
	}
	return len(entries)
}

// hostileCorpus are the bodies that hostile requests begin with.
func hostileCorpus(t *testing.T) [][]byte {
	var corpus [][]byte
	for _, c := range append(append(fixtures.Good(t), fixtures.Bad(t)...), fixtures.Drafts(t)...) {
		if len(c.JSON) < 100<<10 {
			corpus = append(corpus, c.JSON)
		}
	}
	return corpus
}
