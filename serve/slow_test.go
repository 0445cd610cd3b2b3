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
	left := make(chan struct{})
	go func() { group.Wait(); close(left) }()
	answered := 0
	for waiting := true; waiting && answered < 20; {
		asked := time.Now()
		answer, err := http.Post("http://"+address+"/api/check", "application/json", strings.NewReader(src))
		if err == nil {
			_, err = io.Copy(io.Discard, answer.Body)
			answer.Body.Close()
		}
		switch {
		case err != nil, answer.StatusCode == http.StatusBadRequest, answer.StatusCode == http.StatusServiceUnavailable:
			// on a busy machine the others' short patience hits this one, too
		case answer.StatusCode != http.StatusOK:
			t.Errorf("%d after %v", answer.StatusCode, time.Since(asked))
		default:
			answered++
		}
		select {
		case <-left:
			waiting = false
		case <-time.After(100 * time.Millisecond):
		}
	}
	t.Logf("%d requests were answered meanwhile", answered)
	<-left
	wantLeft(t, goroutines, descriptors)
	wantIdle(t, s)
}

// dribble sends a request piece by piece until it is cut off.
func dribble(t *testing.T, address, head, rest string) {
	c, err := net.Dial("tcp", address)
	if err != nil {
		t.Error(err)
		return
	}
	defer c.Close()
	io.WriteString(c, head)
	for { // the test hangs where a slow sender is never cut off
		if _, err := io.WriteString(c, rest[:6]); err != nil {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
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
	for {
		c.SetWriteDeadline(time.Now().Add(time.Second))
		if _, err := io.WriteString(c, request); err != nil {
			break
		}
		time.Sleep(200 * time.Millisecond)
	}
	io.Copy(io.Discard, bufio.NewReader(c)) // the test hangs where a slow reader is never cut off
}
