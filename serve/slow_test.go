package serve

import (
	"bufio"
	"io"
	"net"
	"net/http"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"nianbao/fixtures"
)

// Those who send or read slowly are cut off in time, and meanwhile the others
// are answered.
func TestSlowOnesKeepNobodyWaiting(t *testing.T) {
	s := New(Options{Faces: embedded(t)})
	s.patience.header, s.patience.body, s.patience.answer = time.Second, 2*time.Second, 3*time.Second
	address, _ := running(t, s)
	src := string(fixtures.Named(t, "laiyuan-2022").JSON)
	if _, err := exchange(address, []byte("GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")); err != nil {
		t.Fatal(err)
	}
	time.Sleep(time.Second)
	goroutines, descriptors := runtime.NumGoroutine(), openFiles()

	const head = "POST /api/build?format=pdf HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n"
	var group sync.WaitGroup
	for i := range 150 {
		group.Go(func() {
			switch i % 3 {
			case 0:
				dribble(t, address, head, "X: y\r\n")
			case 1:
				dribble(t, address, head+"\r\n", src)
			case 2:
				readNothing(t, address, src)
			}
		})
	}
	for range 20 {
		asked := time.Now()
		answer, err := http.Post("http://"+address+"/api/check", "application/json", strings.NewReader(src))
		if err != nil {
			t.Fatal(err)
		}
		io.Copy(io.Discard, answer.Body)
		answer.Body.Close()
		if answer.StatusCode != http.StatusOK {
			t.Errorf("%d after %v", answer.StatusCode, time.Since(asked))
		}
		time.Sleep(100 * time.Millisecond)
	}
	group.Wait()
	wantLeft(t, goroutines, descriptors)
	wantIdle(t, s)
}

// dribble sends a request piece by piece, for longer than the service waits.
func dribble(t *testing.T, address, head, rest string) {
	c, err := net.Dial("tcp", address)
	if err != nil {
		t.Error(err)
		return
	}
	defer c.Close()
	io.WriteString(c, head)
	for start := time.Now(); time.Since(start) < 20*time.Second; time.Sleep(50 * time.Millisecond) {
		if _, err := io.WriteString(c, rest[:6]); err != nil {
			return
		}
	}
	t.Error("a slow sender is never cut off")
}

// readNothing asks for files again and again, and takes none.
func readNothing(t *testing.T, address, src string) {
	c, err := net.Dial("tcp", address)
	if err != nil {
		t.Error(err)
		return
	}
	defer c.Close()
	c.(*net.TCPConn).SetReadBuffer(4096)
	request := "POST /api/pages HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + strconv.Itoa(len(src)) + "\r\n\r\n" + src
	for start := time.Now(); time.Since(start) < 20*time.Second; time.Sleep(200 * time.Millisecond) {
		c.SetWriteDeadline(time.Now().Add(time.Second))
		if _, err := io.WriteString(c, request); err != nil {
			break
		}
	}
	c.SetReadDeadline(time.Now().Add(20 * time.Second))
	if _, err := io.Copy(io.Discard, bufio.NewReader(c)); err != nil {
		if slow, ok := err.(net.Error); ok && slow.Timeout() {
			t.Error("a slow reader is never cut off")
		}
	}
}
